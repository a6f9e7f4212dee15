/** The formulas of worked arithmetic as trees, so that one structure is typeset, spoken and written as text. */
import type { Hue } from './hue.ts';
import { type FormattedNumber, formatNumber, hasPowerOfTen } from './number.ts';

export type Expression =
  | { readonly kind: 'number'; readonly formatted: FormattedNumber; readonly hue?: Hue | undefined }
  | {
      readonly kind: 'symbol';
      readonly name: string;
      /** Vectors are bold, matrices and scalars italic. */
      readonly face: 'vector' | 'matrix' | 'scalar';
      readonly index?: string | undefined;
      readonly hue?: Hue | undefined;
      /** A unit vector wears a hat. */
      readonly hat?: boolean | undefined;
    }
  | { readonly kind: 'sum'; readonly terms: readonly Expression[] }
  | { readonly kind: 'difference'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'product'; readonly factors: readonly Expression[] }
  /** Factors set side by side, as symbols are: ‖a‖ ‖b‖ cos θ. */
  | { readonly kind: 'juxtaposed'; readonly factors: readonly Expression[] }
  | { readonly kind: 'quotient'; readonly top: Expression; readonly bottom: Expression }
  | { readonly kind: 'power'; readonly base: Expression; readonly exponent: number }
  | { readonly kind: 'root'; readonly of: Expression }
  | { readonly kind: 'norm'; readonly of: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly of: readonly Expression[] }
  | { readonly kind: 'list'; readonly entries: readonly Expression[] }
  | { readonly kind: 'degrees'; readonly of: Expression }
  /** A comparison and its result: 0 ≠ −0.31: True. */
  | {
      readonly kind: 'judgement';
      readonly left: Expression;
      readonly comparison: Comparison;
      readonly right: Expression;
      readonly holds: boolean;
    };

/** How two numbers compare, as mathematics writes it. */
export type Comparison = '=' | '≠' | '<' | '≤' | '>' | '≥';

/** Returns a number as it will be shown. */
export function number(value: number, hue?: Hue, decimals?: number): Expression {
  return { kind: 'number', formatted: formatNumber(value, decimals), hue };
}

export function vector(name: string, hue?: Hue): Expression {
  return { kind: 'symbol', name, face: 'vector', hue };
}

export function matrix(name: string, hue?: Hue): Expression {
  return { kind: 'symbol', name, face: 'matrix', hue };
}

/** Returns a scalar, or with an index one entry of a vector or matrix: a₀, Z₁,₀. */
export function scalar(name: string, hue?: Hue, index?: string): Expression {
  return { kind: 'symbol', name, face: 'scalar', index, hue };
}

export function list(values: readonly number[], hue?: Hue): Expression {
  return { kind: 'list', entries: values.map((value) => number(value, hue)) };
}

/** The hues of the left and the right of two operands. */
export type Hues = readonly [left?: Hue | undefined, right?: Hue | undefined];

/** Returns the products of equally long lists, added: a₀·b₀ + a₁·b₁. */
export function sumOfProducts(
  left: readonly number[],
  right: readonly number[],
  [ofLeft, ofRight]: Hues = [],
): Expression {
  return sum(
    left.map((value, k) => ({
      kind: 'product',
      factors: [number(value, ofLeft), number(right[k] ?? Number.NaN, ofRight)],
    })),
  );
}

/** Terms added; a single term is itself. */
export function sum(terms: readonly Expression[]): Expression {
  const [only, ...rest] = terms;
  return only !== undefined && rest.length === 0 ? only : { kind: 'sum', terms };
}

export function sumOf(values: readonly number[], hue?: Hue): Expression {
  return sum(values.map((value) => number(value, hue)));
}

/** Returns the parts an expression is made of. */
function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'symbol':
      return [];
    case 'sum':
      return expression.terms;
    case 'difference':
    case 'judgement':
      return [expression.left, expression.right];
    case 'product':
    case 'juxtaposed':
      return expression.factors;
    case 'quotient':
      return [expression.top, expression.bottom];
    case 'power':
      return [expression.base];
    case 'root':
    case 'norm':
    case 'degrees':
      return [expression.of];
    case 'call':
      return expression.of;
    case 'list':
      return expression.entries;
    default:
      return assertNever(expression);
  }
}

/** Returns whether every number in it is shown whole. */
export function isExact(expression: Expression): boolean {
  return expression.kind === 'number' ? expression.formatted.exact : partsOf(expression).every(isExact);
}

/** What stands before a part decides whether a minus sign or a sum needs parentheses there. */
export type Place =
  /** Nothing, or something that encloses: the start of a line, an entry of a list, what is under a root. */
  | 'first'
  /** A plus or a minus. */
  | 'term'
  /** A multiplication sign. */
  | 'factor'
  /** It is followed by an exponent. */
  | 'base'
  /** It is followed by a degree sign. */
  | 'unit'
  /** A slash, where a formula is written on one line. */
  | 'divisor';

/** Returns whether an expression needs parentheses of its own at a place; parts of it that need them get theirs. */
export function needsParentheses(expression: Expression, place: Place): boolean {
  const { kind } = expression;
  if (place === 'first') return false;
  if (kind === 'number') {
    const { text } = expression.formatted;
    if (place === 'unit') return hasPowerOfTen(text);
    return text.startsWith('−') || ((place === 'base' || place === 'divisor') && hasPowerOfTen(text));
  }
  const adds = kind === 'sum' || kind === 'difference';
  if (place === 'unit') return false;
  if (place === 'base' || place === 'divisor') return adds || kind === 'product' || kind === 'juxtaposed';
  return adds && place === 'factor';
}

/** Returns the place of the first part inside an expression that stands at `place`, once its own parentheses are drawn. */
export function placeInside(expression: Expression, place: Place): Place {
  return needsParentheses(expression, place) ? 'first' : place;
}

/** Marks a switch as complete: it compiles only when no case is left. */
export function assertNever(value: never): never {
  throw new TypeError(`Unexpected case: ${JSON.stringify(value)}`);
}
