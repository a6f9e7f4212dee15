/** Worked arithmetic as a line of plain text: for a caption, a copied line, a terminal. */
import {
  assertNever,
  type Expression,
  needsParentheses,
  type Place,
  placeInside,
  type Quantity,
} from './expression.ts';
import type { Chain } from './worked.ts';

/** Writes a number or a symbol; what stands between them is the same everywhere. */
type Leaf = (text: string, quantity: Quantity | undefined) => string;

const plain: Leaf = (text) => text;

export function chainText(chain: Chain): string {
  return written(chain, plain);
}

function written(chain: Chain, leaf: Leaf): string {
  return chain
    .map(({ sign, expression }) => (sign === '' ? '' : `${sign} `) + inPlace(expression, 'first', leaf))
    .join(' ');
}

/** A run of text that belongs to one quantity, or to none. */
export type TextPart = { readonly text: string; readonly quantity?: Quantity };

const [OPEN, CLOSE] = ['\u0001', '\u0002'];

/** The text of a chain in parts, so that each can have its hue. */
export function chainParts(chain: Chain): TextPart[] {
  const marked = written(chain, (text, quantity) =>
    quantity === undefined ? text : `${OPEN}${quantity}${text}${CLOSE}`,
  );
  return marked
    .split(new RegExp(`(${OPEN}[^${CLOSE}]*)${CLOSE}`))
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith(OPEN) ? { text: part.slice(2), quantity: part.charAt(1) as Quantity } : { text: part },
    );
}

export function expressionText(expression: Expression, place: Place = 'first'): string {
  return inPlace(expression, place, plain);
}

function inPlace(expression: Expression, place: Place, leaf: Leaf): string {
  const text = inner(expression, placeInside(expression, place), leaf);
  return needsParentheses(expression, place) ? `(${text})` : text;
}

function inner(expression: Expression, place: Place, leaf: Leaf): string {
  const write = (part: Expression, at: Place = 'first') => inPlace(part, at, leaf);
  const joined = (parts: readonly Expression[], next: Place, operator: string): string =>
    parts.map((part, k) => write(part, k === 0 ? place : next)).join(operator);
  switch (expression.kind) {
    case 'number':
      return leaf(expression.formatted.text, expression.quantity);
    case 'symbol':
      return leaf(
        expression.name + (expression.hat ? '\u0302' : '') + subscript(expression.index ?? ''),
        expression.quantity,
      );
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
      const base = write(expression.base, 'base');
      return `${base}${SUPERSCRIPTS[expression.exponent] ?? `^${expression.exponent}`}`;
    }
    case 'root':
      return expression.of.kind === 'number'
        ? `√${write(expression.of, 'base')}`
        : `√(${write(expression.of)})`;
    case 'norm':
      return `‖${write(expression.of)}‖`;
    case 'call': {
      const of = expression.of.map((part) => write(part));
      return of.length > 1 ? `${expression.name}(${of.join(', ')})` : `${expression.name} ${of.join('')}`;
    }
    case 'list':
      return `[${expression.entries.map((entry) => write(entry)).join(', ')}]`;
    case 'degrees':
      return `${write(expression.of, 'unit')}°`;
    case 'judgement': {
      const { left, comparison, right, holds } = expression;
      return `${write(left)} ${comparison} ${write(right)}: ${holds ? 'True' : 'False'}`;
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
