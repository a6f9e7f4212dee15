/** Changes of an expression that might give it a shape: those of listings, and for a typed shape another size. */
import { applyEdit, type Explanation } from '../listing/live/index.ts';
import type { ShapeProgram } from './program.ts';
import type { ShapeFailure } from './shape-check.ts';
import { namedTuple, readShapes } from './typed-shapes.ts';

/** A changed expression, still to be run. */
export type ShapeCandidate = { readonly expression: string; readonly piece: string };

/** Returns the candidates, the smallest first: transposes and columns, then one size of a typed shape. */
export function repairCandidates(
  { text, line, shapes }: ShapeProgram,
  expression: string,
  explanation: Explanation | undefined,
  failure: ShapeFailure | undefined,
): readonly ShapeCandidate[] {
  const edited = (explanation?.repairs ?? []).map(({ edit, piece }) => ({
    expression: readShapes(
      applyEdit(text, edit)
        .split('\n')
        .slice(line - 1)
        .join('\n'),
      shapes,
    ),
    piece: readShapes(piece),
  }));
  return [...edited, ...resized(expression, failure)];
}

/** For each operand that is a typed shape: the same with the size that the other one asks for. */
function resized(expression: string, failure: ShapeFailure | undefined): readonly ShapeCandidate[] {
  const [left, right] = failure?.operands ?? [];
  const [clash] = failure?.clashes ?? [];
  if (left === undefined || right === undefined || clash === undefined) return [];
  return [
    { operand: right, from: clash[1], to: clash[0] },
    { operand: left, from: clash[0], to: clash[1] },
  ].flatMap(({ operand, from, to }) => {
    if (from === undefined || to === undefined) return [];
    const axis = operand.sizes.lastIndexOf(from);
    const pattern = new RegExp(
      String.raw`\(\s*${operand.sizes.map((size) => String.raw`(?:\w+\s*[:=]\s*)?${size}`).join(String.raw`\s*,\s*`)}\s*,?\s*\)`,
      'u',
    );
    const written = namedTuple({ sizes: operand.sizes.with(axis, to), names: operand.names });
    const changed = expression.replace(pattern, written);
    return changed === expression ? [] : [{ expression: changed, piece: written }];
  });
}
