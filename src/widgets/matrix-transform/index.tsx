import { type ReactNode, useState } from 'react';
import { type SendToListing, useWidget, WidgetErrorBoundary } from '../base/index.ts';
import { transformAddress } from './address.ts';
import {
  startTransform,
  type TransformFigures,
  type TransformState,
  transformFacts,
  transformTwin,
} from './model.ts';
import { MatrixTransformView } from './View.tsx';

export type { TransformFigures } from './model.ts';

type Props = {
  readonly figures: TransformFigures;
  /** The address of the page that shows this widget alone. */
  readonly embed?: string;
  /** Takes the present numbers to the listing that this widget illustrates. */
  readonly onSend?: SendToListing;
};

/** What a matrix of shape (2, 2) does to the plane: grid, unit square, unit circle, one point and its image. */
export function MatrixTransformWidget(props: Props): ReactNode {
  return (
    <WidgetErrorBoundary>
      <Live {...props} />
    </WidgetErrorBoundary>
  );
}

function Live({ figures, embed, onSend }: Props): ReactNode {
  const [start] = useState(() => startTransform(figures));
  const [state, controls] = useWidget(start, transformAddress, sayTransform);
  return <MatrixTransformView state={state} controls={controls} embed={embed} onSend={onSend} />;
}

function sayTransform(state: TransformState): string {
  return transformTwin(state, transformFacts(state)).sentence;
}
