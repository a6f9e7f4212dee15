import { type ReactNode, useState } from 'react';
import { useWidget } from '../base/index.ts';
import { dotAddress } from './address.ts';
import { type DotFigures, type DotState, dotFacts, dotTwin } from './model.ts';
import { DotProductView } from './View.tsx';

export type { DotFigures } from './model.ts';

/** Two vectors, the angle between them, the shadow of one on the other, and their products adding up. */
export function DotProductWidget({
  figures,
  embed,
}: {
  readonly figures: DotFigures;
  /** The address of the page that shows this widget alone. */
  readonly embed?: string;
}): ReactNode {
  const [start] = useState(figures);
  const [state, controls] = useWidget(start, dotAddress, sayDot);
  return <DotProductView state={state} controls={controls} embed={embed} />;
}

function sayDot(state: DotState): string {
  return dotTwin(state, dotFacts(state)).sentence;
}
