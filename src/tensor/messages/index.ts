/** The exact words of NumPy's and PyTorch's errors, where more than their Python modules show them. */
export { numpyMatmulMismatch, type Raised, torchMatmulMismatch } from './matmul.ts';
