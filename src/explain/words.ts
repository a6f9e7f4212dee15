/** Worked arithmetic as it is said aloud, for those who listen to the page. */
import { assertNever, type Expression, needsParentheses } from './expression.ts';
import { numberWords } from './number.ts';
import type { Chain } from './worked.ts';

const COMPARISONS = {
  '=': 'equal to',
  '≠': 'not equal to',
  '<': 'less than',
  '≤': 'at most',
  '>': 'greater than',
  '≥': 'at least',
} as const;
const SIGNS = { '': '', '=': 'equals ', '≈': 'is about ' } as const;

export function chainWords(chain: Chain): string {
  return chain.map(({ sign, expression }) => SIGNS[sign] + expressionWords(expression)).join(' ');
}

function expressionWords(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return numberWords(expression.formatted.text);
    case 'symbol':
      return [
        expression.name === 'θ' ? 'theta' : expression.name,
        expression.hat && 'hat',
        expression.index?.replace(',', ' '),
      ]
        .filter((part) => typeof part === 'string')
        .join(' ');
    case 'sum':
      return expression.terms.map(expressionWords).join(' plus ');
    case 'difference':
      return `${expressionWords(expression.left)} minus ${groupedWords(expression.right, ['sum', 'difference'])}`;
    case 'product':
      return expression.factors
        .map((factor) => groupedWords(factor, ['sum', 'difference']))
        .join(isOfVectors(expression.factors) ? ' dot ' : ' times ');
    case 'juxtaposed':
      return expression.factors.map(expressionWords).join(' times ');
    case 'quotient':
      return `${groupedWords(expression.top, ['sum', 'difference'])} over ${groupedWords(expression.bottom, GROUPS)}`;
    case 'power':
      return powerWords(expression);
    case 'root':
      return `the square root of ${groupedWords(expression.of, GROUPS)}`;
    case 'norm':
      return `the length of ${expressionWords(expression.of)}`;
    case 'call':
      return `${CALLS[expression.name] ?? expression.name} of ${expression.of.map(expressionWords).join(' and ')}`;
    case 'list':
      return expression.entries.map(expressionWords).join(' comma ');
    case 'degrees':
      return `${expressionWords(expression.of)} degrees`;
    case 'judgement': {
      const { left, comparison, right, holds } = expression;
      const sides = `${expressionWords(left)} ${COMPARISONS[comparison]} ${expressionWords(right)}`;
      return `${sides} is ${holds ? 'true' : 'false'}`;
    }
    default:
      return assertNever(expression);
  }
}

type Group = 'sum' | 'difference' | 'product' | 'juxtaposed';
const GROUPS: readonly Group[] = ['sum', 'difference', 'product', 'juxtaposed'];

/**
 * Returns the words of a part. Writing holds a part of one of these kinds together by brackets, a fraction bar or a root; speech
 * has none of them, so that part is named first: "the product of 3.6056 and 4.1231".
 */
function groupedWords(expression: Expression, kinds: readonly Group[]): string {
  const { kind } = expression;
  if (!kinds.some((each) => each === kind)) return expressionWords(expression);
  switch (kind) {
    case 'sum':
      return `the sum of ${listedWords(expression.terms)}`;
    case 'difference':
      return `the difference of ${listedWords([expression.left, expression.right])}`;
    case 'product':
    case 'juxtaposed':
      return `the product of ${listedWords(expression.factors)}`;
    default:
      return expressionWords(expression);
  }
}

/** "3, 4 and 5". */
function listedWords(parts: readonly Expression[]): string {
  const texts = parts.map((part) => groupedWords(part, GROUPS.slice(0, 2)));
  return `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}

/** Returns a power in words. A base that is written in brackets is named last: "the square of minus 3", not "minus 3 squared". */
function powerWords({ base, exponent }: Extract<Expression, { kind: 'power' }>): string {
  const said = expressionWords(base);
  if (needsParentheses(base, 'base'))
    return exponent === 2 ? `the square of ${said}` : `the power ${exponent} of ${said}`;
  return exponent === 2 ? `${said} squared` : `${said} to the ${exponent}`;
}

function isOfVectors(factors: readonly Expression[]): boolean {
  return factors.every((factor) => factor.kind === 'symbol' && factor.face === 'vector');
}

const CALLS: Readonly<Record<string, string>> = {
  cos: 'the cosine',
  max: 'the larger',
  det: 'the determinant',
};
