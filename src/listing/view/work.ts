/** The worked arithmetic of a step, derived from what its expressions were given and what they came to. */
import type { Worked } from '../../explain/index.ts';
import type { Work } from './state.ts';
import type { Evaluated, StepContext } from './step-context.ts';
import { arithmetic } from './work/arithmetic.ts';
import { called } from './work/calls.ts';
import { comparison } from './work/comparisons.ts';
import { product } from './work/products.ts';
import { indexed, transposed } from './work/shapes.ts';

/** More lines than this would hide the code they explain. */
const MOST_LINES = 16;

/** Returns the worked arithmetic of every expression of a step that computes, in the order of evaluation. */
export function workOf(context: StepContext): Work[] {
  return context.evaluated.flatMap((evaluated) => {
    if (isStepping(evaluated, context)) return [];
    const worked = workedOut(evaluated, context);
    if (worked === undefined || worked.lines.length > MOST_LINES) return [];
    return [{ text: evaluated.expression.text, worked }];
  });
}

/** Returns whether an expression only moves or picks numbers for a computation around it, so that it needs no line of its own. */
function isStepping({ number, expression }: Evaluated, { evaluated }: StepContext): boolean {
  const moves =
    expression.kind === 'subscript' || (expression.kind === 'attribute' && expression.name === 'T');
  const user = evaluated.find(({ expression: outer }) => outer.inputs.includes(number));
  return moves && user !== undefined && user.expression.function !== 'print';
}

function workedOut(evaluated: Evaluated, context: StepContext): Worked | undefined {
  switch (evaluated.expression.kind) {
    case 'binary':
      return evaluated.expression.operator === '@'
        ? product(evaluated, context)
        : arithmetic(evaluated, context);
    case 'compare':
      return comparison(evaluated, context);
    case 'attribute':
      return evaluated.expression.name === 'T' ? transposed(evaluated, context) : undefined;
    case 'subscript':
      return indexed(evaluated, context);
    case 'call':
      return called(evaluated, context);
    default:
      return undefined;
  }
}
