/** Worked arithmetic on vectors: dot product, length, direction, projection, sums and multiples. */
import * as core from '../lists/index.ts';
import { type Expression, list, number, scalar, sum, sumOf, sumOfProducts, vector } from './expression.ts';
import type { Hue } from './hue.ts';
import { chain, type Worked } from './worked.ts';

/** A vector as the reader knows it: its letter, its hue and its components. */
export type Named = {
  readonly name: string;
  readonly hue?: Hue;
  readonly values: readonly number[];
};

/** a · b = 3 · 1 + 2 · 4 = 3 + 8 = 11. Both vectors have the same length. */
export function explainDot(a: Named, b: Named, result: number): Worked {
  return {
    operation: 'dot',
    result: [result],
    lines: [
      chain(
        dotOf(a, b),
        sumOfProducts(a.values, b.values, [a.hue, b.hue]),
        sumOf(core.multiply(a.values, b.values)),
        number(result, 'z'),
      ),
    ],
  };
}

/** ‖v‖ = √(3² + 4²) = √25 = 5. */
export function explainLength(v: Named, result: number): Worked {
  const squares = sum(v.values.map((value) => ({ kind: 'power', base: number(value, v.hue), exponent: 2 })));
  const total = number(core.dot(v.values, v.values));
  return {
    operation: 'norm',
    result: [result],
    lines: [
      chain(lengthOf(v), { kind: 'root', of: squares }, { kind: 'root', of: total }, number(result, 'z')),
    ],
  };
}

/** v̂ = v / ‖v‖ = [3, 4] / 5 = [0.6, 0.8]; the length must not be zero. */
export function explainUnit(v: Named, length: number, result: readonly number[]): Worked {
  const hat: Expression = { kind: 'symbol', name: v.name, face: 'vector', hat: true, hue: v.hue };
  return {
    operation: 'unit',
    result,
    lines: [
      chain(
        hat,
        { kind: 'quotient', top: symbolOf(v), bottom: lengthOf(v) },
        { kind: 'quotient', top: list(v.values, v.hue), bottom: number(length) },
        list(result, 'z'),
      ),
    ],
  };
}

/** cos θ = a·b / (‖a‖ ‖b‖) ≈ 11 / (3.6056 · 4.1231) ≈ 0.7399, then θ in degrees; neither length may be zero. */
export function explainAngle(
  a: Named,
  b: Named,
  values: {
    readonly dot: number;
    readonly lengths: readonly [number, number];
    readonly cosine: number;
    readonly degrees: number;
  },
): Worked {
  const theta = scalar('θ');
  const lengths = values.lengths.map((length) => number(length));
  return {
    operation: 'angle',
    result: [values.cosine, values.degrees],
    lines: [
      chain(
        { kind: 'call', name: 'cos', of: [theta] },
        {
          kind: 'quotient',
          top: dotOf(a, b),
          bottom: { kind: 'juxtaposed', factors: [lengthOf(a), lengthOf(b)] },
        },
        { kind: 'quotient', top: number(values.dot), bottom: { kind: 'product', factors: lengths } },
        number(values.cosine, 'z'),
      ),
      chain(theta, { kind: 'degrees', of: number(values.degrees, 'z', 2) }),
    ],
  };
}

/** a / c, every component divided by c: [3, 4] / 2 = [1.5, 2]. */
export function explainQuotient(a: Named, divisor: number, result: readonly number[]): Worked {
  const top = list(a.values, a.hue);
  return {
    operation: 'divide',
    result,
    lines: [chain({ kind: 'quotient', top, bottom: number(divisor) }, list(result, 'z'))],
  };
}

/** [3 · 1, 2 · 4] = [3, 8], component by component, nothing added up. */
export function explainProducts(a: Named, b: Named, result: readonly number[]): Worked {
  const entries = a.values.map((value, k): Expression => {
    const factors = [number(value, a.hue), number(b.values[k] ?? Number.NaN, b.hue)];
    return { kind: 'product', factors };
  });
  return { operation: 'multiply', result, lines: [chain({ kind: 'list', entries }, list(result, 'z'))] };
}

/** Returns the length of b's shadow on a: a·b / ‖a‖ ≈ 11 / 3.6056 ≈ 3.0509, negative when it falls behind a's tail. */
export function explainShadow(
  a: Named,
  b: Named,
  values: { readonly dot: number; readonly length: number; readonly shadow: number },
): Worked {
  return {
    operation: 'shadow',
    result: [values.shadow],
    lines: [
      chain(
        { kind: 'quotient', top: dotOf(a, b), bottom: lengthOf(a) },
        { kind: 'quotient', top: number(values.dot), bottom: number(values.length) },
        number(values.shadow, 'z'),
      ),
    ],
  };
}

/** a + b or a − b, component by component. */
export function explainSum(a: Named, b: Named, sign: '+' | '−', result: readonly number[]): Worked {
  const join = (left: Expression, right: Expression): Expression =>
    sign === '+' ? { kind: 'sum', terms: [left, right] } : { kind: 'difference', left, right };
  const entries = a.values.map((value, k) =>
    join(number(value, a.hue), number(b.values[k] ?? Number.NaN, b.hue)),
  );
  return {
    operation: sign === '+' ? 'add' : 'subtract',
    result,
    lines: [chain(join(symbolOf(a), symbolOf(b)), { kind: 'list', entries }, list(result, 'z'))],
  };
}

/** c · a, every component times c. */
export function explainMultiple(c: number, a: Named, result: readonly number[]): Worked {
  const entries = a.values.map(
    (value): Expression => ({ kind: 'product', factors: [number(c, 'w'), number(value, a.hue)] }),
  );
  return {
    operation: 'scale',
    result,
    lines: [
      chain(
        { kind: 'juxtaposed', factors: [scalar('c', 'w'), symbolOf(a)] },
        { kind: 'list', entries },
        list(result, 'z'),
      ),
    ],
  };
}

function symbolOf({ name, hue }: Named): Expression {
  return vector(name, hue);
}

function lengthOf(v: Named): Expression {
  return { kind: 'norm', of: symbolOf(v) };
}

function dotOf(a: Named, b: Named): Expression {
  return { kind: 'product', factors: [symbolOf(a), symbolOf(b)] };
}
