/** What the reader can move in the dot product widget: both tips and every component. */
import type { ReactNode } from 'react';
import type { Plane } from '../../geometry/index.ts';
import { type Controls, Handle, Handles, Quantity, scaleFor } from '../base/index.ts';
import type { DotState } from './model.ts';

type Props = { readonly controls: Controls<DotState>; readonly state: DotState; readonly reach: number };

const VECTORS = [
  { name: 'a', hue: 'w' },
  { name: 'b', hue: 'x' },
] as const;

export function DotHandles({ controls, state, reach, plane }: Props & { readonly plane: Plane }): ReactNode {
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
}

export function DotQuantities({ controls, state, reach }: Props): ReactNode {
  return VECTORS.flatMap(({ name, hue }) =>
    ([0, 1] as const).map((k) => (
      <Quantity
        key={`${name}${k}`}
        label={`${name}, component ${k}`}
        symbol={
          <>
            <i>{name}</i>
            <sub>{k}</sub>
          </>
        }
        hue={hue}
        value={state[name][k]}
        scale={scaleFor(reach)}
        disabled={!controls.live}
        onChange={(value) =>
          controls.change(
            (before) => ({
              ...before,
              [name]: k === 0 ? [value, before[name][1]] : [before[name][0], value],
            }),
            `${name}${k}`,
          )
        }
        onSettle={controls.settle}
      />
    )),
  );
}
