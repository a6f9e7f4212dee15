/** What the expression of a slot came to, described so that a page can show it: `describe_slot` of `src/slots/describe.ts`. */
import { PyList, PyTuple } from '../objects/collections.ts';
import { PyObject, type Value } from '../objects/object.ts';
import { typeOf } from '../objects/types.ts';
import { findAttribute, getAttribute } from '../operations/attributes.ts';
import { call } from '../operations/call.ts';
import { each, toArray } from '../operations/iterate.ts';
import { format, str } from '../operations/text.ts';

/** A Python expression and, where given, the format its value is shown with. */
export type Slot = { readonly expression: string; readonly format?: string };

/** Every entry of an array or list as formatted text, nested as the array is. */
export type Cells = readonly (string | Cells)[];

/** A value: its Python type, its text as `format` or `str` give it, and for arrays, tensors and lists their cells. */
export type SlotValue = {
  readonly type: string;
  readonly text: string;
  readonly cells?: Cells;
  readonly dtype?: string;
  readonly shape?: readonly number[];
};

/** The exception an expression raised. What is not Python's own, such as a refusal, has the type `Refused`. */
export type SlotException = { readonly type: string; readonly message: string };

export type SlotResult = SlotValue | { readonly error: SlotException };

/** More entries than a text would show are left out; `text` then is what `str` writes, which NumPy shortens. */
const MOST_CELLS = 1000;

/** Describes a value, each entry formatted by `spec`, or by `str` where that is empty. Raises what Python would. */
export function describeValue(value: Value, spec: string): SlotValue {
  const entryText = (entry: Value) => (spec === '' ? str(entry) : format(entry, spec));
  const { name: type } = typeOf(value);
  const array = arrayOf(value);
  if (array !== undefined) {
    const shape = shapeOf(array);
    const described = { type, dtype: str(getAttribute(value, 'dtype')), shape };
    if (shape.length === 0) return { ...described, text: entryText(array) };
    if (shape.reduce((size, length) => size * length, 1) > MOST_CELLS)
      return { ...described, text: str(value) };
    const cells = cellsOf(array, entryText);
    return { ...described, text: spec === '' ? str(value) : bracketed(cells), cells };
  }
  if (!(value instanceof PyList || value instanceof PyTuple)) return { type, text: entryText(value) };
  if (value.items.length > MOST_CELLS) return { type, text: str(value) };
  const cells = cellsOf(value, entryText);
  if (spec === '') return { type, text: str(value), cells };
  const text = bracketed(cells);
  return { type, text: value instanceof PyTuple ? `(${text.slice(1, -1)})` : text, cells };
}

/** Returns an array or NumPy scalar as it is; a tensor's entries print with their own dtype's digits as NumPy's. */
function arrayOf(value: Value): PyObject | undefined {
  if (!(value instanceof PyObject)) return undefined;
  // Looked up on the class: asking an array for what it lacks would make an exception.
  if (typeOf(value).lookup('detach') !== undefined) {
    const array = call(getAttribute(call(getAttribute(value, 'detach')), 'numpy'));
    return array instanceof PyObject ? array : undefined;
  }
  const isArray = findAttribute(value, 'dtype') !== undefined && findAttribute(value, 'shape') !== undefined;
  return isArray ? value : undefined;
}

function shapeOf(array: PyObject): number[] {
  return toArray(getAttribute(array, 'shape')).map(Number);
}

function cellsOf(value: Value, entryText: (entry: Value) => string): Cells {
  return [...each(value)].map((entry) => {
    if (entry instanceof PyList || entry instanceof PyTuple) return cellsOf(entry, entryText);
    const hasAxes = entry instanceof PyObject && Number(findAttribute(entry, 'ndim') ?? 0) > 0;
    return hasAxes ? cellsOf(entry, entryText) : entryText(entry);
  });
}

function bracketed(cells: Cells): string {
  return `[${cells.map((cell) => (typeof cell === 'string' ? cell : bracketed(cell))).join(', ')}]`;
}
