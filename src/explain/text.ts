/** Worked arithmetic as a line of plain text: for a caption, a copied line, a terminal. */
import { assertNever, type Expression, needsParentheses, type Place, placeInside } from './expression.ts';
import type { Chain } from './worked.ts';

export function chainText(chain: Chain): string {
  return chain
    .map(({ sign, expression }) => (sign === '' ? '' : `${sign} `) + expressionText(expression))
    .join(' ');
}

export function expressionText(expression: Expression, place: Place = 'first'): string {
  const text = inner(expression, placeInside(expression, place));
  return needsParentheses(expression, place) ? `(${text})` : text;
}

function inner(expression: Expression, place: Place): string {
  const joined = (parts: readonly Expression[], next: Place, operator: string): string =>
    parts.map((part, k) => expressionText(part, k === 0 ? place : next)).join(operator);
  switch (expression.kind) {
    case 'number':
      return expression.formatted.text;
    case 'symbol':
      return expression.name + (expression.hat ? '\u0302' : '') + subscript(expression.index ?? '');
    case 'sum':
      return joined(expression.terms, 'term', ' + ');
    case 'difference':
      return joined([expression.left, expression.right], 'term', ' − ');
    case 'product':
      return joined(expression.factors, 'factor', ' · ');
    case 'juxtaposed':
      return joined(expression.factors, 'factor', ' ');
    case 'quotient':
      return joined([expression.top, expression.bottom], 'divisor', ' / ');
    case 'power': {
      const base = expressionText(expression.base, 'base');
      return `${base}${SUPERSCRIPTS[expression.exponent] ?? `^${expression.exponent}`}`;
    }
    case 'root':
      return expression.of.kind === 'number'
        ? `√${expressionText(expression.of, 'base')}`
        : `√(${expressionText(expression.of)})`;
    case 'norm':
      return `‖${expressionText(expression.of)}‖`;
    case 'call': {
      const of = expression.of.map((part) => expressionText(part));
      return of.length > 1 ? `${expression.name}(${of.join(', ')})` : `${expression.name} ${of.join('')}`;
    }
    case 'list':
      return `[${expression.entries.map((entry) => expressionText(entry)).join(', ')}]`;
    case 'degrees':
      return `${expressionText(expression.of, 'unit')}°`;
    case 'judgement': {
      const { left, comparison, right, holds } = expression;
      return `${expressionText(left)} ${comparison} ${expressionText(right)}: ${holds ? 'True' : 'False'}`;
    }
    default:
      return assertNever(expression);
  }
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** Returns an index with small low digits, as Unicode has them: "1,0" becomes "₁,₀". */
export function subscript(index: string): string {
  return index.replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)] ?? digit);
}
