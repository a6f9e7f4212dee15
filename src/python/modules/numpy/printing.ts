/** `repr`, `str` and `format` of arrays and scalars, and the functions that set how arrays print. */
import {
  type NumpyPrintOptions,
  numpyArray2string,
  numpyRepr,
  numpyScalarRepr,
  numpyScalarStr,
  numpyStr,
  type Printable,
  withNumpyOptions,
} from '../../../tensor/format/index.ts';
import { exactElements, type Tensor } from '../../../tensor/index.ts';
import { format, members, PyDict, PyObject, PyType, typeError, type Value } from '../../objects/index.ts';
import { asArray } from './convert.ts';
import { asNumpy } from './errors.ts';
import { define, type Entry } from './functions.ts';
import { isReceiver, ndarrayType } from './ndarray.ts';
import { genericType, isScalar, scalarItem, scalarOf } from './scalar.ts';
import { session } from './session.ts';

/** What an array printed last: a trace asks at every step, while few arrays change. */
type Printed = { readonly version: number; readonly options: NumpyPrintOptions; readonly text: string };
const reprs = new WeakMap<Tensor, Printed>();
const strs = new WeakMap<Tensor, Printed>();

/** Returns the array to print for `tensor`. Integers too large for doubles become texts, padded to the longest. */
function printable(tensor: Tensor): Printable {
  const { exact } = tensor.storage;
  if (exact === undefined) return tensor;
  const width = Math.max(...exactElements(tensor).map((each) => String(each).length));
  return {
    ...{ dtype: tensor.dtype, shape: tensor.shape, strides: tensor.strides, offset: tensor.offset },
    storage: { data: Array.from(exact, (_, place) => place) },
    write: (place) => String(exact[place]).padStart(width),
  };
}

function remembered(
  texts: WeakMap<Tensor, Printed>,
  tensor: Tensor,
  print: (array: Printable, options: NumpyPrintOptions) => string,
): string {
  const { version } = tensor.storage;
  const options = session().print;
  const known = texts.get(tensor);
  if (known !== undefined && known.version === version && known.options === options) return known.text;
  const text = print(printable(tensor), options);
  texts.set(tensor, { version, options, text });
  return text;
}

members(ndarrayType, isReceiver)
  .special('__repr__', ({ tensor }) => remembered(reprs, tensor, numpyRepr))
  .special('__str__', ({ tensor }) => remembered(strs, tensor, numpyStr))
  .special('__format__', ({ tensor }, spec) => {
    if (tensor.rank === 0) return format(scalarItem(scalarOf(tensor)), String(spec));
    if (spec !== '') throw typeError('unsupported format string passed to numpy.ndarray.__format__');
    return numpyStr(tensor, session().print);
  });

members(genericType, isScalar)
  .special('__repr__', (self) =>
    self.exact === undefined ? numpyScalarRepr(self.value, self.dtype) : `np.${self.dtype}(${self.exact})`,
  )
  .special('__str__', (self) => self.exact?.toString() ?? numpyScalarStr(self.value, self.dtype))
  .special('__format__', (self, spec) => format(scalarItem(self), String(spec)));

/** Keyword arguments as JavaScript values; None is left out. */
function optionsOf(given: PyDict): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  for (const [name, value] of given.entries())
    if (value !== null) options[String(name)] = value instanceof PyObject ? true : value;
  return options;
}

function setOptions(given: PyDict, caller: string): void {
  session().print = withNumpyOptions(session().print, optionsOf(given), caller);
}

/** `with np.printoptions(…):` sets options and puts the former ones back. */
class PrintOptions extends PyObject {
  readonly given: PyDict;
  former = session().print;

  constructor(given: PyDict) {
    super();
    this.given = given;
  }

  override get type(): PyType {
    return printOptionsType;
  }
}
const printOptionsType = new PyType({ name: '_GeneratorContextManager', module: 'contextlib' });
members(printOptionsType, (value): value is PrintOptions => value instanceof PrintOptions)
  .special('__enter__', (self) => {
    self.former = session().print;
    asNumpy(() => setOptions(self.given, 'set_printoptions'));
    return optionsDict();
  })
  .special('__exit__', (self, _type, _value, _traceback) => {
    session().print = self.former;
    return null;
  });

function optionsDict(): PyDict {
  const { precision, threshold, edgeitems, linewidth, suppress, nanstr, infstr, sign, floatmode } =
    session().print;
  return new PyDict([
    ['edgeitems', BigInt(edgeitems)],
    ['threshold', Number.isInteger(threshold) ? BigInt(threshold) : threshold],
    ['floatmode', floatmode],
    ['precision', BigInt(precision)],
    ['suppress', suppress],
    ['linewidth', BigInt(linewidth)],
    ['nanstr', nanstr],
    ['infstr', infstr],
    ['sign', sign],
    ['formatter', null],
    ['legacy', false],
    ['override_repr', null],
  ]);
}

const PRINT_OPTIONS =
  'precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None, infstr=None, formatter=None, sign=None, floatmode=None, *, legacy=None, override_repr=None';
const PRINT_NAMES = PRINT_OPTIONS.replace(/=None|\*, /g, '').split(', ');

const named = (names: readonly string[], values: readonly Value[]): PyDict =>
  new PyDict(names.map((name, i): [Value, Value] => [name, values[i] ?? null]));

const STRING_OPTIONS =
  'max_line_width=None, precision=None, suppress_small=None, separator=" ", prefix="", style=?, formatter=None, threshold=None, edgeitems=None, sign=None, floatmode=None, suffix="", *, legacy=None';
const STRING_NAMES = STRING_OPTIONS.replace(/=[^,]*|\*, /g, '').split(', ');

export const printingFunctions: readonly Entry[] = [
  define('set_printoptions', PRINT_OPTIONS, (...values) => {
    setOptions(named(PRINT_NAMES, values), 'set_printoptions');
    return null;
  }),
  define('get_printoptions', '', optionsDict),
  define('printoptions', '*args, **kwargs', (_args, given) => new PrintOptions(given)),
  define('array2string', `a, ${STRING_OPTIONS}`, (a, ...values) => {
    const { style: _style, ...options } = optionsOf(named(STRING_NAMES, values));
    return numpyArray2string(asArray(a).tensor, options, session().print);
  }),
  define('array_repr', 'arr, max_line_width=None, precision=None, suppress_small=None', (arr, ...values) =>
    numpyRepr(asArray(arr).tensor, adjusted(values)),
  ),
  define('array_str', 'a, max_line_width=None, precision=None, suppress_small=None', (a, ...values) =>
    numpyStr(asArray(a).tensor, adjusted(values)),
  ),
];

function adjusted(values: readonly Value[]) {
  return withNumpyOptions(session().print, optionsOf(named(['linewidth', 'precision', 'suppress'], values)));
}
