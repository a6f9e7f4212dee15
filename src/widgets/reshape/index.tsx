import { type ReactNode, useState } from 'react';
import { type SendToListing, useWidget, WidgetErrorBoundary } from '../base/index.ts';
import { reshapeAddress } from './address.ts';
import { type ReshapeFigures, type ReshapeState, startReshape } from './model.ts';
import { ReshapeView } from './View.tsx';
import { reshapeTwin } from './words.ts';

export type { ReshapeFigures } from './model.ts';

type Props = {
  readonly figures: ReshapeFigures;
  /** The address of the page that shows this widget alone. */
  readonly embed?: string;
  /** Takes the present numbers to the listing that this widget illustrates. */
  readonly onSend?: SendToListing;
};

/** One stretch of memory seen through several shapes. */
export function ReshapeWidget(props: Props): ReactNode {
  return (
    <WidgetErrorBoundary>
      <Live {...props} />
    </WidgetErrorBoundary>
  );
}

function Live({ figures, embed, onSend }: Props): ReactNode {
  const [start] = useState(() => startReshape(figures));
  const [state, controls] = useWidget(start, reshapeAddress, sayReshape);
  return <ReshapeView state={state} controls={controls} embed={embed} onSend={onSend} />;
}

function sayReshape(state: ReshapeState): string {
  return reshapeTwin(state).sentence;
}
