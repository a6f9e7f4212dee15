/** Worked arithmetic as plain TeX, for KaTeX and for copying. */
import { assertNever, type Expression, needsParentheses, type Place, placeInside } from './expression.ts';
import { numberTex } from './number.ts';
import type { Chain } from './worked.ts';

const COMPARISONS = { '=': '=', '≠': '\\neq', '<': '<', '≤': '\\leq', '>': '>', '≥': '\\geq' } as const;
const SIGNS = { '': '', '=': '= ', '≈': '\\approx ' } as const;

export function chainTex(chain: Chain): string {
  return chain.map(({ sign, expression }) => SIGNS[sign] + expressionTex(expression)).join(' ');
}

export function expressionTex(expression: Expression, place: Place = 'first'): string {
  const tex = inner(expression, placeInside(expression, place));
  return needsParentheses(expression, place) ? `(${tex})` : tex;
}

function inner(expression: Expression, place: Place): string {
  const joined = (parts: readonly Expression[], next: Place, operator: string): string =>
    parts.map((part, k) => expressionTex(part, k === 0 ? place : next)).join(operator);
  switch (expression.kind) {
    case 'number':
      return numberTex(expression.formatted.text);
    case 'symbol':
      return symbolTex(expression);
    case 'sum':
      return joined(expression.terms, 'term', ' + ');
    case 'difference':
      return joined([expression.left, expression.right], 'term', ' - ');
    case 'product':
      return joined(expression.factors, 'factor', ' \\cdot ');
    case 'juxtaposed':
      return joined(expression.factors, 'factor', ' \\, ');
    case 'quotient':
      return `\\frac{${expressionTex(expression.top)}}{${expressionTex(expression.bottom)}}`;
    case 'power':
      return `${expressionTex(expression.base, 'base')}^{${expression.exponent}}`;
    case 'root':
      return `\\sqrt{${expressionTex(expression.of)}}`;
    case 'norm':
      return `\\lVert ${expressionTex(expression.of)} \\rVert`;
    case 'call': {
      const of = expression.of.map((part) => expressionTex(part));
      return of.length > 1 ? `\\${expression.name}(${of.join(', ')})` : `\\${expression.name} ${of.join('')}`;
    }
    case 'list':
      return `[${expression.entries.map((entry) => expressionTex(entry)).join(', ')}]`;
    case 'degrees':
      return `${expressionTex(expression.of, 'unit')}^\\circ`;
    case 'judgement': {
      const { left, comparison, right, holds } = expression;
      const sides = `${expressionTex(left)} ${COMPARISONS[comparison]} ${expressionTex(right)}`;
      return `${sides} \\text{: ${holds ? 'True' : 'False'}}`;
    }
    default:
      return assertNever(expression);
  }
}

function symbolTex({ name, face, hat, index }: Extract<Expression, { kind: 'symbol' }>): string {
  const letter = letterTex(name);
  const faced = face === 'vector' ? `\\mathbf{${letter}}` : letter;
  const hatted = hat ? `\\hat{${faced}}` : faced;
  return index === undefined ? hatted : `${hatted}_{${index}}`;
}

/** A letter of mathematics as it is; a name of a program, such as `W[0, 1]`, in the face of code. */
function letterTex(name: string): string {
  if (name === 'θ') return '\\theta';
  return [...name].length === 1
    ? name
    : `\\mathtt{${name.replaceAll(/[_&%#$]/g, '\\$&').replaceAll(' ', '\\ ')}}`;
}
