import { type ReactNode, useState } from 'react';
import { chainWords } from '../../explain/index.ts';
import { usePrinting } from '../../reader/printing/index.ts';
import { type SendToListing, useWidget, WidgetErrorBoundary } from '../base/index.ts';
import { matmulAddress } from './address.ts';
import {
  atEnd,
  type MatmulFigures,
  type MatmulState,
  matmulFacts,
  matmulSums,
  matmulTwin,
  startMatmul,
} from './model.ts';
import { MatmulStepper } from './View.tsx';

export type { MatmulFigures } from './model.ts';

type Props = {
  readonly figures: MatmulFigures;
  /** The address of the page that shows this widget alone. */
  readonly embed?: string;
  /** Takes the present numbers to the listing that this widget illustrates. */
  readonly onSend?: SendToListing;
};

/** A batch times transposed weights, step by step. */
export function MatmulWidget(props: Props): ReactNode {
  return (
    <WidgetErrorBoundary>
      <Live {...props} />
    </WidgetErrorBoundary>
  );
}

function Live({ figures, embed, onSend }: Props): ReactNode {
  const [start] = useState(() => startMatmul(figures));
  const [state, controls] = useWidget(start, matmulAddress, sayMatmul);
  const isPrinting = usePrinting();
  // The page as it was built shows all that is computed, and so does paper unless a reader stopped on the way; what can be
  // played begins before its first step.
  const isWhole = !controls.live || (isPrinting && state.step === 0);
  const shown = isWhole ? atEnd(state) : state;
  return <MatmulStepper state={shown} controls={controls} embed={embed} onSend={onSend} />;
}

/** On the way, the step and its sum; at the end the whole result. */
function sayMatmul(state: MatmulState): string {
  const facts = matmulFacts(state);
  const isOnTheWay = state.step < facts.steps;
  const place = isOnTheWay ? `Step ${state.step} of ${facts.steps}.` : '';
  const sums = matmulSums(state, facts).flatMap(({ lines }) => lines.map(chainWords));
  if (isOnTheWay && sums.length > 0) return `${place} ${sums.join('. ')}`;
  const { sentence, rows } = matmulTwin(state, facts);
  const result = rows.map(([, ...values]) => values.join(', ')).join('; ');
  return `${place || sentence} ${result}`;
}
