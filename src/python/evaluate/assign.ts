/** Assigning to names, attributes, items and patterns of them. */
import { assertNever } from '../assert-never.ts';
import { PyList } from '../objects/collections.ts';
import { PyError, typeError, valueError } from '../objects/exceptions.ts';
import type { PyIterator } from '../objects/iterators.ts';
import type { Value } from '../objects/object.ts';
import { typeName } from '../objects/types.ts';
import { deleteAttribute, setAttribute } from '../operations/attributes.ts';
import { deleteItem, setItem } from '../operations/items.ts';
import { iterate } from '../operations/iterate.ts';
import type { Target } from '../parse/ast.ts';
import { evaluate } from './expressions.ts';
import { deleteName, type Frame, writeName } from './frame.ts';

export function assign(target: Target, value: Value, frame: Frame): void {
  switch (target.kind) {
    case 'name':
      writeName(frame, target.name, value);
      return;
    case 'attribute': {
      const object = evaluate(target.object, frame);
      frame.at = target;
      setAttribute(object, target.name, value);
      return;
    }
    case 'subscript': {
      const object = evaluate(target.object, frame);
      const key = evaluate(target.key, frame);
      frame.at = target;
      setItem(object, key, value);
      return;
    }
    case 'tuple':
    case 'list':
      frame.at = target;
      unpack(target.items, value, frame);
      return;
    case 'starred':
      assign(target.value, value, frame);
      return;
    default:
      assertNever(target);
  }
}

function unpack(targets: readonly Target[], value: Value, frame: Frame): void {
  const iterator = unpackable(value);
  const star = targets.findIndex((target) => target.kind === 'starred');
  const values =
    star === -1 ? takeExactly(iterator, targets.length) : takeAround(iterator, targets.length, star);
  for (const [index, target] of targets.entries()) assign(target, values[index] ?? null, frame);
}

function unpackable(value: Value): PyIterator {
  try {
    return iterate(value);
  } catch (error) {
    if (
      error instanceof PyError &&
      error.exception.args.items[0] === `'${typeName(value)}' object is not iterable`
    )
      throw typeError(`cannot unpack non-iterable ${typeName(value)} object`);
    throw error;
  }
}

function takeExactly(iterator: PyIterator, count: number): Value[] {
  const values: Value[] = [];
  while (values.length < count) {
    const next = iterator.next();
    if (next === undefined)
      throw valueError(`not enough values to unpack (expected ${count}, got ${values.length})`);
    values.push(next);
  }
  if (iterator.next() !== undefined) throw valueError(`too many values to unpack (expected ${count})`);
  return values;
}

function takeAround(iterator: PyIterator, count: number, star: number): Value[] {
  const all: Value[] = [];
  for (let next = iterator.next(); next !== undefined; next = iterator.next()) all.push(next);
  const fixed = count - 1;
  if (all.length < fixed)
    throw valueError(`not enough values to unpack (expected at least ${fixed}, got ${all.length})`);
  const tail = count - star - 1;
  const middle = all.slice(star, all.length - tail);
  return [...all.slice(0, star), new PyList(middle), ...all.slice(all.length - tail)];
}

/** `del target`. */
export function remove(target: Target, frame: Frame): void {
  switch (target.kind) {
    case 'name':
      frame.at = target;
      deleteName(frame, target.name);
      return;
    case 'attribute': {
      const object = evaluate(target.object, frame);
      frame.at = target;
      deleteAttribute(object, target.name);
      return;
    }
    case 'subscript': {
      const object = evaluate(target.object, frame);
      const key = evaluate(target.key, frame);
      frame.at = target;
      deleteItem(object, key);
      return;
    }
    case 'tuple':
    case 'list':
      for (const item of target.items) remove(item, frame);
      return;
    case 'starred':
      remove(target.value, frame);
      return;
    default:
      assertNever(target);
  }
}
