/**
 * Draws worked arithmetic as MathML. Browsers never break a line inside `<math>`, so a chain is drawn as several, one from
 * each place to the next where a line may end: before a plus, a minus and a sign of equality, and after a comma; not inside
 * a product, a fraction or a root.
 */
import { createElement, type ReactElement, type ReactNode } from 'react';
import {
  assertNever,
  type Chain,
  type Expression,
  needsParentheses,
  type Place,
  placeInside,
  splitPower,
} from '../explain/index.ts';
import { inFace } from './letters.ts';

/** An element of MathML, and whether a line may end before or after it. */
interface Mark {
  readonly element: ReactElement;
  readonly breaks?: 'before' | 'after';
}

/** Returns worked arithmetic as children of one element. */
export function typesetChain(chain: Chain): ReactNode {
  const marks = chain.flatMap(({ sign, expression }) => [
    ...(sign === '' ? [] : [operator(sign)]),
    ...marksOf(expression, 'first'),
  ]);
  return pieces(marks).map((piece, key) => maths('math', { key }, piece));
}

/** Returns the marks from one place where a line may end to the next. */
function pieces(marks: readonly Mark[]): Mark[][] {
  const result: Mark[][] = [[]];
  for (const mark of marks) {
    const last = result.at(-1) ?? [];
    const begins = last.length > 0 && (mark.breaks === 'before' || last.at(-1)?.breaks === 'after');
    if (begins) result.push([mark]);
    else last.push(mark);
  }
  return result;
}

function maths(
  tag: string,
  properties: Readonly<Record<string, unknown>>,
  marks: readonly Mark[],
): ReactElement {
  return createElement(tag, properties, ...marks.map(({ element }) => element));
}

function element(tag: string, text: string, properties: Readonly<Record<string, unknown>> = {}): Mark {
  return { element: createElement(tag, properties, text) };
}

/** Operators that a browser takes for a sign where they begin a piece. */
const SIGNS = /^[+−±]$/;

/** Returns an operator between its operands, also where it begins a piece. */
function operator(text: string): Mark {
  return { ...element('mo', text, SIGNS.test(text) ? { form: 'infix' } : {}), breaks: 'before' };
}

/** Returns a bracket or bar without space of its own, as high as the line. Browsers know on which side a bracket stands. */
function fence(text: string, form: 'prefix' | 'postfix'): Mark {
  const isBar = text === '‖' || text === '|';
  return element('mo', text, { stretchy: 'false', ...(isBar && { form, lspace: '0', rspace: '0' }) });
}

const SPACE: Mark = { element: createElement('mspace', { width: '0.1667em' }) };

/** Returns the marks as one element. */
function row(marks: readonly Mark[]): Mark {
  const [only, ...rest] = marks;
  return only !== undefined && rest.length === 0 ? only : { element: maths('mrow', {}, marks) };
}

function marksOf(of: Expression, place: Place): readonly Mark[] {
  const marks = inner(of, placeInside(of, place));
  return needsParentheses(of, place) ? [fence('(', 'prefix'), ...marks, fence(')', 'postfix')] : marks;
}

function inner(of: Expression, place: Place): readonly Mark[] {
  switch (of.kind) {
    case 'number':
      return [numberMark(of.formatted.text, of.hue)];
    case 'symbol':
      return [symbol(of)];
    case 'sum':
      return joined(of.terms, place, 'term', [operator('+')]);
    case 'difference':
      return joined([of.left, of.right], place, 'term', [operator('−')]);
    case 'product':
      return joined(of.factors, place, 'factor', [element('mo', '·')]);
    case 'juxtaposed':
      return joined(of.factors, place, 'factor', [SPACE]);
    case 'quotient':
      return [wrapped('mfrac', [row(marksOf(of.top, 'first')), row(marksOf(of.bottom, 'first'))])];
    case 'power':
      return [wrapped('msup', [row(marksOf(of.base, 'base')), element('mn', String(of.exponent))])];
    case 'root':
      return [wrapped('msqrt', marksOf(of.of, 'first'))];
    case 'norm':
      return [fence('‖', 'prefix'), ...marksOf(of.of, 'first'), fence('‖', 'postfix')];
    case 'call':
      return of.of.length > 1
        ? [element('mi', of.name), ...bracketed('(', of.of, ')')]
        : [element('mi', of.name), SPACE, ...of.of.flatMap((part) => marksOf(part, 'first'))];
    case 'list':
      return bracketed('[', of.entries, ']');
    case 'degrees':
      return [...marksOf(of.of, 'unit'), element('mo', '°', { lspace: '0', rspace: '0' })];
    case 'judgement':
      return [
        ...marksOf(of.left, 'first'),
        operator(of.comparison),
        ...marksOf(of.right, 'first'),
        element('mtext', `: ${of.holds ? 'True' : 'False'}`),
      ];
    default:
      return assertNever(of);
  }
}

function wrapped(tag: string, marks: readonly Mark[]): Mark {
  return { element: maths(tag, {}, marks) };
}

/** Returns a number, with its power of ten raised. */
function numberMark(text: string, hue: string | undefined): Mark {
  const [digits, exponent] = splitPower(text);
  const className = hue && `q-${hue}`;
  if (exponent === undefined) return element('mn', digits, { className });
  const power = wrapped('msup', [element('mn', '10'), element('mn', exponent)]);
  return { element: maths('mrow', { className }, [element('mn', digits), element('mo', '×'), power]) };
}

function symbol({ name, face, hat, index, hue }: Extract<Expression, { kind: 'symbol' }>): Mark {
  const isLetter = [...name].length === 1;
  const drawn = face === 'vector' && isLetter ? inFace(name, 'bold') : name;
  // A name of a program, such as `layer.weight`, is no letter of mathematics.
  const letter = isLetter ? element('mi', drawn) : element('mi', drawn, { className: 'formula-name' });
  const accent = element('mo', 'ˆ', { stretchy: 'false' });
  const hatted = hat ? { element: maths('mover', { accent: 'true' }, [letter, accent]) } : letter;
  const whole = index === undefined ? hatted : wrapped('msub', [hatted, element('mn', index)]);
  return hue === undefined ? whole : { element: maths('mrow', { className: `q-${hue}` }, [whole]) };
}

function bracketed(open: string, parts: readonly Expression[], close: string): readonly Mark[] {
  const comma: Mark = { ...element('mo', ','), breaks: 'after' };
  return [fence(open, 'prefix'), ...joined(parts, 'first', 'first', [comma]), fence(close, 'postfix')];
}

/** Parts with an operator between them; the first stands where the whole does. */
function joined(parts: readonly Expression[], first: Place, next: Place, between: readonly Mark[]): Mark[] {
  return parts.flatMap((part, k) => (k === 0 ? marksOf(part, first) : [...between, ...marksOf(part, next)]));
}
