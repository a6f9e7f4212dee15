/** What the reader can move in the matrix transform widget. */
import { memo, type ReactNode, useEffect, useState } from 'react';
import type { Hue } from '../../explain/index.ts';
import type { Matrix2, Plane, Point } from '../../geometry/index.ts';
import { Choice, type Controls, Handle, Handles, Quantity, type Scale, scaleFor } from '../base/index.ts';
import { hasBias, type TransformState } from './model.ts';
import { withEntry, withParameter, withSecondEntry } from './presets.ts';

type Props = {
  readonly state: TransformState;
  readonly controls: Controls<TransformState>;
  /** How far the plane reaches: numbers beyond the usual range widen the sliders too. */
  readonly reach: number;
};

/** The part of the controls that stays the same during a gesture, so that what does not move is not drawn again. */
type Changes = Pick<Controls<TransformState>, 'live' | 'change' | 'settle'>;

export function changesOf({ live, change, settle }: Controls<TransformState>): Changes {
  return { live, change, settle };
}

const ENTRIES: Scale = { low: -4, high: 4, step: 0.1 };
const USUAL_REACH = 4;
const ANGLES: Scale = { low: -180, high: 180, step: 1 };
const EPSILONS: Scale = { low: -1, high: 1, step: 0.05 };
const SHARES: Scale = { low: 0, high: 1, step: 0.01 };

function entryScale(reach: number): Scale {
  return reach <= USUAL_REACH ? ENTRIES : scaleFor(reach);
}

/** The images of e₀ and e₁, which are W's columns, and the sample point. Only W alone can be taken by its columns. */
export const TransformHandles = memo(function TransformHandles({
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
          <Handle {...common} label="Image of e₀" hue="w" at={column(0)} onMove={(to) => setColumn(0, to)} />
          <Handle {...common} label="Image of e₁" hue="a" at={column(1)} onMove={(to) => setColumn(1, to)} />
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
});

/** The four entries; for a rotation or a residual step its one number besides. */
export function TransformQuantities({ state, controls, reach }: Props): ReactNode {
  const changes = changesOf(controls);
  const { family, parameter } = state;
  return (
    <>
      {family !== 'free' && (
        <Quantity
          disabled={!controls.live}
          onSettle={controls.settle}
          label={family === 'rotation' ? 'Angle in degrees' : 'Epsilon'}
          symbol={family === 'rotation' ? 'θ°' : 'ε'}
          hue="z"
          value={parameter}
          scale={family === 'rotation' ? ANGLES : EPSILONS}
          onChange={(value) => controls.change((before) => withParameter(before, value), 'parameter')}
        />
      )}
      <Entries name="W" hue="w" matrix={state.W} {...changes} reach={reach} />
    </>
  );
}

/** A slider and a field for each entry of a matrix. */
const Entries = memo(function Entries({
  name,
  hue,
  matrix,
  live,
  change,
  settle,
  reach,
}: Changes & {
  readonly name: 'W' | 'V';
  readonly hue: Hue;
  readonly matrix: Matrix2;
  readonly reach: number;
}): ReactNode {
  const withValue = { W: withEntry, V: withSecondEntry }[name];
  return ([0, 1] as const).flatMap((row) =>
    ([0, 1] as const).map((column) => (
      <Quantity
        key={`${row}${column}`}
        label={`${name}, row ${row}, column ${column}`}
        symbol={
          <>
            <i>{name}</i>
            <sub>
              {row},{column}
            </sub>
          </>
        }
        hue={hue}
        value={matrix[row][column]}
        scale={entryScale(reach)}
        disabled={!live}
        onSettle={settle}
        onChange={(value) =>
          change((before) => withValue(before, row, column, value), `${name}${row}${column}`)
        }
      />
    )),
  );
});

/** The second matrix, folded away until two act. */
export function SecondMatrix({
  V,
  reach,
  ...changes
}: Changes & Pick<TransformState, 'V'> & Pick<Props, 'reach'>): ReactNode {
  return (
    <details className="more">
      <summary>Second matrix V</summary>
      <Entries name="V" hue="a" matrix={V} {...changes} reach={reach} />
    </details>
  );
}

/** The bias, folded away until it is wanted. */
export const BiasQuantities = memo(function BiasQuantities({
  b,
  live,
  change,
  settle,
  reach,
}: Changes & Pick<TransformState, 'b'> & Pick<Props, 'reach'>): ReactNode {
  const isBiased = hasBias({ b });
  const [isOpen, setOpen] = useState(isBiased);
  // A bias that came from an address or from Undo is never hidden.
  useEffect(() => {
    if (isBiased) setOpen(true);
  }, [isBiased]);
  return (
    <details className="more" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
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
          value={b[k]}
          scale={entryScale(reach)}
          disabled={!live}
          onSettle={settle}
          onChange={(value) =>
            change(
              (before) => ({ ...before, b: k === 0 ? [value, before.b[1]] : [before.b[0], value] }),
              `b${k}`,
            )
          }
        />
      ))}
    </details>
  );
});

const COMPOSITIONS = [
  { value: 'W', text: 'W alone' },
  { value: 'VW', text: 'VW: W first' },
  { value: 'WV', text: 'WV: V first' },
] as const;

export const CompositionChoice = memo(function CompositionChoice({
  composition,
  live,
  change,
}: Pick<TransformState, 'composition'> & Omit<Changes, 'settle'>): ReactNode {
  return (
    <Choice
      label="Which matrices act"
      options={COMPOSITIONS}
      value={composition}
      disabled={!live}
      onChange={(to) => change((before) => ({ ...before, composition: to }))}
    />
  );
});

/** How much of the way from the identity is shown, and a button that plays it. */
export const Warp = memo(function Warp({
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
});
