import type { ReactNode } from 'react';
import { type MatmulFigures, startMatmul } from './model.ts';
import { MatmulView } from './View.tsx';

export type { MatmulFigures } from './model.ts';

/** A batch times transposed weights, one cell at a time. */
export function MatmulWidget({ figures }: { readonly figures: MatmulFigures }): ReactNode {
  return <MatmulView state={startMatmul(figures)} />;
}
