/** Printing numbers, arrays and tensors as Python, NumPy and PyTorch print them. */
export { FormatSpecError } from './format-spec.ts';
export { pythonFloatRepr } from './python-float.ts';
export { formatFloatSpec, formatIntSpec, formatStringSpec } from './python-format.ts';
