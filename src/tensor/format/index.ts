/** Printing numbers, arrays and tensors as Python, NumPy and PyTorch print them. */

export {
  numpyArray2string,
  numpyRepr,
  numpyScalarRepr,
  numpyScalarStr,
  numpyStr,
} from './format-numpy.ts';
export { FormatSpecError } from './format-spec.ts';
export { torchRepr } from './format-torch.ts';
export { type NumpyPrintOptions, numpyPrintDefaults, withNumpyOptions } from './numpy-options.ts';
export { PrintOptionError } from './option-values.ts';
export type { Printable } from './printable.ts';
export { pythonFloatRepr } from './python-float.ts';
export { formatFloatSpec, formatIntSpec, formatStringSpec } from './python-format.ts';
export { type TorchPrintOptions, torchPrintDefaults, withTorchOptions } from './torch-options.ts';
