import { type ReactNode, useState } from 'react';
import { type SendToListing, useWidget, WidgetErrorBoundary } from '../base/index.ts';
import { vectorAddress } from './address.ts';
import { startVector, type VectorFigures, vectorTwin } from './model.ts';
import { VectorView } from './View.tsx';

export type { VectorFigures } from './model.ts';

type Props = {
  readonly figures: VectorFigures;
  /** The address of the page that shows this widget alone. */
  readonly embed?: string;
  /** Takes the present numbers to the listing that this widget illustrates. */
  readonly onSend?: SendToListing;
};

/** One vector with its components, length, direction and unit vector; or two and what they make. */
export function VectorWidget(props: Props): ReactNode {
  return (
    <WidgetErrorBoundary>
      <Live {...props} />
    </WidgetErrorBoundary>
  );
}

function Live({ figures, embed, onSend }: Props): ReactNode {
  const [start] = useState(() => startVector(figures));
  const [state, controls] = useWidget(start, vectorAddress, sayVector);
  return <VectorView state={state} controls={controls} embed={embed} onSend={onSend} />;
}

function sayVector(state: Parameters<typeof vectorTwin>[0]): string {
  return vectorTwin(state).sentence;
}
