/** `np.str_`, the element of an array of text: a string that prints with its class. */
import {
  binary,
  compare,
  contains,
  format,
  getAttribute,
  getItem,
  lengthOf,
  members,
  PyObject,
  PyType,
  repr,
  strType,
  type Value,
} from '../../objects/index.ts';
import { genericType } from './scalar.ts';

export const textType: PyType = new PyType({
  name: 'str_',
  module: 'numpy',
  bases: [strType, genericType],
  hashesAs: (self) => (self as NumpyText).text,
  describe: () => ({}),
});

export class NumpyText extends PyObject {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override get type(): PyType {
    return textType;
  }
}

const plain = (value: Value): Value => (value instanceof NumpyText ? value.text : value);

const on = members(textType, (value): value is NumpyText => value instanceof NumpyText)
  .constructs('object=""', (_type, value) => new NumpyText(String(plain(value))))
  .special('__repr__', (self) => `np.str_(${repr(self.text)})`)
  .special('__str__', (self) => self.text)
  .special('__format__', (self, spec) => format(self.text, String(spec)))
  .special('__len__', (self) => lengthOf(self.text))
  .special('__bool__', (self) => self.text !== '')
  .special('__getitem__', (self, key) => getItem(self.text, key))
  .special('__contains__', (self, part) => contains(self.text, plain(part)))
  .special('__add__', (self, other) => binary('+', self.text, plain(other)))
  .special('__radd__', (self, other) => binary('+', plain(other), self.text))
  .special('__mul__', (self, times) => binary('*', self.text, times))
  .special('__rmul__', (self, times) => binary('*', self.text, times));
for (const [name, operator] of [
  ['__eq__', '=='],
  ['__ne__', '!='],
  ['__lt__', '<'],
  ['__le__', '<='],
  ['__gt__', '>'],
  ['__ge__', '>='],
] as const)
  on.special(name, (self, other) => compare(operator, self.text, plain(other)));

/** The methods of `str` act on the plain text. */
for (const name of 'upper lower title capitalize strip lstrip rstrip replace split startswith endswith find count join center ljust rjust zfill isdigit isalpha isupper islower'.split(
  ' ',
))
  on.getter(name, (self) => getAttribute(self.text, name));
