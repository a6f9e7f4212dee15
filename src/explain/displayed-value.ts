import { assertNever, type Expression } from './expression.ts';
import { numberOfText } from './number.ts';

/**
 * Returns the value of an expression computed from the digits it shows; undefined for symbols, lists, functions and comparisons.
 */
export function displayedValue(expression: Expression): number | undefined {
  switch (expression.kind) {
    case 'number':
      return numberOfText(expression.formatted.text);
    case 'sum':
      return combined(expression.terms, (a, b) => a + b);
    case 'product':
    case 'juxtaposed':
      return combined(expression.factors, (a, b) => a * b);
    case 'difference':
      return combined([expression.left, expression.right], (a, b) => a - b);
    case 'quotient':
      return combined([expression.top, expression.bottom], (a, b) => a / b);
    case 'power':
      return mapped(expression.base, (base) => base ** expression.exponent);
    case 'root':
      return mapped(expression.of, Math.sqrt);
    case 'degrees':
      return displayedValue(expression.of);
    case 'symbol':
    case 'norm':
    case 'call':
    case 'list':
    case 'judgement':
      return undefined;
    default:
      return assertNever(expression);
  }
}

function mapped(part: Expression, compute: (value: number) => number): number | undefined {
  const value = displayedValue(part);
  return value === undefined ? undefined : compute(value);
}

function combined(
  parts: readonly Expression[],
  compute: (a: number, b: number) => number,
): number | undefined {
  return parts
    .map(displayedValue)
    .reduce((a, b) => (a === undefined || b === undefined ? undefined : compute(a, b)));
}
