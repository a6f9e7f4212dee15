/** Immutable snapshots of values. A value is described once for each change: until then its snapshot is given again. */
import { Callable } from '../objects/callables.ts';
import { PyError } from '../objects/exceptions.ts';
import { PyModule } from '../objects/module.ts';
import { PyObject, type Value } from '../objects/object.ts';
import { typeOf } from '../objects/types.ts';
import { repr, reprExcerpt, str } from '../operations/text.ts';
import { GrowingTexts } from './growing-text.ts';
import { Reads } from './reads.ts';
import type { Snapshot } from './step.ts';
import type { TraceBudget } from './trace-limits.ts';
import { watch } from './watch.ts';

type Known = { readonly snapshot: Snapshot; readonly holds: readonly (() => boolean)[] };
type Texts = { readonly repr: string; readonly str: string };

const ADDRESS = / at 0x[0-9a-fA-F]+/g;

/** What a look at a value may need: room apart from the program's limits. */
export type Looking = {
  /**
   * Runs `body` apart from the program; undefined if it used up the limits of one description. Every value that code of the
   * program reads meanwhile is passed to `reads`.
   */
  quietly<T>(body: () => T, reads?: Reads): T | undefined;
};

export class Describer {
  readonly #budget: TraceBudget;
  readonly #looking: Looking;
  readonly #known = new WeakMap<PyObject, Known>();
  readonly #growing = new GrowingTexts();
  /** Objects whose texts are made of what nobody can watch. */
  readonly #unwatchable = new WeakSet<PyObject>();
  readonly #buffers = new WeakMap<object, number>();
  #bufferCount = 0;

  constructor(budget: TraceBudget, looking: Looking) {
    this.#budget = budget;
    this.#looking = looking;
  }

  describe(value: Value): Snapshot {
    if (!(value instanceof PyObject)) return this.#plain(value);
    const known = this.#known.get(value);
    if (known?.holds.every((holds) => holds())) return known.snapshot;
    const holds: (() => boolean)[] = [];
    const reads = this.#unwatchable.has(value) ? undefined : new Reads();
    const met = (object: PyObject): void => {
      const test = watch(object);
      if (test === 'never') reads?.object(object);
      else if (test !== 'always') holds.push(test);
    };
    const made = this.#looking.quietly(() => this.#object(value, met), reads);
    const snapshot = made ?? { type: typeOf(value).name, ...unprintable('too much to compute') };
    if (made !== undefined && reads?.holds !== undefined)
      this.#known.set(value, { snapshot, holds: [...holds, ...reads.holds] });
    if (reads?.isHopeless === true) this.#unwatchable.add(value);
    this.#budget.snapshot(charactersOf(snapshot), elementsOf(snapshot));
    return snapshot;
  }

  #plain(value: Exclude<Value, PyObject>): Snapshot {
    const written = repr(value);
    const snapshot = this.#cut(typeOf(value).name, {
      repr: written,
      str: typeof value === 'string' ? str(value) : written,
    });
    this.#budget.snapshot(charactersOf(snapshot), 0);
    return snapshot;
  }

  #object(value: PyObject, met: (object: PyObject) => void): Snapshot {
    const type = typeOf(value).name;
    if (value instanceof PyModule) return named(type, `<module '${value.name}'>`, value, met);
    if (value instanceof Callable && (type === 'function' || type === 'builtin_function_or_method'))
      return named(type, `<function ${value.name}>`, value, met);
    const description = value.type.describe?.(value);
    if (description?.random === true) {
      met(value);
      return { type, ...description };
    }
    return {
      ...this.#cut(type, this.#texts(value, met)),
      ...description,
      ...this.#memoryOf(value),
    };
  }

  #texts(value: PyObject, met: (object: PyObject) => void): Texts {
    const limit = this.#budget.limits.characters;
    try {
      const grown = this.#growing.reprOf(value, limit);
      if (grown !== undefined) met(value);
      const written = grown ?? reprExcerpt(value, { limit, met }).replace(ADDRESS, ' at 0x…');
      const hasOwnText = (value.type.lookup('__str__') ?? null) !== null;
      return { repr: written, str: hasOwnText ? str(value).replace(ADDRESS, ' at 0x…') : written };
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      return unprintable(error.exception.type.name);
    }
  }

  #cut(type: string, { repr: written, str: shown }: Texts): Snapshot {
    const limit = this.#budget.limits.characters;
    if (written.length <= limit && shown.length <= limit) return { type, repr: written, str: shown };
    return { type, repr: written.slice(0, limit), str: shown.slice(0, limit), cut: true };
  }

  #memoryOf(value: PyObject): Pick<Snapshot, 'memory' | 'offset'> | undefined {
    const memory = value.type.memory?.(value);
    if (memory === undefined) return undefined;
    const { buffer, offset } = memory;
    let number = this.#buffers.get(buffer);
    if (number === undefined) {
      number = ++this.#bufferCount;
      this.#buffers.set(buffer, number);
    }
    return { memory: number, offset };
  }
}

function named(type: string, text: string, value: PyObject, met: (object: PyObject) => void): Snapshot {
  met(value);
  return { type, repr: text, str: text };
}

function unprintable(why: string): Texts {
  const text = `<unprintable ${why}>`;
  return { repr: text, str: text };
}

function charactersOf({ repr: written = '', str: shown = '', grad = '' }: Snapshot): number {
  return written.length + (written === shown ? 0 : shown.length) + grad.length;
}

function elementsOf({ data, shape }: Snapshot): number {
  return data === undefined ? 0 : (shape ?? []).reduce((product, size) => product * size, 1);
}

/** Do two snapshots read the same? Which memory they look into does not count; a text that was cut does not tell. */
export function isSameSnapshot(a: Snapshot, b: Snapshot): boolean {
  if (a === b) return true;
  if (a.type !== b.type || a.repr !== b.repr || a.str !== b.str || a.cut === true) return false;
  if (a.shape === undefined && b.shape === undefined && a.data === undefined) return true;
  return descriptionText(a) === descriptionText(b);
}

function descriptionText({ memory: _memory, offset: _offset, ...description }: Snapshot): string {
  return JSON.stringify(description);
}
