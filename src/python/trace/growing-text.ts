/**
 * The `repr` of a list or dict that grew at its end, made of the text it had before and the new items. A loop that appends then
 * costs in proportion to its iterations; JavaScript joins two texts without copying either.
 */
import { PyList } from '../objects/collections.ts';
import { PyDict } from '../objects/dict.ts';
import { PyObject, type Value } from '../objects/object.ts';
import { repr } from '../operations/text.ts';

type Growing = PyList | PyDict;

/** The text without its closing bracket, and what it was made of. Only numbers, strings and the like are in it. */
type Known = { readonly text: string; readonly size: number; readonly version: number };

export class GrowingTexts {
  readonly #known = new WeakMap<Growing, Known>();

  /** Returns the `repr` of a list or dict of at most `limit` characters that holds no objects; undefined for any other value. */
  reprOf(value: PyObject, limit: number): string | undefined {
    if (!isGrowing(value)) return undefined;
    const before = this.#known.get(value);
    const usable = before !== undefined && value.hasOnlyGrownSince(before.version);
    let text = usable ? before.text : value instanceof PyList ? '[' : '{';
    const from = usable ? before.size : 0;
    const size = value instanceof PyList ? value.items.length : value.size;
    for (const item of textsFrom(value, from)) {
      if (item === undefined || text.length > limit) {
        this.#known.delete(value);
        return undefined;
      }
      text += text.length === 1 ? item : `, ${item}`;
    }
    this.#known.set(value, { text, size, version: value.version });
    return text + (value instanceof PyList ? ']' : '}');
  }
}

function isGrowing(value: PyObject): value is Growing {
  if (!(value instanceof PyList || value instanceof PyDict)) return false;
  // OrderedDict and its like have texts of their own.
  return value.type.lookup('__repr__') === undefined;
}

/** Returns the texts of the items from a place on; undefined for an object. */
function* textsFrom(value: Growing, from: number): Generator<string | undefined> {
  if (value instanceof PyList) {
    for (let index = from; index < value.items.length; index++) yield plain(value.items[index] ?? null);
    return;
  }
  for (const [key, item] of value.entriesFrom(from)) {
    const [keyText, itemText] = [plain(key), plain(item)];
    yield keyText === undefined || itemText === undefined ? undefined : `${keyText}: ${itemText}`;
  }
}

function plain(value: Value): string | undefined {
  return value instanceof PyObject ? undefined : repr(value);
}
