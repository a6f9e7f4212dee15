/** Worked arithmetic and the one way of writing numbers, for listings, widgets and exercises alike. */
export * as core from '../lists/index.ts';
export {
  type Cells,
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
  type Hues,
  isExact,
  list,
  matrix,
  needsParentheses,
  number,
  type Place,
  placeInside,
  scalar,
  sum,
  sumOf,
  sumOfProducts,
  vector,
} from './expression.ts';
export type { Hue } from './hue.ts';
export {
  type Entry,
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
export { chainText, expressionText, subscript } from './text.ts';
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
export { chainWords, expressionWords } from './words.ts';
export { type Chain, chain, type Step, type Worked } from './worked.ts';
