import { shapesAtBuild } from '../../shapes/build/index.ts';
import type { ShapeCheck } from '../../shapes/index.ts';
import { knownNames, type ShapesFigures, START } from '../../widgets/shapes/index.tsx';

/** Returns both libraries' answers for the expression that the shape checker starts with, run while the book is built. */
export function firstShapes(figures: ShapesFigures): Promise<ShapeCheck> {
  return shapesAtBuild(START.text, knownNames(figures));
}
