import type { Expression } from './parse/ast.ts';
import { parseExpression } from './parse/index.ts';

/**
 * Returns the source of each operand that a condition compares, in order: `a + 1` and `b` of `a + 1 < b`; of `and`, `or`
 * and `not` the operands of every part. A part that compares nothing counts as one operand.
 *
 * @throws {PythonSyntaxError} for a text that is not an expression
 */
export function comparedParts(condition: string): string[] {
  return operandsOf(parseExpression(condition)).flatMap((operand) => textOf(operand, condition));
}

function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'compare':
      return [expression.first, ...expression.links.map(({ operand }) => operand)];
    case 'logical':
      return expression.operands.flatMap(operandsOf);
    case 'not':
      return operandsOf(expression.operand);
    default:
      return [expression];
  }
}

/** Returns the operand as it is written; a constant says its own value and needs no text. */
function textOf({ kind, line, column, end }: Expression, source: string): string[] {
  if (kind === 'constant' || end === undefined || line !== 1 || end.line !== 1) return [];
  // The parser reads the text in parentheses.
  return [source.slice(column - 2, end.column - 2)];
}
