/** Comprehensions, which run at once, and generator expressions, which run as they are asked. */

import { allocate } from '../limits.ts';
import { PyList } from '../objects/collections.ts';
import { PyDict } from '../objects/dict.ts';
import type { PyIterator } from '../objects/iterators.ts';
import type { Value } from '../objects/object.ts';
import { PySet } from '../objects/set.ts';
import { iterate } from '../operations/iterate.ts';
import { isTrue } from '../operations/truth.ts';
import type { Comprehension } from '../parse/ast.ts';
import { assign } from './assign.ts';
import { evaluate } from './expressions.ts';
import { Frame } from './frame.ts';
import { PyGenerator } from './generator.ts';

export function evaluateComprehension(node: Comprehension, frame: Frame): Value {
  const [first] = node.clauses;
  // The first iterable belongs to the enclosing frame, and is evaluated even if the generator never runs.
  const source = first?.kind === 'for' ? iterate(evaluate(first.iterable, frame)) : iterate(null);
  const generates = node.flavour === 'generator';
  const inner = new Frame(frame.run, frame.scope.scopeOf(node), frame, generates ? '<genexpr>' : undefined);
  inner.at = node;
  if (generates) return new PyGenerator(inner, generate(node, inner, source), '<genexpr>', '<genexpr>');
  const list: Value[] = [];
  const dict = new PyDict();
  const { building } = frame.run;
  const depth = building.length;
  building.push(node.key === undefined ? list : [dict]);
  try {
    loop(node, 0, inner, source, () => {
      allocate(1);
      if (node.key === undefined) list.push(evaluate(node.element, inner));
      else {
        const key = evaluate(node.key, inner);
        dict.set(key, evaluate(node.element, inner));
      }
      return true;
    });
  } catch (error) {
    // It has no frame of its own for Python: what fails in it fails in the enclosing one, at that place.
    frame.at = inner.at;
    throw error;
  }
  building.length = depth;
  frame.at = node;
  if (node.flavour === 'dict') return dict;
  return node.flavour === 'set' ? new PySet(list) : new PyList(list);
}

function loop(
  node: Comprehension,
  index: number,
  frame: Frame,
  source: PyIterator | undefined,
  emit: () => void,
): void {
  const clause = node.clauses[index];
  if (clause === undefined) {
    emit();
    return;
  }
  if (clause.kind === 'if') {
    if (isTrue(evaluate(clause.test, frame))) loop(node, index + 1, frame, undefined, emit);
    return;
  }
  const iterator = source ?? iterate(evaluate(clause.iterable, frame));
  for (let item = iterator.next(); item !== undefined; item = iterator.next()) {
    frame.run.budget.step();
    assign(clause.target, item, frame);
    loop(node, index + 1, frame, undefined, emit);
    if (frame.run.observer !== undefined && node.line === node.endLine)
      frame.run.observer.turn(frame, node.line);
  }
}

function* generate(node: Comprehension, frame: Frame, source: PyIterator): Generator<Value, void, Value> {
  const { observer } = frame.run;
  observer?.line(frame, node.line);
  yield* generateFrom(node, 0, frame, source);
}

function* generateFrom(
  node: Comprehension,
  index: number,
  frame: Frame,
  source: PyIterator | undefined,
): Generator<Value, void, Value> {
  const clause = node.clauses[index];
  if (clause === undefined) yield evaluate(node.element, frame);
  else if (clause.kind === 'if') {
    if (isTrue(evaluate(clause.test, frame))) yield* generateFrom(node, index + 1, frame, undefined);
  } else {
    const iterator = source ?? iterate(evaluate(clause.iterable, frame));
    for (let item = iterator.next(); item !== undefined; item = iterator.next()) {
      frame.run.budget.step();
      assign(clause.target, item, frame);
      yield* generateFrom(node, index + 1, frame, undefined);
      frame.run.observer?.line(frame, node.line, true);
    }
  }
}
