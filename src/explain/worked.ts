import { displayedValue } from './displayed-value.ts';
import { type Expression, isExact } from './expression.ts';
import { expressionText } from './text.ts';

/** One step of a chain and the sign before it; the first has none. */
type Step = { readonly sign: '' | '=' | '≈'; readonly expression: Expression };

/** A chain of steps that are equal to each other, up to rounding: a·b = 3·1 + 2·4 = 3 + 8 = 11. */
export type Chain = readonly Step[];

/** Worked arithmetic: what was computed, the lines that show how, and what came out. */
export type Worked = {
  readonly operation: string;
  readonly lines: readonly Chain[];
  readonly result: readonly number[];
};

/**
 * Joins steps by "=" or "≈", as `relationBetween` decides. Steps that read the same become one, with the colour of the last.
 */
export function chain(...expressions: readonly Expression[]): Chain {
  const distinct = expressions.filter((expression, k) => {
    const next = expressions[k + 1];
    return next === undefined || expressionText(expression) !== expressionText(next);
  });
  return distinct.map((expression, k): Step => {
    const before = distinct[k - 1];
    if (before === undefined) return { sign: '', expression };
    return { sign: relationBetween(before, expression), expression };
  });
}

/**
 * Returns "=" where both sides are shown whole, or where the right one is and the digits shown on the left come to just
 * that, as in 0 / (3.6056 · 4.1231) = 0; else "≈".
 */
function relationBetween(left: Expression, right: Expression): '=' | '≈' {
  if (!isExact(right)) return '≈';
  return isExact(left) || displayedValue(left) === displayedValue(right) ? '=' : '≈';
}
