import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import type { MatrixPlace } from '../../figures/index.ts';
import type { SlotValue } from '../../slots/index.ts';
import { FigureMatrix } from '../author/FigureMatrix.tsx';

const roots = new WeakMap<Element, Root>();

/** Draws the matrix of a figure anew, with the component that the build has drawn it with. */
export function showMatrix(figure: Element, { drawing }: MatrixPlace, value: SlotValue): void {
  const box = figure.querySelector('.scroll');
  if (box === null) return;
  const root = roots.get(box) ?? createRoot(box);
  roots.set(box, root);
  flushSync(() => root.render(<FigureMatrix {...drawing} value={value} />));
}
