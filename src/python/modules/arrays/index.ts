/** What the `numpy` and `torch` modules share: from Python's objects to the tensor core's. */
export { readIndices } from './indices.ts';
export { type NestedSequence, readNested } from './nested.ts';
export { repeatedIndices } from './repeats.ts';
