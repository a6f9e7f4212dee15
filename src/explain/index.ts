/** Worked arithmetic and the one way of writing numbers, for listings, widgets and exercises alike. */
export * as core from '../lists/index.ts';
export {
  explainCells,
  explainComparison,
  explainFunction,
  explainNumbers,
  explainReluCells,
  explainTotal,
  type Sign,
} from './cells.ts';
export {
  assertNever,
  type Comparison,
  type Expression,
  matrix,
  needsParentheses,
  number,
  type Place,
  placeInside,
  scalar,
  sum,
  vector,
} from './expression.ts';
export type { Hue } from './hue.ts';
export {
  explainBias,
  explainCombination,
  explainDeterminant,
  explainEntry,
  explainRelu,
} from './matrices.ts';
export { explainIndex, explainReshape, explainTranspose } from './moves.ts';
export {
  DECIMALS,
  type FormattedNumber,
  formatNumber,
  numberText,
  numberWords,
  relation,
  splitPower,
} from './number.ts';
export {
  explainLayer,
  explainMatmul,
  explainMatrixVector,
  explainVectorMatrix,
  type NamedRows,
} from './products.ts';
export { chainText, subscript } from './text.ts';
export {
  explainAngle,
  explainDot,
  explainLength,
  explainMultiple,
  explainProducts,
  explainQuotient,
  explainShadow,
  explainSum,
  explainUnit,
  type Named,
} from './vectors.ts';
export { chainWords } from './words.ts';
export { type Chain, chain, type Worked } from './worked.ts';
