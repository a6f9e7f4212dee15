/** Executing bodies and the statements that hold others. */

import type { Value } from '../objects/object.ts';
import { iterate } from '../operations/iterate.ts';
import { isTrue } from '../operations/truth.ts';
import type { Body, If, SimpleStatement, Statement, Yield } from '../parse/ast.ts';
import { evaluate } from './expressions.ts';
import type { Frame } from './frame.ts';
import { PyGenerator } from './generator.ts';
import { executeLoop } from './loops.ts';
import { type Completion, executeSimple } from './statements.ts';
import { executeTry } from './try.ts';
import { executeWith } from './with.ts';

/** Runs statements one after the other. After a `yield` the same call goes on where it stopped; see `pause.ts`. */
export function execute(body: Body, frame: Frame): Completion {
  const { pause, run } = frame;
  for (let index = pause?.restore('body')?.index ?? 0; index < body.length; index++) {
    if (pause?.resuming !== true) run.budget.step();
    const completion = executeStatement(body[index] as Statement, frame);
    if (completion === 'normal') continue;
    if (completion === 'yield') pause?.save({ at: 'body', index });
    return completion;
  }
  return 'normal';
}

/** Statements that CPython compiles to nothing, so that no line event tells of them. */
function isSilent(node: Statement, body: Frame): boolean {
  if (node.kind === 'expression' && body.scope.kind === 'function')
    return body.function?.docstringLine === node.line;
  if (node.kind === 'global' || node.kind === 'nonlocal') return true;
  if (node.kind === 'function' || node.kind === 'class') return true;
  if (node.kind === 'annotate') return node.value === undefined && body.scope.kind === 'function';
  return false;
}

function executeStatement(node: Statement, frame: Frame): Completion {
  const resuming = frame.pause?.resuming === true;
  if (!resuming) {
    frame.at = node;
    const { observer } = frame.run;
    // Loops tell of their own line, turn by turn.
    if (observer !== undefined && node.kind !== 'while' && node.kind !== 'for' && !isSilent(node, frame))
      observer.line(frame, node.line);
  }
  switch (node.kind) {
    case 'if':
      return executeIf(node, frame);
    case 'while':
    case 'for':
      return executeLoop(node, frame);
    case 'try':
      return executeTry(node, frame);
    case 'with':
      return executeWith(node, 0, frame);
    default:
      return 'value' in node && node.value?.kind === 'yield'
        ? executeYield(node, node.value, frame)
        : executeSimple(node, frame);
  }
}

/** A statement whose value is a `yield`: `x = yield y`, `return (yield)`. */
function executeYield(node: SimpleStatement, source: Yield, frame: Frame): Completion {
  const given = pass(source, frame);
  return given === undefined ? 'yield' : executeSimple(node, frame, given);
}

/** Hands the next value out (then undefined), or gives the value of the whole `yield`. */
function pass(node: Yield, frame: Frame): Value | undefined {
  const { pause } = frame;
  if (pause === undefined) throw new Error('A frame that is no generator came to a yield.');
  const resumed = pause.restore('yield');
  let delegate = resumed?.delegate;
  let item: Value | undefined;
  if (resumed === undefined) {
    const value = node.value === undefined ? null : evaluate(node.value, frame);
    if (node.delegates) delegate = iterate(value);
    item = delegate === undefined ? value : delegate.next();
  } else {
    const { sent, error } = pause.receive();
    if (delegate instanceof PyGenerator) item = delegate.forward(sent, error);
    else if (error !== undefined) throw error;
    else if (delegate === undefined) return sent;
    else item = delegate.next();
  }
  if (item === undefined) return delegate instanceof PyGenerator ? delegate.result : null;
  pause.value = item;
  pause.save({ at: 'yield', delegate });
  return undefined;
}

function executeIf(node: If, frame: Frame): Completion {
  const taken =
    frame.pause?.restore('if')?.taken ?? (isTrue(evaluate(node.test, frame)) ? node.body : node.otherwise);
  const completion = execute(taken, frame);
  if (completion === 'yield') frame.pause?.save({ at: 'if', taken });
  return completion;
}
