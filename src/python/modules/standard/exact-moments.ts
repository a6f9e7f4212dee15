import { toFloat, type Value } from '../../objects/index.ts';
import { floatRatio } from './float-ratio.ts';

type Fraction = { readonly above: bigint; readonly below: bigint };

const plus = (a: Fraction, b: Fraction): Fraction => ({
  above: a.above * b.below + b.above * a.below,
  below: a.below * b.below,
});
const times = (a: Fraction, b: Fraction): Fraction => ({
  above: a.above * b.above,
  below: a.below * b.below,
});

const fractionOf = (value: Value): Fraction =>
  typeof value === 'bigint' || typeof value === 'boolean'
    ? { above: BigInt(value), below: 1n }
    : floatRatio(toFloat(value));

/** Sum, mean and variance of numbers, computed with fractions and rounded once, as CPython's `statistics` does. */
export function exactMoments(values: readonly Value[]) {
  const whole = values.every((value) => typeof value === 'bigint' || typeof value === 'boolean');
  const fractions = values.map(fractionOf);
  const count = BigInt(values.length);
  const sum = fractions.reduce(plus, { above: 0n, below: 1n });
  const result = ({ above, below }: Fraction): Value =>
    whole && above % below === 0n ? above / below : quotient(above, below);
  return {
    sum: (): Value => result(sum),
    /** How many values there are over their sum. */
    countOverSum: (): Value => result({ above: count * sum.below, below: sum.above }),
    mean: (): Value => result({ above: sum.above, below: sum.below * count }),
    /** The variance, with `taken` off the count. */
    variance: (taken: number): Value => {
      const squares = fractions.map((each) => times(each, each)).reduce(plus, { above: 0n, below: 1n });
      const square = times(sum, sum);
      const spread = plus(squares, { above: -square.above, below: square.below * count });
      return result({ above: spread.above, below: spread.below * (count - BigInt(taken)) });
    },
  };
}

/** Returns the double nearest to a fraction. */
function quotient(above: bigint, below: bigint): number {
  if (above < 0n) return -quotient(-above, below);
  if (above === 0n) return 0;
  const excess = above.toString(2).length - below.toString(2).length;
  const shift = 66 - excess;
  const scaled = shift >= 0 ? (above << BigInt(shift)) / below : above / (below << BigInt(-shift));
  const exact = scaled * below === (shift >= 0 ? above << BigInt(shift) : above >> BigInt(-shift));
  // The last bit says that something was cut off, so that rounding to 53 digits is right.
  return Number(exact ? scaled : scaled | 1n) * 2 ** -shift;
}
