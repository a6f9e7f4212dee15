/** `with`: enters each context in turn and leaves them in reverse. */
import { type PyError, typeError } from '../objects/exceptions.ts';
import type { Value } from '../objects/object.ts';
import { typeName } from '../objects/types.ts';
import { call, specialMethod } from '../operations/call.ts';
import { isTrue } from '../operations/truth.ts';
import type { With, WithItem } from '../parse/ast.ts';
import { assign } from './assign.ts';
import { asPythonError, recordPassage } from './exit.ts';
import { evaluate } from './expressions.ts';
import { execute } from './flow.ts';
import type { Frame } from './frame.ts';
import type { Completion } from './statements.ts';

export function executeWith(node: With, index: number, frame: Frame): Completion {
  const item = node.items[index];
  if (item === undefined) return execute(node.body, frame);
  const { context, exit } = frame.pause?.restore('with') ?? enterContext(item, frame);
  let completion: Completion | undefined;
  let error: PyError | undefined;
  try {
    completion = executeWith(node, index + 1, frame);
  } catch (thrown) {
    error = asPythonError(thrown);
    if (error === undefined) throw thrown;
    frame.pause?.forget();
  }
  if (completion === 'yield') {
    frame.pause?.save({ at: 'with', context, exit });
    return completion;
  }
  if (error === undefined) {
    leave(node, frame);
    call(exit, [context, null, null, null]);
    return completion ?? 'normal';
  }
  recordPassage(frame, error.exception);
  leave(node, frame);
  if (isTrue(call(exit, [context, error.exception.type, error.exception, null]))) return 'normal';
  throw error;
}

function enterContext(item: WithItem, frame: Frame): { readonly context: Value; readonly exit: Value } {
  const context = evaluate(item.context, frame);
  frame.at = item.context;
  const [enter, exit] = protocol(context);
  const entered = call(enter, [context]);
  if (item.target !== undefined) assign(item.target, entered, frame);
  return { context, exit };
}

/** CPython visits the `with` line once more when it leaves the block. */
function leave(node: With, frame: Frame): void {
  frame.run.observer?.leaving(frame, node.line);
  frame.at = node;
}

function protocol(context: Value): readonly [enter: Value, exit: Value] {
  const enter = specialMethod(context, '__enter__');
  const exit = specialMethod(context, '__exit__');
  if (enter !== undefined && exit !== undefined) return [enter, exit];
  const missed = enter === undefined ? '__enter__' : '__exit__';
  throw typeError(
    `'${typeName(context)}' object does not support the context manager protocol${missed === '__exit__' ? ' (missed __exit__ method)' : ''}`,
  );
}
