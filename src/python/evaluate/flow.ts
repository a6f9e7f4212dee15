/** Executing bodies and the statements that hold others. */

import type { Value } from '../objects/object.ts';
import { iterate } from '../operations/iterate.ts';
import { isTrue } from '../operations/truth.ts';
import type { Body, If, Match, SimpleStatement, Statement, Yield } from '../parse/ast.ts';
import { languagePart } from '../parse/language-parts.ts';
import { evaluate } from './expressions.ts';
import { type Frame, writeName } from './frame.ts';
import { PyGenerator } from './generator.ts';
import { executeLoop } from './loops.ts';
import { type Completion, executeSimple } from './statements.ts';
import { executeTry } from './try.ts';
import { executeWith } from './with.ts';

/**
 * Runs statements one after the other. After a `yield` the same call goes on where it stopped; see `pause.ts`. A program
 * that calls itself comes through here at each level, so that every call and variable between two levels costs depth.
 */
export function execute(body: Body, frame: Frame): Completion {
  const { pause } = frame;
  for (let index = pause?.restore('body')?.index ?? 0; index < body.length; index++) {
    const node = body[index] as Statement;
    if (pause?.resuming !== true) begin(node, frame);
    let completion: Completion;
    switch (node.kind) {
      case 'if':
      case 'match': {
        const taken = pause?.restore('if')?.taken ?? branchOf(node, frame);
        completion = execute(taken, frame);
        if (completion === 'yield') pause?.save({ at: 'if', taken });
        break;
      }
      case 'while':
      case 'for':
        completion = executeLoop(node, frame);
        break;
      case 'try':
        completion = executeTry(node, frame);
        break;
      case 'with':
        completion = executeWith(node, 0, frame);
        break;
      default:
        completion =
          pause !== undefined && 'value' in node && node.value?.kind === 'yield'
            ? executeYield(node, node.value, frame)
            : executeSimple(node, frame);
    }
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

/** Counts a statement and tells that it is about to run. */
function begin(node: Statement, frame: Frame): void {
  const { budget, observer } = frame.run;
  budget.step();
  frame.at = node;
  // Loops tell of their own line, turn by turn.
  if (observer !== undefined && node.kind !== 'while' && node.kind !== 'for' && !isSilent(node, frame))
    observer.line(frame, node.line);
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

function branchOf(node: If | Match, frame: Frame): Body {
  if (node.kind === 'match')
    return languagePart('match').choose(node, {
      evaluate: (part) => evaluate(part, frame),
      bind: (name, value) => writeName(frame, name, value),
      at: (place) => {
        frame.at = place;
      },
    });
  return isTrue(evaluate(node.test, frame)) ? node.body : node.otherwise;
}
