import type { ReactNode } from 'react';
import { translation } from '../../geometry/index.ts';
import type { PlacedLabel } from './label-places.ts';

/** Labels at the places that were found for them, with a halo so that they read over lines. */
export function PictureLabels({ labels }: { readonly labels: readonly PlacedLabel[] }): ReactNode {
  return labels.map(({ text, hue, kind, at }) => (
    <text
      key={`${kind} ${hue} ${text.split(' ')[0]}`}
      className={kind === 'name' ? 'arrow-name' : 'plane-label'}
      data-hue={hue}
      transform={translation(at)}
      textAnchor="middle"
      dominantBaseline="central"
    >
      {text}
    </text>
  ));
}
