/** The vector widget: one vector, a sum or difference, a multiple. Pure: state in, everything shown out. */
import {
  assertNever,
  chainText,
  core,
  explainLength,
  explainMultiple,
  explainSum,
  explainUnit,
  type Named,
  type Worked,
} from '../../explain/index.ts';
import type { Point } from '../../geometry/index.ts';
import { about, aboutDegrees, degreesText, equals, type Literal, rounded, type Twin } from '../base/index.ts';

export type VectorMode = 'one' | 'sum' | 'difference' | 'multiple';

export type VectorState = {
  readonly mode: VectorMode;
  readonly v: Point;
  readonly a: Point;
  readonly b: Point;
  readonly c: number;
};

/** The numbers the book gives this widget to start from. */
export type VectorFigures = Omit<VectorState, 'mode'>;

/** Everything that follows from one vector. A zero vector has neither a direction nor a unit vector. */
export type VectorFacts = {
  readonly length: number;
  readonly degrees: number | undefined;
  readonly unit: Point | undefined;
};

export function startVector(figures: VectorFigures): VectorState {
  return { mode: 'one', ...figures };
}

/** Returns what a reader can change in a mode, in the order of Tab. */
export function operandsOf(mode: VectorMode): readonly ('v' | 'a' | 'b')[] {
  switch (mode) {
    case 'one':
      return ['v'];
    case 'multiple':
      return ['a'];
    case 'sum':
    case 'difference':
      return ['a', 'b'];
    default:
      return assertNever(mode);
  }
}

export function factsOf(v: Point): VectorFacts {
  const length = core.norm(v);
  if (length === 0) return { length, degrees: undefined, unit: undefined };
  return { length, degrees: core.direction(v), unit: asPoint(core.divide(v, length)) };
}

/** Returns the result of a mode with operands. A sum is rounded to its operands' decimals: −4.9 + 4.1 is −0.8. */
export function resultOf({ mode, a, b, c }: VectorState): Point | undefined {
  switch (mode) {
    case 'one':
      return undefined;
    case 'sum':
      return [core.withoutRounding([a[0], b[0]]), core.withoutRounding([a[1], b[1]])];
    case 'difference':
      return [core.withoutRounding([a[0], -b[0]]), core.withoutRounding([a[1], -b[1]])];
    case 'multiple':
      return asPoint(core.scale(c, a));
    default:
      return assertNever(mode);
  }
}

/** How what is shown comes about. */
export function vectorSums(state: VectorState): readonly Worked[] {
  const result = resultOf(state);
  return result === undefined ? oneSums(state.v) : [resultSum(state, result)];
}

function oneSums(v: Point): readonly Worked[] {
  const named: Named = { name: 'v', hue: 'x', values: v };
  const { length, unit } = factsOf(v);
  return [explainLength(named, length), ...(unit ? [explainUnit(named, length, unit)] : [])];
}

function resultSum({ mode, a, b, c }: VectorState, result: Point): Worked {
  const nameA: Named = { name: 'a', hue: 'w', values: a };
  if (mode === 'multiple') return explainMultiple(c, nameA, result);
  const nameB: Named = { name: 'b', hue: 'x', values: b };
  return explainSum(nameA, nameB, mode === 'difference' ? '−' : '+', result);
}

/** Returns how far the picture must reach to show all that a state draws. */
export function farthest(state: VectorState): number {
  const drawn = [...operandsOf(state.mode).map((name) => state[name]), resultOf(state) ?? []];
  return Math.max(...drawn.flat().map(Math.abs));
}

export function vectorTwin(state: VectorState): Twin {
  const result = resultOf(state);
  return result === undefined ? oneTwin(state.v, factsOf(state.v)) : resultTwin(state, result);
}

function oneTwin(v: Point, { length, degrees, unit }: VectorFacts): Twin {
  const direction =
    degrees === undefined || unit === undefined
      ? 'It has no direction, and no unit vector.'
      : `It points ${aboutDegrees(degrees)} from the first axis; the unit vector in that direction is ${about(unit)}.`;
  return {
    sentence: `The vector v ${equals(v)} has length ${about(length)}. ${direction}`,
    head: ['Quantity', 'Value'],
    rows: [
      ['Component v₀', rounded(v[0])],
      ['Component v₁', rounded(v[1])],
      ['Length ‖v‖', rounded(length)],
      ['Direction', degrees === undefined ? 'undefined' : degreesText(degrees)],
      ['Unit vector v̂', unit === undefined ? 'undefined' : rounded(unit)],
    ],
  };
}

function resultTwin(state: VectorState, result: Point): Twin {
  const { mode, a, b, c } = state;
  const second = mode === 'multiple' ? ['c', rounded(c)] : ['b', rounded(b)];
  return {
    sentence: `${resultSum(state, result).lines.map(chainText).join('; ')}.`,
    head: ['Quantity', 'Value'],
    rows: [['a', rounded(a)], second, ['Result', rounded(result)]],
  };
}

function asPoint(values: readonly number[]): Point {
  const [x = Number.NaN, y = Number.NaN] = values;
  return [x, y];
}

/** Returns the state by the names of the chapter's listing. */
export function vectorLiterals({ mode, v, a, b, c }: VectorState): readonly Literal[] {
  if (mode === 'one') return [{ name: 'x', value: v }];
  if (mode === 'multiple')
    return [
      { name: 'a', value: a },
      { name: 'c', value: c },
    ];
  return [
    { name: 'a', value: a },
    { name: 'b', value: b },
  ];
}
