/** What the reader can move in the vector widget: the mode, the tips, every component. */
import { memo, type ReactNode, useCallback } from 'react';
import type { Hue } from '../../explain/index.ts';
import type { Plane, Point } from '../../geometry/index.ts';
import {
  Choice,
  type Controls,
  Handle,
  Handles,
  PointQuantities,
  Quantity,
  type Scale,
  scaleFor,
} from '../base/index.ts';
import { operandsOf, type VectorState } from './model.ts';

type Props = { readonly state: VectorState; readonly controls: Controls<VectorState> };

const MODES = [
  { value: 'one', text: 'One vector' },
  { value: 'sum', text: 'a + b' },
  { value: 'difference', text: 'a − b' },
  { value: 'multiple', text: 'c a' },
] as const;

const HUES: Readonly<Record<'v' | 'a' | 'b', Hue>> = { v: 'x', a: 'w', b: 'x' };
const MULTIPLES: Scale = { low: -5, high: 5, step: 0.1 };

export const ModeChoice = memo(function ModeChoice({
  mode,
  live,
  change,
}: Pick<VectorState, 'mode'> & Pick<Controls<VectorState>, 'live' | 'change'>): ReactNode {
  return (
    <Choice
      label="What to show"
      options={MODES}
      value={mode}
      disabled={!live}
      onChange={(to) => change((before) => ({ ...before, mode: to }))}
    />
  );
});

export const VectorHandles = memo(function VectorHandles({
  state,
  controls,
  plane,
  reach,
}: Props & { readonly plane: Plane; readonly reach: number }): ReactNode {
  const scale = scaleFor(reach);
  return (
    <Handles plane={plane}>
      {operandsOf(state.mode).map((name) => (
        <Handle
          key={name}
          label={`Tip of ${name}`}
          at={state[name]}
          plane={plane}
          scale={scale}
          hue={HUES[name]}
          disabled={!controls.live}
          onMove={(to: Point) => controls.change((before) => ({ ...before, [name]: to }), `tip of ${name}`)}
          onSettle={controls.settle}
          onCancel={controls.cancel}
        />
      ))}
    </Handles>
  );
});

export const VectorQuantities = memo(function VectorQuantities({
  state,
  controls,
  reach,
}: Props & { readonly reach: number }): ReactNode {
  const { change, settle, live } = controls;
  const move = useCallback(
    (name: 'v' | 'a' | 'b', to: Point, gesture: string) =>
      change((before) => ({ ...before, [name]: to }), gesture),
    [change],
  );
  return (
    <>
      {operandsOf(state.mode).map((name) => (
        <PointQuantities
          key={name}
          name={name}
          hue={HUES[name]}
          at={state[name]}
          reach={reach}
          disabled={!live}
          onMove={move}
          onSettle={settle}
        />
      ))}
      {state.mode === 'multiple' && (
        <Quantity
          label="c, the factor"
          symbol={<i>c</i>}
          hue="w"
          value={state.c}
          scale={MULTIPLES}
          disabled={!live}
          onChange={(c) => change((before) => ({ ...before, c }), 'c')}
          onSettle={settle}
        />
      )}
    </>
  );
});
