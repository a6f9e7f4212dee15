/**
 * Arrays of text, enough of them for labels: reading, comparing, printing and converting. Their numbers are places in a
 * list of texts, so that shapes and indices are the core's. Nothing is written into them, so views and copies look alike.
 */
import { numpyArray2string } from '../../../tensor/format/index.ts';
import {
  add,
  broadcastShapes,
  type DType,
  expand,
  fromFlat,
  full,
  index,
  rowMajorData,
  type Shape,
  type Tensor,
  transpose,
  where,
} from '../../../tensor/index.ts';
import {
  type Comparison,
  compare,
  iteratorOver,
  members,
  NOT_IMPLEMENTED,
  PyList,
  PyObject,
  PyTuple,
  PyType,
  Refusal,
  repr,
  strType,
  typeError,
  type Value,
} from '../../objects/index.ts';
import { readIndices, readNested } from '../arrays/index.ts';
import { textElement } from './convert.ts';
import { OtherDType, readDType } from './dtype.ts';
import { asNumpy } from './errors.ts';
import { NdArray, ndarrayType } from './ndarray.ts';
import { isScalar } from './scalar.ts';
import { session } from './session.ts';
import { NumpyText } from './text-scalar.ts';

const textArrayType = new PyType({
  name: 'ndarray',
  module: 'numpy',
  bases: [ndarrayType],
  describe: (self) => {
    const { places, dtype } = self as TextArray;
    return { dtype, shape: places.shape, stride: places.strides };
  },
  watch: () => {
    const { print } = session();
    return () => session().print === print;
  },
  memory: (self) => {
    const { storage, offset } = (self as TextArray).places;
    return { buffer: storage, offset, elements: storage.length };
  },
});

export class TextArray extends PyObject {
  /** Into `texts`. */
  readonly places: Tensor;
  readonly texts: readonly string[];

  constructor(places: Tensor, texts: readonly string[]) {
    super();
    this.places = places;
    this.texts = texts;
  }

  override get type(): PyType {
    return textArrayType;
  }

  /** `<U4`: room for the longest text. */
  get dtype(): string {
    return `<U${Math.max(1, ...this.texts.map((text) => [...text].length))}`;
  }

  at(place: number): string {
    return this.texts[place] ?? '';
  }
}

const isTextArray = (value: Value): value is TextArray => value instanceof TextArray;

/** Returns an array of the texts in `value`, or undefined when something in it is no text. */
export function textArray(value: Value): TextArray | undefined {
  if (isTextArray(value)) return value;
  const { shape, leaves, ragged } = readNested(value, () => undefined);
  const texts = leaves.map((leaf) => (leaf instanceof NumpyText ? leaf.text : leaf));
  if (ragged !== undefined || texts.length === 0 || !texts.every((text) => typeof text === 'string'))
    return undefined;
  return new TextArray(
    fromFlat(
      texts.map((_, i) => i),
      shape,
      'int64',
    ),
    texts,
  );
}

function textOf(self: TextArray, tensor: Tensor): Value {
  return tensor.rank === 0 ? new NumpyText(self.at(tensor.item())) : new TextArray(tensor, self.texts);
}

function readOther(value: Value): number | Tensor {
  const read = value instanceof NdArray ? value.tensor : undefined;
  if (read !== undefined) return read.rank === 0 && read.dtype !== 'bool' ? read.item() : read;
  if (isScalar(value) && value.dtype !== 'bool') return value.value;
  const list = value instanceof PyList ? numbersOf(value) : undefined;
  if (list !== undefined) return list;
  throw new Refusal(`this index into an array of text is not part of this book's NumPy`);
}

function numbersOf(list: PyList): Tensor | undefined {
  const bools = list.items.every((each) => typeof each === 'boolean');
  if (!bools && !list.items.every((each) => typeof each === 'bigint')) return undefined;
  return fromFlat(list.items.map(Number), [list.items.length], bools ? 'bool' : 'int64');
}

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  __eq__: '==',
  __ne__: '!=',
  __lt__: '<',
  __le__: '<=',
  __gt__: '>',
  __ge__: '>=',
};

/** Text with text, element by element. */
function compareTexts(comparison: Comparison, self: TextArray, value: Value): Value {
  const other = textArray(value);
  if (other === undefined) {
    if (comparison !== '==' && comparison !== '!=') return NOT_IMPLEMENTED;
    return new NdArray(full(self.places.shape, Number(comparison === '!='), 'bool'));
  }
  return asNumpy(() => {
    const shape = broadcastShapes(self.places.shape, other.places.shape as never) as Shape;
    const [left, right] = [self, other].map((each) => rowMajorData(expand(each.places, shape)));
    const answers = Array.from(left ?? [], (place, i) =>
      Number(compare(comparison, self.at(place), other.at(right?.[i] ?? 0))),
    );
    return new NdArray(fromFlat(answers, shape, 'bool'));
  });
}

/** Returns each text read as a number of `dtype`. */
function convert(self: TextArray, dtype: DType): Value {
  const { places } = self;
  return new NdArray(
    fromFlat(
      places.toFlat().map((place) => textElement(self.at(place), dtype, (text) => `np.str_(${repr(text)})`)),
      places.shape,
      dtype,
    ),
  );
}

function nested(self: TextArray, tensor: Tensor): Value {
  if (tensor.rank === 0) return self.at(tensor.item());
  return new PyList(
    Array.from({ length: tensor.shape[0] as number }, (_, i) => nested(self, index(tensor, [i]))),
  );
}

/** `separator` and `prefix` as `str` and `repr` have them. */
function printed(self: TextArray, separator: string, prefix: string): string {
  const { dtype, shape, strides, offset, storage } = self.places;
  const write = (place: number) => repr(self.at(place));
  const suffix = prefix === '' ? '' : ')';
  return numpyArray2string(
    { dtype, shape, strides, offset, storage, write },
    { separator, prefix, suffix },
    session().print,
  );
}

const on = members(textArrayType, isTextArray)
  .getter('shape', ({ places }) => new PyTuple(places.shape.map(BigInt)))
  .getter('ndim', ({ places }) => BigInt(places.rank))
  .getter('size', ({ places }) => BigInt(places.size))
  .getter('dtype', (self) => new OtherDType(self.dtype))
  .getter('T', (self) => new TextArray(transpose(self.places), self.texts))
  .method('tolist', '', (self) => nested(self, self.places))
  .method('copy', 'order="C"', (self) => self)
  .method('astype', 'dtype, order="K", casting="unsafe"!, subok=True, copy=True', (self, dtype) =>
    dtype === strType ? self : asNumpy(() => convert(self, readDType(dtype))),
  )
  .special('__len__', ({ places }) => {
    if (places.shape[0] === undefined) throw typeError('len() of unsized object');
    return BigInt(places.shape[0]);
  })
  .special('__getitem__', (self, key) =>
    asNumpy(() => textOf(self, index(self.places, readIndices(key, readOther)))),
  )
  .special('__setitem__', (_self, _key, _value) => {
    throw new Refusal("writing into an array of text is not part of this book's NumPy");
  })
  .special('__iter__', (self) => iteratorOver('iterator', rowsOf(self)))
  .special('__contains__', (self, item) => {
    const sought = item instanceof NumpyText ? item.text : item;
    return self.places.toFlat().some((place) => self.at(place) === sought);
  })
  .special('__str__', (self) => printed(self, ' ', ''))
  .special('__repr__', (self) => `array(${printed(self, ', ', 'array(')}, dtype='${self.dtype}')`);
for (const [name, comparison] of Object.entries(COMPARISONS))
  on.special(name, (self, other) => compareTexts(comparison, self, other));

function* rowsOf(self: TextArray): Generator<Value> {
  for (let i = 0; i < (self.places.shape[0] ?? 0); i++) yield textOf(self, index(self.places, [i]));
}

/** `np.where(condition, x, y)` of texts; undefined unless both are. */
export function whereText(condition: Tensor, x: Value, y: Value): TextArray | undefined {
  const [a, b] = [textArray(x), textArray(y)];
  if (a === undefined || b === undefined) return undefined;
  const shifted = add(b.places, { python: 'int', value: a.texts.length } as never);
  return new TextArray(where(condition, a.places, shifted), [...a.texts, ...b.texts]);
}
