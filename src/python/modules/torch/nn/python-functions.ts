/** How `torch.nn.functional` defines what PyTorch writes in Python. */
import { getAttribute, pyError, typeName, type Value } from '../../../objects/index.ts';
import { type Entry, pythonFunction } from '../define.ts';
import { isTensor, type TensorObject } from '../tensor.ts';

/** Returns where PyTorch's Python code first asks a value for an attribute that only tensors have. */
export function tensorWith(attribute: string, value: Value): TensorObject {
  if (isTensor(value)) return value;
  getAttribute(value, attribute);
  throw pyError('AttributeError', `'${typeName(value)}' object has no attribute '${attribute}'`);
}

export const MODULE = 'torch.nn.functional';

export const python = <const S extends string>(
  name: string,
  signature: S,
  body: Parameters<typeof pythonFunction<S>>[2],
): Entry => pythonFunction(name, signature, body, MODULE);
