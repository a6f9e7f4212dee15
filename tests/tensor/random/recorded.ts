/** What the real generators gave, as tests/goldens/random/core/record.py writes it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A row of numbers: the first ones, how many, and the SHA-256 of their bytes as doubles. */
export type Row = {
  readonly first: readonly (number | boolean)[];
  readonly length: number;
  readonly sha256: string;
};

type Filled = { readonly dtype: 'float32' | 'float64'; readonly drawn: Row };
type Recorded = {
  readonly tables: Readonly<Record<string, Row>>;
  readonly mersenne: {
    readonly seeded: Readonly<Record<string, Row>>;
    readonly keyed: Readonly<Record<string, Row>>;
    readonly wide: Readonly<Record<string, readonly string[]>>;
    readonly doubles: Readonly<Record<string, Row>>;
  };
  readonly sequences: readonly {
    readonly entropy: readonly string[];
    readonly key: readonly string[];
    readonly words: readonly number[];
  }[];
  readonly pcg: readonly {
    readonly seed: string;
    readonly state: string;
    readonly increment: string;
    readonly raw: readonly string[];
    readonly words: readonly number[];
    readonly has_half: number;
    readonly half: number;
    readonly doubles: Row;
  }[];
  readonly bounded: readonly {
    readonly method: 'masked' | 'lemire';
    readonly width: 1 | 8 | 32 | 64;
    readonly range: string;
    readonly drawn: Row;
  }[];
  readonly ziggurat: { readonly draws: Readonly<Record<string, Row>>; readonly floats: Row };
  readonly polar: Row;
  readonly log1p: readonly (readonly [x: number, value: number])[];
  readonly pytorch: {
    readonly uniform: readonly (Filled & { readonly low: number; readonly high: number })[];
    readonly normal: readonly (Filled & {
      readonly size: number;
      readonly mean: number;
      readonly std: number;
      readonly next: Row;
    })[];
    readonly 'negative seed': Row;
    readonly 'large seed': Row;
    readonly exponential: Row;
    readonly strided: Row;
  };
};

export const recorded = JSON.parse(
  readFileSync(new URL('../../goldens/random/core/recorded.json', import.meta.url), 'utf8'),
) as Recorded;

/** Our numbers in the form of a recorded row. */
export function row(values: ArrayLike<number>): Row {
  const doubles = Float64Array.from(values);
  return {
    first: [...doubles.slice(0, 4)],
    length: doubles.length,
    sha256: createHash('sha256').update(new Uint8Array(doubles.buffer)).digest('hex'),
  };
}

/** A recorded row with its booleans as numbers. */
export const numeric = ({ first, ...rest }: Row): Row => ({ first: first.map(Number), ...rest });

/** As many draws as a recorded row has. */
export const draws = ({ length }: Row, draw: () => number): Row => row(Array.from({ length }, draw));
