/** `try` with its `except`, `else` and `finally`. */
import { PyTuple } from '../objects/collections.ts';
import { builtinException, type PyError, type PyException, typeError } from '../objects/exceptions.ts';
import { PyType } from '../objects/object.ts';
import type { ExceptHandler, Try } from '../parse/ast.ts';
import { asPythonError, recordPassage } from './exit.ts';
import { evaluate } from './expressions.ts';
import { execute } from './flow.ts';
import { type Frame, writeName } from './frame.ts';
import type { Ending } from './pause.ts';
import type { Completion } from './statements.ts';

export function executeTry(node: Try, frame: Frame): Completion {
  if (node.finally.length === 0) return executeHandled(node, frame);
  const { pause, run } = frame;
  const ending = pause?.restore('finally')?.ending ?? endingOf(node, frame);
  if (ending.completion === 'yield') {
    pause?.save({ at: 'finally', ending: undefined });
    return 'yield';
  }
  const { pending, completion, returned } = ending;
  const before = run.handling;
  if (pending !== undefined) run.handling = pending.exception;
  const last = withContext(() => execute(node.finally, frame), pending?.exception, frame);
  run.handling = before;
  if (last === 'yield') pause?.save({ at: 'finally', ending });
  if (last !== 'normal') return last;
  if (pending !== undefined) throw pending;
  frame.returned = returned;
  return completion;
}

function endingOf(node: Try, frame: Frame): Ending {
  try {
    const completion = executeHandled(node, frame);
    return { completion, pending: undefined, returned: frame.returned };
  } catch (error) {
    return { completion: 'normal', pending: caught(error, frame), returned: frame.returned };
  }
}

/** Python's exception; anything else (a refusal, a limit) goes through untouched. */
function caught(error: unknown, frame: Frame): PyError {
  const python = asPythonError(error);
  if (python === undefined) throw error;
  frame.pause?.forget();
  recordPassage(frame, python.exception);
  return python;
}

function executeHandled(node: Try, frame: Frame): Completion {
  const { pause } = frame;
  const resumed = pause?.restore('try');
  let error = resumed?.error;
  let handler = resumed?.handler;
  let part = resumed?.part ?? 'body';
  let completion: Completion = 'normal';
  const building = frame.run.building.length;
  if (part === 'body') {
    try {
      completion = execute(node.body, frame);
    } catch (thrown) {
      error = caught(thrown, frame);
      frame.run.building.length = building;
    }
  }
  if (completion === 'normal' && error === undefined) {
    part = 'else';
    completion = execute(node.otherwise, frame);
  } else if (error !== undefined) {
    part = 'handler';
    handler ??= handlerFor(error, node, frame);
    if (handler === undefined) throw error;
    completion = handle(handler, error.exception, frame);
  }
  if (completion === 'yield') pause?.save({ at: 'try', part, error, handler });
  return completion;
}

function handlerFor(error: PyError, node: Try, frame: Frame): ExceptHandler | undefined {
  const { exception } = error;
  return node.handlers.find((handler) => {
    frame.run.observer?.line(frame, handler.line);
    frame.at = handler;
    return withContext(() => matching(handler, exception, frame), exception, frame);
  });
}

function matching(handler: ExceptHandler, exception: PyException, frame: Frame): boolean {
  if (handler.type === undefined) return true;
  const wanted = evaluate(handler.type, frame);
  const classes = wanted instanceof PyTuple ? wanted.items : [wanted];
  const base = builtinException('BaseException');
  for (const type of classes)
    if (!(type instanceof PyType) || !type.isSubtypeOf(base))
      throw typeError('catching classes that do not inherit from BaseException is not allowed');
  return classes.some((type) => type instanceof PyType && exception.type.isSubtypeOf(type));
}

function handle(handler: ExceptHandler, exception: PyException, frame: Frame): Completion {
  const { run } = frame;
  const before = run.handling;
  run.handling = exception;
  if (handler.name !== undefined && frame.pause?.resuming !== true) writeName(frame, handler.name, exception);
  let completion: Completion | undefined;
  try {
    completion = withContext(() => execute(handler.body, frame), exception, frame);
    return completion;
  } finally {
    run.handling = before;
    // The name is gone after its block, as CPython deletes it to break a reference cycle.
    if (handler.name !== undefined && completion !== 'yield') forget(frame, handler.name);
  }
}

function forget(frame: Frame, name: string): void {
  const binding = frame.scope.resolve(name);
  (binding.kind === 'global' ? frame.module : frame).variables.delete(name);
}

/** An exception that arises while another is dealt with remembers it. */
function withContext<T>(body: () => T, exception: PyException | undefined, frame: Frame): T {
  try {
    return body();
  } catch (error) {
    const python = asPythonError(error);
    if (python === undefined) throw error;
    if (exception !== undefined && python.exception !== exception) python.exception.context ??= exception;
    recordPassage(frame, python.exception);
    throw python;
  }
}
