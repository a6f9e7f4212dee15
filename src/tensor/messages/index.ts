/** The exact words of NumPy's and PyTorch's errors, where more than their Python modules show them. */
export { numpyBroadcastMismatch, torchBroadcastMismatch } from './broadcast.ts';
export { numpyMatmulMismatch, torchMatmulMismatch } from './matmul.ts';
export { listedShape, type Raised, tightShape } from './raised.ts';
export {
  numpyReshapeRefusal,
  torchReshapeRefusal,
  torchStepRefusal,
  torchViewRefusal,
} from './reshape.ts';
