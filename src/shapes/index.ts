/** What becomes of shapes in an expression: plain data and words, and no Python. What runs it is in `live/` and `build/`. */
export { clashingNames } from './axis-names.ts';
export { type KnownName, LONGEST } from './program.ts';
export type {
  AxisNames,
  LibraryCheck,
  Operand,
  Rule,
  ShapeCheck,
  ShapeFailure,
  ShapeRepair,
  ShapeStep,
  Sizes,
} from './shape-check.ts';
export { namedTuple, readShapes, tuple, writeShapes } from './typed-shapes.ts';
