/** What the reader can move in the matrix transform widget. */
import type { ReactNode } from 'react';
import type { Matrix2, Plane, Point } from '../../geometry/index.ts';
import type { Hue } from '../../matrix/index.ts';
import { Choice, type Controls, Handle, Handles, Quantity, type Scale, scaleFor } from '../base/index.ts';
import type { TransformState } from './model.ts';
import { withEntry, withParameter, withSecondEntry } from './presets.ts';

type Props = {
  readonly state: TransformState;
  readonly controls: Controls<TransformState>;
  /** How far the plane reaches: numbers beyond the usual range widen the sliders too. */
  readonly reach: number;
};

const ENTRIES: Scale = { low: -4, high: 4, step: 0.1 };
const USUAL_REACH = 4;
const ANGLES: Scale = { low: -180, high: 180, step: 1 };
const EPSILONS: Scale = { low: -1, high: 1, step: 0.05 };
const SHARES: Scale = { low: 0, high: 1, step: 0.01 };

function entryScale(reach: number): Scale {
  return reach <= USUAL_REACH ? ENTRIES : scaleFor(reach);
}

/** The images of e₀ and e₁, which are W's columns, and the sample point. Only W alone can be taken by its columns. */
export function TransformHandles({
  state,
  controls,
  plane,
  reach,
}: Props & { readonly plane: Plane }): ReactNode {
  const { W, b, x, composition } = state;
  const common = {
    plane,
    scale: entryScale(reach),
    disabled: !controls.live,
    onSettle: controls.settle,
    onCancel: controls.cancel,
  };
  const column = (k: 0 | 1): Point => [W[0][k] + b[0], W[1][k] + b[1]];
  const setColumn = (k: 0 | 1, [toX, toY]: Point) =>
    controls.change(
      (before) => withEntry(withEntry(before, 0, k, toX - before.b[0]), 1, k, toY - before.b[1]),
      `column ${k}`,
    );
  return (
    <Handles plane={plane}>
      {composition === 'W' && (
        <>
          <Handle {...common} label="Image of e0" hue="w" at={column(0)} onMove={(to) => setColumn(0, to)} />
          <Handle {...common} label="Image of e1" hue="a" at={column(1)} onMove={(to) => setColumn(1, to)} />
        </>
      )}
      <Handle
        {...common}
        label="Point x"
        hue="x"
        at={x}
        onMove={(to) => controls.change((before) => ({ ...before, x: to }), 'point')}
      />
    </Handles>
  );
}

/** The four entries; for a rotation or a residual step its one number besides. */
export function TransformQuantities({ state, controls, reach }: Props): ReactNode {
  const common = { disabled: !controls.live, onSettle: controls.settle };
  const { family, parameter } = state;
  return (
    <>
      {family !== 'free' && (
        <Quantity
          {...common}
          label={family === 'rotation' ? 'Angle in degrees' : 'Epsilon'}
          symbol={family === 'rotation' ? 'θ°' : 'ε'}
          hue="z"
          value={parameter}
          scale={family === 'rotation' ? ANGLES : EPSILONS}
          onChange={(value) => controls.change((before) => withParameter(before, value), 'parameter')}
        />
      )}
      <Entries
        name="W"
        hue="w"
        matrix={state.W}
        controls={controls}
        reach={reach}
        onEntry={(row, column, value) =>
          controls.change((before) => withEntry(before, row, column, value), `entry ${row}${column}`)
        }
      />
    </>
  );
}

/** A slider and a field for each entry of a matrix. */
function Entries({
  name,
  hue,
  matrix,
  controls,
  reach,
  onEntry,
}: {
  readonly name: string;
  readonly hue: Hue;
  readonly matrix: Matrix2;
  readonly controls: Controls<TransformState>;
  readonly reach: number;
  readonly onEntry: (row: 0 | 1, column: 0 | 1, value: number) => void;
}): ReactNode {
  return ([0, 1] as const).flatMap((row) =>
    ([0, 1] as const).map((column) => (
      <Quantity
        key={`${row}${column}`}
        label={`${name}, row ${row}, column ${column}`}
        symbol={
          <>
            <i>{name}</i>
            <sub>
              {row}
              {column}
            </sub>
          </>
        }
        hue={hue}
        value={matrix[row][column]}
        scale={entryScale(reach)}
        disabled={!controls.live}
        onSettle={controls.settle}
        onChange={(value) => onEntry(row, column, value)}
      />
    )),
  );
}

/** The second matrix, folded away until two act. */
export function SecondMatrix({ state, controls, reach }: Props): ReactNode {
  return (
    <details className="more">
      <summary>Second matrix V</summary>
      <Entries
        name="V"
        hue="a"
        matrix={state.V}
        controls={controls}
        reach={reach}
        onEntry={(row, column, value) =>
          controls.change((before) => withSecondEntry(before, row, column, value), `second ${row}${column}`)
        }
      />
    </details>
  );
}

/** The bias, folded away until it is wanted. */
export function BiasQuantities({ state, controls, reach }: Props): ReactNode {
  return (
    <details className="more">
      <summary>Bias: shift the plane</summary>
      {([0, 1] as const).map((k) => (
        <Quantity
          key={k}
          label={`b, component ${k}`}
          symbol={
            <>
              <i>b</i>
              <sub>{k}</sub>
            </>
          }
          hue="b"
          value={state.b[k]}
          scale={entryScale(reach)}
          disabled={!controls.live}
          onSettle={controls.settle}
          onChange={(value) =>
            controls.change(
              (before) => ({ ...before, b: k === 0 ? [value, before.b[1]] : [before.b[0], value] }),
              `b${k}`,
            )
          }
        />
      ))}
    </details>
  );
}

const COMPOSITIONS = [
  { value: 'W', text: 'W alone' },
  { value: 'VW', text: 'VW: W first' },
  { value: 'WV', text: 'WV: V first' },
] as const;

export function CompositionChoice({ state, controls }: Omit<Props, 'reach'>): ReactNode {
  return (
    <Choice
      label="Which matrices act"
      options={COMPOSITIONS}
      value={state.composition}
      disabled={!controls.live}
      onChange={(composition) => controls.change((before) => ({ ...before, composition }))}
    />
  );
}

/** How much of the way from the identity is shown, and a button that plays it. */
export function Warp({
  share,
  live,
  onShare,
  onPlay,
}: {
  readonly share: number;
  readonly live: boolean;
  readonly onShare: (share: number) => void;
  readonly onPlay: () => void;
}): ReactNode {
  return (
    <div className="warp-controls">
      <button type="button" disabled={!live} onClick={onPlay}>
        Play
      </button>
      <Quantity
        label="Share of the way from the identity"
        symbol="I → W"
        value={share}
        scale={SHARES}
        disabled={!live}
        onChange={(value) => onShare(Math.min(1, Math.max(0, value)))}
        onSettle={() => undefined}
      />
    </div>
  );
}
