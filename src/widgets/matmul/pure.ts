/** This widget without its drawing, for tests and for whoever needs its states and addresses. */
export { matmulAddress } from './address.ts';
export {
  atEnd,
  LARGEST,
  type MatmulState,
  matmulFacts,
  matmulLiterals,
  matmulSums,
  matmulTwin,
  repairMatmul,
  seenBy,
  startMatmul,
} from './model.ts';
export { OPERANDS, shapesOf, takingPart } from './operands.ts';
export { resize, sizesOf, withCell } from './resize.ts';
export { resultRooms } from './room.ts';
export { isIn, slicesOf, stepCount } from './steps.ts';
