/** The dot product widget: two vectors of the plane and all that their product says. Pure. */
import {
  core,
  explainAngle,
  explainDot,
  explainShadow,
  type Named,
  type Worked,
} from '../../explain/index.ts';
import type { Point } from '../../geometry/index.ts';
import { about, aboutDegrees, degreesText, equals, type Literal, rounded, type Twin } from '../base/index.ts';

export type DotState = { readonly a: Point; readonly b: Point };
export type DotFigures = DotState;

/** How two vectors lie to each other, by the sign of their dot product. */
export type Verdict = 'aligned' | 'perpendicular' | 'opposed' | 'undefined';

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
  const dot = core.dot(a, b);
  const lengths = [core.norm(a), core.norm(b)] as const;
  const angle = lengths[0] > 0 && lengths[1] > 0 ? angleOf(a, b) : undefined;
  const [shadow] = lengths[0] > 0 ? core.divide([dot], lengths[0]) : [];
  return {
    products: core.multiply(a, b),
    dot,
    lengths,
    angle,
    shadow,
    verdict: angle === undefined ? 'undefined' : dot > 0 ? 'aligned' : dot < 0 ? 'opposed' : 'perpendicular',
  };
}

/** How the facts come about. */
export function dotSums({ a, b }: DotState, { dot, lengths, angle, shadow }: DotFacts): readonly Worked[] {
  const [nameA, nameB]: [Named, Named] = [
    { name: 'a', quantity: 'w', values: a },
    { name: 'b', quantity: 'x', values: b },
  ];
  return [
    explainDot(nameA, nameB, dot),
    ...(angle ? [explainAngle(nameA, nameB, { dot, lengths, ...angle })] : []),
    ...(shadow === undefined ? [] : [explainShadow(nameA, nameB, { dot, length: lengths[0], shadow })]),
  ];
}

/** The verdict as a reader is told it. */
export const VERDICTS: Readonly<Record<Verdict, string>> = {
  aligned: 'aligned: they share a direction',
  perpendicular: 'perpendicular: neither has any part along the other',
  opposed: 'opposed: they point against each other',
  undefined: 'angle undefined: a zero vector has no direction',
};

/** The same numbers read as one neuron: a holds its weights, b is what comes in. */
export function neuronReading({ dot, verdict }: DotFacts): string {
  const answers: Readonly<Record<Verdict, string>> = {
    aligned: 'the input has some of the pattern that the neuron looks for',
    perpendicular: 'the input has nothing of the pattern that the neuron looks for',
    opposed: 'the input goes against the pattern that the neuron looks for',
    undefined: 'there is nothing to compare',
  };
  return `Read as a neuron: its weights are a, the input is b, and it answers ${about(dot)}: ${answers[verdict]}.`;
}

export function dotTwin({ a, b }: DotState, { products, dot, angle, shadow, verdict }: DotFacts): Twin {
  const between =
    angle === undefined
      ? 'The angle between them is undefined, because a zero vector has no direction.'
      : `The angle between them is ${aboutDegrees(angle.degrees)}: they are ${verdict}.`;
  const falls = shadow === undefined ? '' : ` The shadow of b on a has the signed length ${about(shadow)}.`;
  return {
    sentence: `For a ${equals(a)} and b ${equals(b)}, a · b ${equals(dot)}. ${between}${falls}`,
    head: ['Quantity', 'Value'],
    rows: [
      ['a', rounded(a)],
      ['b', rounded(b)],
      ...products.map((product, k): readonly string[] => [`a${k} · b${k}`, rounded(product)]),
      ['a · b', rounded(dot)],
      ['Cosine of the angle', angle === undefined ? 'undefined' : rounded(angle.cosine)],
      ['Angle', angle === undefined ? 'undefined' : degreesText(angle.degrees)],
      ['Shadow of b on a', shadow === undefined ? 'undefined' : rounded(shadow)],
    ],
  };
}

/**
 * Cosine and angle of two vectors that are not zero. Where the dot product is exactly zero the angle is 90°, and nothing
 * that rounding made of the cosine.
 */
function angleOf(a: Point, b: Point) {
  const cosine = core.cosine(a, b);
  return { cosine, degrees: core.degreesOf(cosine) };
}

/** The state by the names of the chapter's listing. */
export function dotLiterals({ a, b }: DotState): readonly Literal[] {
  return [
    { name: 'a', value: a },
    { name: 'b', value: b },
  ];
}
