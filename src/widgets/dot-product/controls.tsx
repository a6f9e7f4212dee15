/** What the reader can move in the dot product widget: both tips and every component. */
import { memo, type ReactNode, useCallback } from 'react';
import type { Plane, Point } from '../../geometry/index.ts';
import { type Controls, Handle, Handles, PointQuantities, scaleFor } from '../base/index.ts';
import type { DotState } from './model.ts';

type Props = { readonly controls: Controls<DotState>; readonly state: DotState; readonly reach: number };

const VECTORS = [
  { name: 'a', hue: 'w' },
  { name: 'b', hue: 'x' },
] as const;

export const DotHandles = memo(function DotHandles({
  controls,
  state,
  reach,
  plane,
}: Props & { readonly plane: Plane }): ReactNode {
  return (
    <Handles plane={plane}>
      {VECTORS.map(({ name, hue }) => (
        <Handle
          key={name}
          label={`Tip of ${name}`}
          at={state[name]}
          plane={plane}
          scale={scaleFor(reach)}
          hue={hue}
          disabled={!controls.live}
          onMove={(to) => controls.change((before) => ({ ...before, [name]: to }), `tip of ${name}`)}
          onSettle={controls.settle}
          onCancel={controls.cancel}
        />
      ))}
    </Handles>
  );
});

export const DotQuantities = memo(function DotQuantities({ controls, state, reach }: Props): ReactNode {
  const { change, settle, live } = controls;
  const move = useCallback(
    (name: 'a' | 'b', to: Point, gesture: string) => change((before) => ({ ...before, [name]: to }), gesture),
    [change],
  );
  return VECTORS.map(({ name, hue }) => (
    <PointQuantities
      key={name}
      name={name}
      hue={hue}
      at={state[name]}
      reach={reach}
      disabled={!live}
      onMove={move}
      onSettle={settle}
    />
  ));
});
