/** What the parts of PyTorch that are fetched later add to `torch.linalg`. */
import type { Value } from '../../objects/index.ts';

export const laterLinalg = new Map<string, Value>();
/** Members of `torch.autograd`. */
export const laterAutograd = new Map<string, Value>();
