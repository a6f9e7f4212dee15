/** list, tuple, slice and range, and the two constants `Ellipsis` and `NotImplemented`. */
import { PyObject, type PyType, type Value } from './object.ts';
import { ellipsisType, listType, notImplementedType, rangeType, sliceType, tupleType } from './types.ts';

export class PyList extends PyObject {
  #items: Value[];
  #version = 0;
  /** The version that the last change other than an append made. */
  #rewritten = 0;

  /** Keeps `items` itself, without a copy. */
  constructor(items: Value[]) {
    super();
    this.#items = items;
  }

  get items(): readonly Value[] {
    return this.#items;
  }

  /** Counts the changes, so that a trace describes a list again only when it has changed. */
  get version(): number {
    return this.#version;
  }

  /** Returns the items, to be changed in place at once. */
  edit(): Value[] {
    this.#rewritten = ++this.#version;
    return this.#items;
  }

  append(item: Value): void {
    this.#version++;
    this.#items.push(item);
  }

  /** Takes over other items, without a copy. */
  replace(items: Value[]): void {
    this.#rewritten = ++this.#version;
    this.#items = items;
  }

  /** Returns whether all changes since `version` were appends. */
  hasOnlyGrownSince(version: number): boolean {
    return this.#rewritten <= version;
  }

  override get type(): PyType {
    return listType;
  }
}

/** A tuple; `torch.Size` and named tuples extend it with a type of their own. */
export class PyTuple extends PyObject {
  readonly items: readonly Value[];

  constructor(items: readonly Value[]) {
    super();
    this.items = items;
  }

  override get type(): PyType {
    return tupleType;
  }

  /** Returns the type's value with these `items`, for slices and sums of its values. */
  derive(items: readonly Value[]): PyTuple {
    return new PyTuple(items);
  }
}

export class PySlice extends PyObject {
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;

  constructor(start: Value, stop: Value, step: Value) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  override get type(): PyType {
    return sliceType;
  }
}

export class PyRange extends PyObject {
  readonly start: bigint;
  readonly stop: bigint;
  readonly step: bigint;
  readonly length: bigint;

  constructor(start: bigint, stop: bigint, step: bigint) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
    const span = step > 0n ? stop - start : start - stop;
    const stride = step > 0n ? step : -step;
    this.length = span > 0n ? (span + stride - 1n) / stride : 0n;
  }

  override get type(): PyType {
    return rangeType;
  }

  at(index: bigint): bigint {
    return this.start + index * this.step;
  }
}

class PyConstant extends PyObject {
  readonly text: string;
  readonly #type: PyType;

  constructor(text: string, type: PyType) {
    super();
    this.text = text;
    this.#type = type;
  }

  override get type(): PyType {
    return this.#type;
  }
}

export { PyConstant };
export const ELLIPSIS = new PyConstant('Ellipsis', ellipsisType);
/** What an operator's method returns to let the other operand try. */
export const NOT_IMPLEMENTED = new PyConstant('NotImplemented', notImplementedType);
/** What a native function receives for a parameter written `name=?` that the call left out. */
export const UNSET = new PyConstant('<unset>', notImplementedType);
