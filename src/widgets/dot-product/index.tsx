import { type ReactNode, useState } from 'react';
import { type SendToListing, useWidget, WidgetErrorBoundary } from '../base/index.ts';
import { dotAddress } from './address.ts';
import { type DotFigures, type DotState, dotFacts, dotTwin } from './model.ts';
import { DotProductView } from './View.tsx';

export type { DotFigures } from './model.ts';

type Props = {
  readonly figures: DotFigures;
  /** The address of the page that shows this widget alone. */
  readonly embed?: string;
  /** Takes the present numbers to the listing that this widget illustrates. */
  readonly onSend?: SendToListing;
};

/** Two vectors, the angle between them, the shadow of one on the other, and their products adding up. */
export function DotProductWidget(props: Props): ReactNode {
  return (
    <WidgetErrorBoundary>
      <Live {...props} />
    </WidgetErrorBoundary>
  );
}

function Live({ figures, embed, onSend }: Props): ReactNode {
  const [start] = useState(figures);
  const [state, controls] = useWidget(start, dotAddress, sayDot);
  return <DotProductView state={state} controls={controls} embed={embed} onSend={onSend} />;
}

function sayDot(state: DotState): string {
  return dotTwin(state, dotFacts(state)).sentence;
}
