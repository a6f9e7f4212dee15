/** Leaving a frame, with a value or with an exception. */
import { PyError, type PyException, pyError, type TracebackEntry } from '../objects/exceptions.ts';
import { InconsistentBases } from '../objects/linearise.ts';
import type { Value } from '../objects/object.ts';
import type { Expression, Pattern } from '../parse/ast.ts';
import { Refusal } from '../refusal.ts';
import { isStackOverflow } from '../stack-overflow.ts';
import type { Frame } from './frame.ts';

export function finish(frame: Frame, value: Value): Value {
  frame.run.observer?.left(frame, value);
  return value;
}

/** Python's view of whatever was thrown: the stack running out is RecursionError. */
export function asPythonError(error: unknown): PyError | undefined {
  if (error instanceof PyError) return error;
  if (isStackOverflow(error)) return pyError('RecursionError', 'maximum recursion depth exceeded');
  if (error instanceof InconsistentBases)
    return pyError('TypeError', 'Cannot create a consistent method resolution order (MRO) for bases');
  return undefined;
}

/** Adds the frame to an exception that leaves it, and the place to a refusal. */
export function noteException(frame: Frame, error: unknown): unknown {
  if (error instanceof Refusal) {
    error.line ??= frame.at.line;
    error.column ??= frame.at.column;
  }
  const python = asPythonError(error);
  if (python === undefined) return error;
  recordPassage(frame, python.exception);
  frame.run.observer?.left(frame, null);
  return python;
}

/** An exception reached the edge of a `try` or of the frame itself. */
export function recordPassage(frame: Frame, exception: PyException): void {
  const visible = frame.visible;
  if (exception.passed !== visible) {
    exception.passed = visible;
    if (exception.traceback.length === 0) exception.self = visible.variables.get('self');
    exception.traceback.push({ ...placeOf(frame), function: visible.name ?? '<module>' });
    frame.run.observer?.raised(visible, exception);
  }
}

function placeOf({ at }: Frame): Omit<TracebackEntry, 'function'> {
  const { line, column } = at;
  if (!('end' in at) || at.end === undefined) return { line, column };
  const node = at as Expression | Pattern;
  return { line, column, end: node.end, mark: markOf(node) };
}

function markOf(node: Expression | Pattern): TracebackEntry['mark'] {
  switch (node.kind) {
    case 'binary':
      return node.left.end && { kind: 'operator', after: node.left.end, until: node.right };
    case 'subscript':
      return mark(node.object);
    case 'call':
      return mark(node.callee);
    case 'class-pattern':
      return mark(node.type);
    default:
      return undefined;
  }
}

const mark = ({ kind, end }: Expression): TracebackEntry['mark'] =>
  end && { kind: 'brackets', after: end, isPlainCall: kind === 'name' };
