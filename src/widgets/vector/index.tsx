import { type ReactNode, useState } from 'react';
import { useWidget } from '../base/index.ts';
import { vectorAddress } from './address.ts';
import { startVector, type VectorFigures, vectorTwin } from './model.ts';
import { VectorView } from './View.tsx';

export type { VectorFigures } from './model.ts';

/** One vector with its components, length, direction and unit vector; or two and what they make. */
export function VectorWidget({
  figures,
  embed,
}: {
  readonly figures: VectorFigures;
  /** The address of the page that shows this widget alone. */
  readonly embed?: string;
}): ReactNode {
  const [start] = useState(() => startVector(figures));
  const [state, controls] = useWidget(start, vectorAddress, sayVector);
  return <VectorView state={state} controls={controls} embed={embed} />;
}

function sayVector(state: Parameters<typeof vectorTwin>[0]): string {
  return vectorTwin(state).sentence;
}
