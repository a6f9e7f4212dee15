import { columnRooms } from '../../matrix/index.ts';
import { cellTexts } from '../base/index.ts';
import { atEnd, type MatmulState, matmulFacts } from './model.ts';
import { takingPart } from './operands.ts';
import { sumsOf } from './steps.ts';

/** Returns the room that each column of the result needs for whatever any step, in any view, shows in it. */
export function resultRooms(state: MatmulState): readonly string[] {
  const { X, W } = takingPart(state);
  const { result, mismatch } = matmulFacts(atEnd(state));
  if (mismatch !== undefined) return [];
  const inner = X[0]?.length ?? 0;
  const underWay = Array.from({ length: inner - 1 }, (_, k) => sumsOf(X, W, k + 1));
  return columnRooms([result, ...underWay].flatMap(cellTexts));
}
