import type { ReactNode } from 'react';
import type { ReshapeFigures } from './model.ts';
import { ReshapeView } from './View.tsx';

export type { ReshapeFigures } from './model.ts';

/** One stretch of memory seen through several shapes. */
export function ReshapeWidget({ figures }: { readonly figures: ReshapeFigures }): ReactNode {
  return <ReshapeView state={figures} />;
}
