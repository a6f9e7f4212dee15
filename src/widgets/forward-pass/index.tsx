import type { ReactNode } from 'react';
import { type ForwardFigures, startForward } from './model.ts';
import { ForwardPassView } from './View.tsx';

export type { ForwardFigures } from './model.ts';

/** A batch on its way through one layer: X, XWᵀ, plus b, ReLU. */
export function ForwardPassWidget({ figures }: { readonly figures: ForwardFigures }): ReactNode {
  return <ForwardPassView state={startForward(figures)} />;
}
