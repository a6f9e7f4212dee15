/**
 * Executing bodies and the statements that hold others. Everything here is a JavaScript generator, so that a `yield` of the
 * program can pause it; code without one runs through in a single step.
 */
import type { Value } from '../objects/object.ts';
import { iterate } from '../operations/iterate.ts';
import { isTrue } from '../operations/truth.ts';
import type { Body, For, If, Statement, While, Yield } from '../parse/ast.ts';
import { assign } from './assign.ts';
import { evaluate } from './expressions.ts';
import type { Frame } from './frame.ts';
import { PyGenerator } from './generator.ts';
import { type Completion, executeSimple } from './statements.ts';
import { executeTry } from './try.ts';
import { executeWith } from './with.ts';

export type Execution = Generator<Value, Completion, Value>;

export function* execute(body: Body, frame: Frame): Execution {
  const { budget } = frame.run;
  for (const node of body) {
    budget.step();
    const completion = yield* executeStatement(node, frame);
    if (completion !== 'normal') return completion;
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

function* executeStatement(node: Statement, frame: Frame): Execution {
  const { observer } = frame.run;
  frame.at = node;
  switch (node.kind) {
    case 'if':
      observer?.line(frame, node.line);
      return yield* executeIf(node, frame);
    case 'while':
      return yield* executeWhile(node, frame);
    case 'for':
      return yield* executeFor(node, frame);
    case 'try':
      observer?.line(frame, node.line);
      return yield* executeTry(node, frame);
    case 'with':
      observer?.line(frame, node.line);
      return yield* executeWith(node, 0, frame);
    default: {
      if (observer !== undefined && !isSilent(node, frame)) observer.line(frame, node.line);
      const pausing = 'value' in node && node.value?.kind === 'yield' ? node.value : undefined;
      const given = pausing === undefined ? undefined : yield* resumeAt(pausing, frame);
      return executeSimple(node, frame, given);
    }
  }
}

/** `yield value`: hands the value out and comes back with what was sent in. */
function* resumeAt(node: Yield, frame: Frame): Generator<Value, Value, Value> {
  const value = node.value === undefined ? null : evaluate(node.value, frame);
  if (!node.delegates) return yield value;
  const inner = iterate(value);
  for (let item = inner.next(); item !== undefined; item = inner.next()) yield item;
  return inner instanceof PyGenerator ? inner.result : null;
}

function* executeIf(node: If, frame: Frame): Execution {
  const taken = isTrue(evaluate(node.test, frame)) ? node.body : node.otherwise;
  return yield* execute(taken, frame);
}

function* executeWhile(node: While, frame: Frame): Execution {
  const { observer, budget } = frame.run;
  // A loop written on one line comes back to it after its test, not before.
  const oneLine = node.body[0]?.line === node.line;
  const around = frame.loops;
  for (let turn = 0; ; turn++) {
    budget.step();
    if (observer !== undefined) frame.loops = [...around, { line: node.line, iteration: turn }];
    if (turn === 0 || !oneLine) observer?.line(frame, node.line, turn > 0);
    frame.at = node;
    const ends = !isTrue(evaluate(node.test, frame));
    if (oneLine && turn > 0 && !ends) observer?.line(frame, node.line, true);
    const completion = ends ? 'break' : yield* execute(node.body, frame);
    if (completion === 'normal' || completion === 'continue') continue;
    frame.loops = around;
    if (completion === 'return') return completion;
    return ends ? yield* execute(node.otherwise, frame) : 'normal';
  }
}

function* executeFor(node: For, frame: Frame): Execution {
  const { observer, budget } = frame.run;
  if (observer !== undefined) {
    frame.loops = [...frame.loops, { line: node.line, iteration: 0 }];
    observer.line(frame, node.line);
    frame.loops = frame.loops.slice(0, -1);
  }
  const values = evaluate(node.iterable, frame);
  frame.at = node.iterable;
  const iterator = iterate(values);
  const around = frame.loops;
  for (let turn = 0; ; turn++) {
    budget.step();
    if (observer !== undefined) frame.loops = [...around, { line: node.line, iteration: turn }];
    if (turn > 0) observer?.line(frame, node.line, true);
    frame.at = node;
    const item = iterator.next();
    if (item !== undefined) assign(node.target, item, frame);
    const completion = item === undefined ? 'break' : yield* execute(node.body, frame);
    if (completion === 'normal' || completion === 'continue') continue;
    frame.loops = around;
    if (completion === 'return') return completion;
    return item === undefined ? yield* execute(node.otherwise, frame) : 'normal';
  }
}
