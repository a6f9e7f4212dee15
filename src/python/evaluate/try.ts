/** `try` with its `except`, `else` and `finally`. */
import { PyTuple } from '../objects/collections.ts';
import { builtinException, type PyError, type PyException, typeError } from '../objects/exceptions.ts';
import { PyType, type Value } from '../objects/object.ts';
import type { ExceptHandler, Try } from '../parse/ast.ts';
import { asPythonError, recordPassage } from './exit.ts';
import { evaluate } from './expressions.ts';
import { type Execution, execute } from './flow.ts';
import { type Frame, writeName } from './frame.ts';
import type { Completion } from './statements.ts';

export function* executeTry(node: Try, frame: Frame): Execution {
  if (node.finally.length === 0) return yield* executeHandled(node, frame);
  let pending: PyError | undefined;
  let completion: Completion = 'normal';
  try {
    completion = yield* executeHandled(node, frame);
  } catch (error) {
    pending = caught(error, frame);
  }
  const returned = frame.returned;
  const { run } = frame;
  const before = run.handling;
  if (pending !== undefined) run.handling = pending.exception;
  const last = yield* withContext(() => execute(node.finally, frame), pending?.exception, frame);
  run.handling = before;
  if (last !== 'normal') return last;
  if (pending !== undefined) throw pending;
  frame.returned = returned;
  return completion;
}

/** Python's exception; anything else (a refusal, a limit) goes through untouched. */
function caught(error: unknown, frame: Frame): PyError {
  const python = asPythonError(error);
  if (python === undefined) throw error;
  recordPassage(frame, python.exception);
  return python;
}

function* executeHandled(node: Try, frame: Frame): Execution {
  const { loops } = frame;
  let error: PyError | undefined;
  try {
    const completion = yield* execute(node.body, frame);
    if (completion !== 'normal') return completion;
  } catch (thrown) {
    error = caught(thrown, frame);
    frame.loops = loops;
  }
  if (error === undefined) return yield* execute(node.otherwise, frame);
  for (const handler of node.handlers) {
    frame.run.observer?.line(frame, handler.line);
    frame.at = handler;
    const { exception } = error;
    const matches = yield* withContext(() => matching(handler, exception, frame), exception, frame);
    if (matches) return yield* handle(handler, exception, frame);
  }
  throw error;
}

/** A generator only to be run by `withContext`, as bodies are. */
function* matching(
  handler: ExceptHandler,
  exception: PyException,
  frame: Frame,
): Generator<Value, boolean, Value> {
  if (handler.type === undefined) return true;
  const wanted = evaluate(handler.type, frame);
  const classes = wanted instanceof PyTuple ? wanted.items : [wanted];
  const base = builtinException('BaseException');
  for (const type of classes)
    if (!(type instanceof PyType) || !type.isSubtypeOf(base))
      throw typeError('catching classes that do not inherit from BaseException is not allowed');
  return classes.some((type) => type instanceof PyType && exception.type.isSubtypeOf(type));
}

function* handle(handler: ExceptHandler, exception: PyException, frame: Frame): Execution {
  const { run } = frame;
  const before = run.handling;
  run.handling = exception;
  if (handler.name !== undefined) writeName(frame, handler.name, exception);
  try {
    return yield* withContext(() => execute(handler.body, frame), exception, frame);
  } finally {
    run.handling = before;
    // The name is gone after its block, as CPython deletes it to break a reference cycle.
    if (handler.name !== undefined) forget(frame, handler.name);
  }
}

function forget(frame: Frame, name: string): void {
  const binding = frame.scope.resolve(name);
  (binding.kind === 'global' ? frame.module : frame).variables.delete(name);
}

/** An exception that arises while another is dealt with remembers it. */
function* withContext<T>(
  body: () => Generator<Value, T, Value>,
  exception: PyException | undefined,
  frame: Frame,
): Generator<Value, T, Value> {
  try {
    return yield* body();
  } catch (error) {
    const python = asPythonError(error);
    if (python === undefined) throw error;
    if (exception !== undefined && python.exception !== exception) python.exception.context ??= exception;
    recordPassage(frame, python.exception);
    throw python;
  }
}
