import type { ReactNode } from 'react';
import type { BroadcastingFigures } from './model.ts';
import { BroadcastingView } from './View.tsx';

export type { BroadcastingFigures } from './model.ts';

/** Two arrays of different shapes added: how their axes align and what is repeated. */
export function BroadcastingWidget({ figures }: { readonly figures: BroadcastingFigures }): ReactNode {
  return <BroadcastingView state={figures} />;
}
