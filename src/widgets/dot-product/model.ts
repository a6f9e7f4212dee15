/** The dot product widget: two vectors of the plane and all that their product says. Pure. */
import {
  core,
  explainAngle,
  explainDot,
  explainShadow,
  type Named,
  subscript,
  type Worked,
} from '../../explain/index.ts';
import type { Point } from '../../geometry/index.ts';
import { about, aboutDegrees, degreesText, equals, type Literal, rounded, type Twin } from '../base/index.ts';

export type DotState = { readonly a: Point; readonly b: Point };
export type DotFigures = DotState;

/** How two vectors lie to each other, by the angle between them; `undefined` when either is zero. */
export type Verdict =
  | 'same'
  | 'acute'
  | 'nearly perpendicular, acute'
  | 'perpendicular'
  | 'nearly perpendicular, obtuse'
  | 'obtuse'
  | 'opposite'
  | 'undefined';

/** Angles within so many degrees of 90° are called nearly perpendicular. */
const NEARLY_DEGREES = 5;

export type DotFacts = {
  readonly products: readonly number[];
  readonly dot: number;
  readonly lengths: readonly [a: number, b: number];
  /** Both are missing when either vector is zero. */
  readonly angle: { readonly cosine: number; readonly degrees: number } | undefined;
  /** The signed length of b's shadow on a; missing when a is zero. */
  readonly shadow: number | undefined;
  readonly verdict: Verdict;
};

export function dotFacts({ a, b }: DotState): DotFacts {
  const products = core.multiply(a, b);
  const dot = core.withoutRounding(products);
  const lengths = [core.norm(a), core.norm(b)] as const;
  const angle = lengths[0] > 0 && lengths[1] > 0 ? angleOf(a, b, dot) : undefined;
  const [shadow] = lengths[0] > 0 ? core.divide([dot], lengths[0]) : [];
  return {
    products,
    dot,
    lengths,
    angle,
    shadow,
    verdict: angle === undefined ? 'undefined' : verdictOf(dot, core.det([a, b]), angle.degrees),
  };
}

/** How the facts come about. */
export function dotSums({ a, b }: DotState, { dot, lengths, angle, shadow }: DotFacts): readonly Worked[] {
  const [nameA, nameB]: [Named, Named] = [
    { name: 'a', hue: 'w', values: a },
    { name: 'b', hue: 'x', values: b },
  ];
  return [
    explainDot(nameA, nameB, dot),
    ...(angle ? [explainAngle(nameA, nameB, { dot, lengths, ...angle })] : []),
    ...(shadow === undefined ? [] : [explainShadow(nameA, nameB, { dot, length: lengths[0], shadow })]),
  ];
}

/** Exact cases by exact zeros, never by an angle that was rounded. */
function verdictOf(dot: number, det: number, degrees: number): Verdict {
  if (dot === 0) return 'perpendicular';
  if (det === 0) return dot > 0 ? 'same' : 'opposite';
  const isNear = Math.abs(degrees - 90) <= NEARLY_DEGREES;
  if (dot > 0) return isNear ? 'nearly perpendicular, acute' : 'acute';
  return isNear ? 'nearly perpendicular, obtuse' : 'obtuse';
}

/** What a verdict says of the two vectors: "they …". */
const RELATIONS: Readonly<Record<Verdict, string>> = {
  same: 'they point in the same direction',
  acute: 'they point more with than against each other',
  'nearly perpendicular, acute': 'they are nearly perpendicular, a little more with than against each other',
  perpendicular: 'they are perpendicular, and neither has any part along the other',
  'nearly perpendicular, obtuse': 'they are nearly perpendicular, a little more against than with each other',
  obtuse: 'they point more against than with each other',
  opposite: 'they point in opposite directions',
  undefined: 'the angle is undefined, because a zero vector has no direction',
};

/** Returns the verdict as a sentence of its own. */
export function verdictSentence(verdict: Verdict): string {
  const relation = RELATIONS[verdict];
  return `${relation.charAt(0).toUpperCase()}${relation.slice(1)}.`;
}

/** Returns the same numbers read as one neuron: a holds its weights, b is what comes in. */
export function neuronReading({ dot, verdict }: DotFacts): string {
  return `Read as a neuron: its weights are a, the input is b, and it answers ${about(dot)}: ${neuronAnswer(dot, verdict)}.`;
}

function neuronAnswer(dot: number, verdict: Verdict): string {
  if (verdict === 'undefined') return 'there is nothing to compare';
  if (dot > 0) return 'the input has some of the pattern that the neuron looks for';
  if (dot < 0) return 'the input goes against the pattern that the neuron looks for';
  return 'the input has nothing of the pattern that the neuron looks for';
}

export function dotTwin({ a, b }: DotState, { products, dot, angle, shadow, verdict }: DotFacts): Twin {
  const between =
    angle === undefined
      ? 'The angle between them is undefined, because a zero vector has no direction.'
      : `The angle between them is ${aboutDegrees(angle.degrees)}: ${RELATIONS[verdict]}.`;
  const falls = shadow === undefined ? '' : ` The shadow of b on a has the signed length ${about(shadow)}.`;
  return {
    sentence: `For a ${equals(a)} and b ${equals(b)}, a · b ${equals(dot)}. ${between}${falls}`,
    head: ['Quantity', 'Value'],
    rows: [
      ['a', rounded(a)],
      ['b', rounded(b)],
      ...products.map((product, k): readonly string[] => [
        `a${subscript(`${k}`)} · b${subscript(`${k}`)}`,
        rounded(product),
      ]),
      ['a · b', rounded(dot)],
      ['Cosine of the angle', angle === undefined ? 'undefined' : rounded(angle.cosine)],
      ['Angle', angle === undefined ? 'undefined' : degreesText(angle.degrees)],
      ['Shadow of b on a', shadow === undefined ? 'undefined' : rounded(shadow)],
    ],
  };
}

/** Cosine and angle of two vectors that are not zero; both are exact for perpendicular and parallel ones. */
function angleOf(a: Point, b: Point, dot: number) {
  return { cosine: dot === 0 ? 0 : core.cosine(a, b), degrees: core.angleBetween(a, b) };
}

/** Returns the state by the names of the chapter's listing. */
export function dotLiterals({ a, b }: DotState): readonly Literal[] {
  return [
    { name: 'a', value: a },
    { name: 'b', value: b },
  ];
}
