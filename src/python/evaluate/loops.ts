/** `for` and `while`, turn by turn. */
import { pyError } from '../objects/exceptions.ts';
import type { PyIterator } from '../objects/iterators.ts';
import { iterate } from '../operations/iterate.ts';
import { isTrue } from '../operations/truth.ts';
import type { For, While } from '../parse/ast.ts';
import { assign } from './assign.ts';
import { evaluate } from './expressions.ts';
import { execute } from './flow.ts';
import type { Frame } from './frame.ts';
import type { Completion } from './statements.ts';

export function executeLoop(node: While | For, frame: Frame): Completion {
  const { pause, run } = frame;
  let resumed = pause?.restore('loop');
  const iterator = resumed === undefined && node.kind === 'for' ? startFor(node, frame) : resumed?.iterator;
  for (let turn = resumed?.turn ?? 0; ; turn++) {
    if (resumed === undefined) run.budget.step();
    const ended =
      resumed?.ended ??
      !(node.kind === 'while'
        ? testWhile(node, turn, frame)
        : iterator !== undefined && takeNext(node, iterator, turn, frame));
    resumed = undefined;
    const completion = execute(ended ? node.otherwise : node.body, frame);
    if (completion === 'yield') {
      pause?.save({ at: 'loop', turn, ended, iterator });
      return completion;
    }
    if (!ended && (completion === 'normal' || completion === 'continue')) continue;
    return completion === 'break' && !ended ? 'normal' : completion;
  }
}

/** Returns the test before a turn of `while`. */
function testWhile(node: While, turn: number, frame: Frame): boolean {
  const { observer } = frame.run;
  // A loop written on one line comes back to it after its test, not before.
  const oneLine = node.body[0]?.line === node.line;
  if (turn === 0 || !oneLine) observer?.line(frame, node.line, turn > 0);
  frame.at = node;
  const goesOn = isTrue(evaluate(node.test, frame));
  if (oneLine && turn > 0 && goesOn) observer?.line(frame, node.line, true);
  return goesOn;
}

function startFor(node: For, frame: Frame): PyIterator {
  frame.run.observer?.line(frame, node.line);
  const values = evaluate(node.iterable, frame);
  frame.at = node.iterable;
  return iterate(values);
}

/** Binds the next value of a `for`; false where there is none. */
function takeNext(node: For, iterator: PyIterator, turn: number, frame: Frame): boolean {
  if (turn > 0) frame.run.observer?.line(frame, node.line, true);
  frame.at = node;
  const item = iterator.next();
  if (item !== undefined) assign(node.target, item, frame);
  else if (iterator.raisesAtEnd)
    frame.run.observer?.raised(frame.visible, pyError('StopIteration').exception);
  return item !== undefined;
}
