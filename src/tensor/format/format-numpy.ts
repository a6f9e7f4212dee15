/** `str`, `repr` and `np.array2string` of arrays and NumPy scalars, as NumPy 2.2 writes them. */
import { type DType, isFloat } from '../dtype.ts';
import { floatScalar } from './numpy-float.ts';
import { layoutArray } from './numpy-layout.ts';
import { type NumpyPrintOptions, numpyPrintDefaults, withNumpyOptions } from './numpy-options.ts';
import { unknownOption } from './option-values.ts';
import { countOf, type Printable, shapeTuple } from './printable.ts';

/**
 * `str` of a NumPy scalar: the bare value, floats with the shortest digits of their own dtype.
 *
 * @example numpyScalarStr(Math.fround(0.1), 'float32') is '0.1'
 */
export function numpyScalarStr(x: number, dtype: DType): string {
  if (isFloat(dtype)) return floatScalar(x, dtype);
  if (dtype === 'bool') return x ? 'True' : 'False';
  return String(x);
}

/**
 * `repr` of a NumPy scalar, as containers and `{x=}` show it.
 *
 * @example numpyScalarRepr(0.5, 'float64') is 'np.float64(0.5)'; numpyScalarRepr(1, 'bool') is 'np.True_'
 */
export function numpyScalarRepr(x: number, dtype: DType): string {
  const text = numpyScalarStr(x, dtype);
  return dtype === 'bool' ? `np.${text}_` : `np.${dtype}(${text})`;
}

/** `str(array)`, as `print` shows it: elements in brackets without commas; the bare value of a 0-d array. */
export function numpyStr(array: Printable, options: NumpyPrintOptions = numpyPrintDefaults): string {
  if (array.shape.length === 0) {
    const element = array.storage.data[array.offset] as number;
    return array.write?.(element) ?? numpyScalarStr(element, array.dtype);
  }
  return layoutArray(array, { prefix: '', separator: ' ', suffix: '' }, options);
}

/**
 * `repr(array)`: `array(…)` with `dtype=` unless int64, float64 or bool imply it, and `shape=` where the elements
 * do not tell it (summarised, or empty other than `(0,)`).
 */
export function numpyRepr(array: Printable, options: NumpyPrintOptions = numpyPrintDefaults): string {
  const { dtype, shape } = array;
  const count = countOf(array);
  const prefix = 'array(';
  const elements = layoutArray(array, { prefix, separator: ', ', suffix: ')' }, options);
  const extras: string[] = [];
  if (count > options.threshold || (count === 0 && shape.length !== 1))
    extras.push(`shape=${shapeTuple(shape)}`);
  const implied = dtype === 'float64' || dtype === 'int64' || dtype === 'bool';
  if (count === 0 || !implied) extras.push(`dtype=${dtype}`);
  if (extras.length === 0) return `${prefix}${elements})`;
  const text = `${prefix}${elements},`;
  const ending = `${extras.join(', ')})`;
  const lastLine = text.length - (text.lastIndexOf('\n') + 1);
  const fits = lastLine + ending.length + 1 <= options.linewidth;
  return text + (fits ? ' ' : `\n${' '.repeat(prefix.length)}`) + ending;
}

/** The arguments of `np.array2string` by their names there; `undefined` means the current print option. */
export type Array2stringArguments = {
  readonly max_line_width?: unknown;
  readonly precision?: unknown;
  readonly suppress_small?: unknown;
  readonly separator?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly threshold?: unknown;
  readonly edgeitems?: unknown;
  readonly sign?: unknown;
  readonly floatmode?: unknown;
  readonly formatter?: unknown;
  readonly legacy?: unknown;
};

/**
 * `np.array2string(array, …)`: the elements in brackets; `prefix` and `suffix` only take room. A 0-d array is
 * written as a column of one (`1.`, where `str` has `1.0`).
 *
 * @throws PrintOptionError as `np.set_printoptions` does.
 */
export function numpyArray2string(
  array: Printable,
  given: Array2stringArguments = {},
  options: NumpyPrintOptions = numpyPrintDefaults,
): string {
  const { separator = ' ', prefix = '', suffix = '', ...others } = given;
  const changes = Object.entries(others).map(([name, value]) => [optionOf(name), value]);
  const inForce = withNumpyOptions(options, Object.fromEntries(changes), 'array2string');
  return layoutArray(array, { prefix, separator, suffix }, inForce);
}

/** Returns the print option that an argument of `np.array2string` stands in for. */
function optionOf(argument: string): string {
  if (argument === 'max_line_width') return 'linewidth';
  if (argument === 'suppress_small') return 'suppress';
  if (!['linewidth', 'suppress', 'nanstr', 'infstr', 'override_repr'].includes(argument)) return argument;
  throw unknownOption('array2string', argument);
}
