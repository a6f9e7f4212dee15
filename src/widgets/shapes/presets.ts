import type { Preset } from '../base/index.ts';
import type { ShapesState } from './model.ts';

const expression = (name: string, text: string): Preset<ShapesState> => ({ name, to: () => ({ text }) });

/** Expressions worth asking about. */
export const SHAPES_PRESETS: readonly Preset<ShapesState>[] = [
  expression('A layer', 'X @ W.T + b'),
  expression('Without the transpose', 'X @ W + b'),
  expression('A bias per sample', '(4, 2) + (4,)'),
  expression('Named axes', '(batch: 4, in: 3) @ (in: 3, out: 2) + (out: 2,)'),
];
