import { type Expression, isExact } from './expression.ts';
import { expressionText } from './text.ts';

/** One step of a chain and the sign before it; the first has none. */
export type Step = { readonly sign: '' | '=' | '≈'; readonly expression: Expression };

/** A chain of steps that are equal to each other, up to rounding: a·b = 3·1 + 2·4 = 3 + 8 = 11. */
export type Chain = readonly Step[];

/** Worked arithmetic: what was computed, the lines that show how, and what came out. */
export type Worked = {
  readonly operation: string;
  readonly lines: readonly Chain[];
  readonly result: readonly number[];
};

/**
 * Joins steps by "=" where both sides are shown whole and by "≈" where either was rounded, which is the only place
 * where that is decided. Steps that read the same become one, with the colour of the last.
 */
export function chain(...expressions: readonly Expression[]): Chain {
  const distinct = expressions.filter((expression, k) => {
    const next = expressions[k + 1];
    return next === undefined || expressionText(expression) !== expressionText(next);
  });
  return distinct.map((expression, k): Step => {
    const before = distinct[k - 1];
    if (before === undefined) return { sign: '', expression };
    return { sign: isExact(before) && isExact(expression) ? '=' : '≈', expression };
  });
}
