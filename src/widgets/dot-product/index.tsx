import { type ReactNode, useState } from 'react';
import { Safe, useWidget } from '../base/index.ts';
import { dotAddress } from './address.ts';
import { type DotFigures, type DotState, dotFacts, dotTwin } from './model.ts';
import { DotProductView } from './View.tsx';

export type { DotFigures } from './model.ts';

type Props = {
  readonly figures: DotFigures;
  /** The address of the page that shows this widget alone. */
  readonly embed?: string;
};

/** Two vectors, the angle between them, the shadow of one on the other, and their products adding up. */
export function DotProductWidget(props: Props): ReactNode {
  return (
    <Safe>
      <Live {...props} />
    </Safe>
  );
}

function Live({ figures, embed }: Props): ReactNode {
  const [start] = useState(figures);
  const [state, controls] = useWidget(start, dotAddress, sayDot);
  return <DotProductView state={state} controls={controls} embed={embed} />;
}

function sayDot(state: DotState): string {
  return dotTwin(state, dotFacts(state)).sentence;
}
