/** The worked arithmetic of a step, derived from what its expressions were given and what they came to. */
import type { Worked } from '../explain/index.ts';
import type { Evaluated, Scene } from './scene.ts';
import { arithmetic } from './work/arithmetic.ts';
import { called } from './work/calls.ts';
import { comparison } from './work/comparisons.ts';
import { product } from './work/products.ts';
import { indexed, transposed } from './work/shapes.ts';

/** What one expression of a statement came to, and how. */
export interface Work {
  /** The expression, as it is written. */
  readonly text: string;
  readonly worked: Worked;
}

/** More lines than this would hide the code they explain. */
const MOST_LINES = 16;

/** The worked arithmetic of every expression of a step that computes, in the order of evaluation. */
export function workOf(scene: Scene): Work[] {
  return scene.evaluated.flatMap((evaluated) => {
    if (isStepping(evaluated, scene)) return [];
    const worked = workedOut(evaluated, scene);
    if (worked === undefined || worked.lines.length > MOST_LINES) return [];
    return [{ text: evaluated.expression.text, worked }];
  });
}

/** What only moves or picks numbers on their way to a computation needs no line of its own. */
function isStepping({ number, expression }: Evaluated, { evaluated }: Scene): boolean {
  const moves =
    expression.kind === 'subscript' || (expression.kind === 'attribute' && expression.name === 'T');
  const user = evaluated.find(({ expression: outer }) => outer.inputs.includes(number));
  return moves && user !== undefined && user.expression.function !== 'print';
}

function workedOut(evaluated: Evaluated, scene: Scene): Worked | undefined {
  switch (evaluated.expression.kind) {
    case 'binary':
      return evaluated.expression.operator === '@' ? product(evaluated, scene) : arithmetic(evaluated, scene);
    case 'compare':
      return comparison(evaluated, scene);
    case 'attribute':
      return evaluated.expression.name === 'T' ? transposed(evaluated, scene) : undefined;
    case 'subscript':
      return indexed(evaluated, scene);
    case 'call':
      return called(evaluated, scene);
    default:
      return undefined;
  }
}
