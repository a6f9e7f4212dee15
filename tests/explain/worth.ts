/** What expressions are worth by the digits that are shown, so that each "=" can be checked anew. */
import type { Chain, Expression } from '../../src/explain/index.ts';

/** The value of an expression by its shown digits alone; undefined where it holds a symbol. */
function worth(expression: Expression): number | undefined {
  const all = (parts: readonly Expression[], combine: (a: number, b: number) => number, start: number) =>
    parts
      .map(worth)
      .reduce((a, b) => (a === undefined || b === undefined ? undefined : combine(a, b)), start);
  switch (expression.kind) {
    case 'number':
      return fromShown(expression.formatted.text);
    case 'sum':
      return all(expression.terms, (a, b) => a + b, 0);
    case 'product':
      return all(expression.factors, (a, b) => a * b, 1);
    case 'power': {
      const base = worth(expression.base);
      return base === undefined ? undefined : base ** expression.exponent;
    }
    case 'root': {
      const of = worth(expression.of);
      return of === undefined ? undefined : Math.sqrt(of);
    }
    case 'difference':
    case 'quotient': {
      const [one, other] =
        expression.kind === 'quotient'
          ? [expression.top, expression.bottom]
          : [expression.left, expression.right];
      const [a, b] = [worth(one), worth(other)];
      if (a === undefined || b === undefined) return undefined;
      return expression.kind === 'quotient' ? a / b : a - b;
    }
    case 'call': {
      const [first = 0, second = 0] = expression.of.map((part) => worth(part) ?? Number.NaN);
      return expression.name === 'max' ? Math.max(first, second) : undefined;
    }
    case 'degrees':
      return worth(expression.of);
    default:
      return undefined;
  }
}

function fromShown(text: string): number {
  const [digits = '', power] = text.replaceAll('−', '-').split(' × 10');
  const exponent = [...(power ?? '⁰')]
    .map((mark) => (mark === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(mark)))
    .join('');
  return Number(`${digits}e${exponent}`);
}

/** Both sides of each sign of a line that can be worked out. */
export function* sides(line: Chain) {
  for (const [k, step] of line.entries()) {
    const before = line[k - 1];
    const [left, right] = [before && worth(before.expression), worth(step.expression)];
    if (left !== undefined && right !== undefined) yield { sign: step.sign, left, right, line };
  }
}

/** The largest number that squares or products of a line may reach, to which rounding is relative. */
export const size = (line: Chain): number =>
  Math.max(
    1,
    ...line.flatMap(
      ({ expression }) =>
        JSON.stringify(expression)
          .match(/-?\d+(\.\d+)?/g)
          ?.map((n) => Math.abs(Number(n)) ** 2) ?? [],
    ),
  );
