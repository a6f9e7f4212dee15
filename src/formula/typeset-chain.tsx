import { cloneElement, type ReactElement, type ReactNode } from 'react';
import {
  assertNever,
  type Chain,
  type Expression,
  needsParentheses,
  type Place,
  placeInside,
  type Quantity,
} from '../explain/index.ts';

/** Text, or an element that text alone cannot be. */
type Mark = string | ReactElement;

/**
 * Returns worked arithmetic as children of one element. Text is in one piece as far as it goes, because a sum may be drawn
 * again with each frame of a drag; only what has a hue, a face or a shape of its own is an element. The style sheet draws
 * fractions and roots.
 *
 * A line may break before a plus, a minus and a sign of equality, and after a comma; not inside a product.
 */
export function typesetChain(chain: Chain): ReactNode {
  return drawn(
    chain.flatMap(({ sign, expression }) => [
      ...(sign === '' ? [] : [` ${sign}\u00a0`]),
      ...marksOf(expression, 'first'),
    ]),
  );
}

/** The marks as children of one element. */
function drawn(marks: readonly Mark[]): ReactNode {
  const joined: Mark[] = [];
  for (const mark of marks) {
    const last = joined.at(-1);
    if (typeof mark === 'string' && typeof last === 'string') joined[joined.length - 1] = last + mark;
    else joined.push(mark);
  }
  const [only, ...rest] = joined;
  if (rest.length === 0) return only;
  return joined.map((mark, key) => (typeof mark === 'string' ? mark : cloneElement(mark, { key })));
}

function marksOf(of: Expression, place: Place): readonly Mark[] {
  const marks = inner(of, placeInside(of, place));
  return needsParentheses(of, place) ? ['(', ...marks, ')'] : marks;
}

function inner(of: Expression, place: Place): readonly Mark[] {
  switch (of.kind) {
    case 'number':
      return [coloured(of.formatted.text, of.quantity)];
    case 'symbol':
      return [symbol(of)];
    case 'sum':
      return joined(of.terms, place, 'term', ' +\u00a0');
    case 'difference':
      return joined([of.left, of.right], place, 'term', ' −\u00a0');
    case 'product':
      return joined(of.factors, place, 'factor', '\u00a0·\u00a0');
    case 'juxtaposed':
      return joined(of.factors, place, 'factor', '\u2009');
    case 'quotient': {
      const fraction = (
        <span className="formula-fraction">
          <span>{drawn(marksOf(of.top, 'first'))}</span>
          <span>{drawn(marksOf(of.bottom, 'first'))}</span>
        </span>
      );
      return [fraction];
    }
    case 'power': {
      const exponent = <sup>{of.exponent}</sup>;
      return [...marksOf(of.base, 'base'), exponent];
    }
    case 'root': {
      const root = (
        <span className="formula-root">
          √<span>{drawn(marksOf(of.of, 'first'))}</span>
        </span>
      );
      return [root];
    }
    case 'norm':
      return ['‖', ...marksOf(of.of, 'first'), '‖'];
    case 'call':
      return of.of.length > 1
        ? [`${of.name}(`, ...joined(of.of, 'first', 'first', ', '), ')']
        : [`${of.name}\u2009`, ...joined(of.of, 'first', 'first', '')];
    case 'list':
      return ['[', ...joined(of.entries, 'first', 'first', ', '), ']'];
    case 'degrees':
      return [...marksOf(of.of, place), '°'];
    case 'judgement':
      return [
        ...marksOf(of.left, 'first'),
        ` ${of.comparison} `,
        ...marksOf(of.right, 'first'),
        `: ${of.holds ? 'True' : 'False'}`,
      ];
    default:
      return assertNever(of);
  }
}

function coloured(text: string, quantity: Quantity | undefined): Mark {
  return quantity === undefined ? text : <span className={`q-${quantity}`}>{text}</span>;
}

function symbol({ name, face, hat, index, quantity }: Extract<Expression, { kind: 'symbol' }>): Mark {
  const letter = (
    <>
      {name}
      {index !== undefined && <sub>{index}</sub>}
    </>
  );
  const className =
    [quantity && `q-${quantity}`, hat && 'formula-hat'].filter(Boolean).join(' ') || undefined;
  return face === 'vector' ? <b className={className}>{letter}</b> : <i className={className}>{letter}</i>;
}

/** Parts with an operator between them; the first stands where the whole does. */
function joined(parts: readonly Expression[], first: Place, next: Place, operator: string): Mark[] {
  return parts.flatMap((part, k) => (k === 0 ? marksOf(part, first) : [operator, ...marksOf(part, next)]));
}
