import { type ReactNode, useState } from 'react';
import { chainWords } from '../../explain/index.ts';
import { usePrinting } from '../../reader/printing/index.ts';
import { type SendToListing, useWidget, WidgetErrorBoundary } from '../base/index.ts';
import { forwardAddress } from './address.ts';
import { atEnd, type ForwardFigures, type ForwardState, startForward, stepCount } from './model.ts';
import { ForwardPassView } from './View.tsx';
import { forwardSums, forwardTwin } from './words.ts';

export type { ForwardFigures } from './model.ts';

type Props = {
  readonly figures: ForwardFigures;
  /** The address of the page that shows this widget alone. */
  readonly embed?: string;
  /** Takes the present numbers to the listing that this widget illustrates. */
  readonly onSend?: SendToListing;
};

/** A batch on its way through one layer, or two: X, XWᵀ, plus b, ReLU. */
export function ForwardPassWidget(props: Props): ReactNode {
  return (
    <WidgetErrorBoundary>
      <Live {...props} />
    </WidgetErrorBoundary>
  );
}

function Live({ figures, embed, onSend }: Props): ReactNode {
  const [start] = useState(() => startForward(figures));
  const [state, controls] = useWidget(start, forwardAddress, sayForward);
  const isPrinting = usePrinting();
  // The page as it was built shows all that is computed, and so does paper unless a reader stopped on the way; what can be
  // played begins before its first step.
  const isWhole = !controls.live || (isPrinting && state.step === 0);
  const shown = isWhole ? atEnd(state) : state;
  return <ForwardPassView state={shown} controls={controls} embed={embed} onSend={onSend} />;
}

/** On the way, the step and the working of the picked value; at the end the whole. */
function sayForward(state: ForwardState): string {
  const steps = stepCount(state);
  if (state.step >= steps) return forwardTwin(state).sentence;
  const sums = forwardSums(state).flatMap(({ lines }) => lines.map(chainWords));
  return [`Step ${state.step} of ${steps}`, ...sums].join('. ');
}
