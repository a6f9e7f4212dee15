import { type ReactNode, useCallback, useState } from 'react';
import { type SendToListing, useWidget, WidgetErrorBoundary } from '../base/index.ts';
import { broadcastingAddress } from './address.ts';
import {
  type BroadcastingFigures,
  type BroadcastingState,
  broadcastingFacts,
  startBroadcasting,
} from './model.ts';
import { BroadcastingView } from './View.tsx';
import { broadcastingTwin } from './words.ts';

export type { BroadcastingFigures } from './model.ts';

type Props = {
  readonly figures: BroadcastingFigures;
  /** The address of the page that shows this widget alone. */
  readonly embed?: string;
  /** Takes the present numbers to the listing that this widget illustrates. */
  readonly onSend?: SendToListing;
};

/** Arrays of different shapes added: how their axes align and what is repeated. */
export function BroadcastingWidget(props: Props): ReactNode {
  return (
    <WidgetErrorBoundary>
      <Live {...props} />
    </WidgetErrorBoundary>
  );
}

function Live({ figures: given, embed, onSend }: Props): ReactNode {
  const [figures] = useState(given);
  const [start] = useState(() => startBroadcasting(figures));
  const say = useCallback(
    (state: BroadcastingState) => broadcastingTwin(broadcastingFacts(state, figures)).sentence,
    [figures],
  );
  const [state, controls] = useWidget(start, broadcastingAddress, say);
  return (
    <BroadcastingView state={state} figures={figures} controls={controls} embed={embed} onSend={onSend} />
  );
}
