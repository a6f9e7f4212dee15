/** What the reader can change in the reshape widget: the shape, the operation with its settings, and the picked cell's value. */
import type { ReactNode } from 'react';
import { ShapeField } from '../arrays/index.ts';
import { Choice, type Controls, NumberField, NumberSelect, shapeText } from '../base/index.ts';
import { arraysOf } from './arrays-of.ts';
import { type Operation, type ReshapeState, remade, STARTS, STEPS, written } from './model.ts';

type Props = { readonly state: ReshapeState; readonly controls: Controls<ReshapeState> };

const CHOICES: readonly { readonly value: Operation; readonly text: string }[] = [
  { value: 'transpose', text: 'Transpose' },
  { value: 'reshape', text: 'Reshape' },
  { value: 'flatten', text: 'Flatten' },
  { value: 'permute', text: 'Permute' },
  { value: 'slice', text: 'Slice' },
];

export function ReshapeControls({ state, controls }: Props): ReactNode {
  const { live, change, settle } = controls;
  const redo = (to: Partial<ReshapeState>, gesture?: string) =>
    change((before) => remade(before, to), gesture);
  return (
    <div className="widget-controls">
      <ShapeField
        label="Shape of the grid"
        shape={state.shape}
        disabled={!live}
        mayInfer
        onChange={(shape) => redo({ shape }, 'shape')}
        onSettle={settle}
      />
      <Choice
        label="What is done to the grid"
        options={CHOICES}
        value={state.operation}
        disabled={!live}
        onChange={(operation) => redo({ operation })}
      />
      <Settings state={state} live={live} redo={redo} settle={settle} />
      <CellField state={state} controls={controls} />
    </div>
  );
}

function Settings(props: {
  readonly state: ReshapeState;
  readonly live: boolean;
  readonly redo: (to: Partial<ReshapeState>, gesture?: string) => void;
  readonly settle: () => void;
}): ReactNode {
  const { state, live, redo, settle } = props;
  const { operation, to, order, starts, steps } = state;
  const shape = arraysOf(state).grid?.tensor.shape ?? [];
  switch (operation) {
    case 'transpose':
    case 'flatten':
      return null;
    case 'reshape':
      return (
        <ShapeField
          label="New shape"
          shape={to}
          disabled={!live}
          mayInfer
          onChange={(shape) => redo({ to: shape }, 'to')}
          onSettle={settle}
        />
      );
    case 'permute':
      return (
        <div className="axis-settings">
          {order.map((axis, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place among the axes is its number.
            <label key={place}>
              Axis {place} is the grid’s axis
              <NumberSelect
                value={axis}
                options={order.toSorted((one, other) => one - other)}
                disabled={!live}
                onChange={(chosen) => redo({ order: exchanged(order, place, chosen) })}
              />
            </label>
          ))}
        </div>
      );
    case 'slice':
      return (
        <div className="axis-settings">
          {steps.map((step, axis) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an axis is its number.
            <fieldset key={axis}>
              <legend>
                Axis {axis}, {shape[axis]} long
              </legend>
              <label>
                From
                <NumberSelect
                  value={step < 0 ? 0 : (starts[axis] ?? 0)}
                  options={STARTS}
                  disabled={!live || step < 0}
                  onChange={(start) => redo({ starts: starts.with(axis, start) })}
                />
              </label>
              <label>
                Step
                <NumberSelect
                  value={step}
                  options={STEPS}
                  disabled={!live}
                  onChange={(chosen) => redo({ steps: steps.with(axis, chosen) })}
                />
              </label>
            </fieldset>
          ))}
        </div>
      );
    default:
      return operation satisfies never;
  }
}

/** Returns the order with `axis` at `place`; the one that stood there takes its place. */
function exchanged(order: readonly number[], place: number, axis: number): readonly number[] {
  const from = order.indexOf(axis);
  return order.with(from, order[place] ?? axis).with(place, axis);
}

function CellField({ state, controls }: Props): ReactNode {
  const { array, cell } = state;
  const shown = arraysOf(state)[array];
  const value = shown?.tensor.toFlat()[cell];
  if (shown === undefined || value === undefined) return null;
  const place = `${NAMES[array]}[${shown.indexOf(cell).join(', ')}]`;
  return (
    <div className="cell-field">
      <span>
        <code>{place}</code> of {shapeText(shown.tensor.shape)} holds
      </span>
      <NumberField
        label={`Value of ${place}`}
        value={value}
        disabled={!controls.live}
        onChange={(to) => controls.change((before) => written(before, array, cell, to), 'value')}
        onSettle={controls.settle}
      />
    </div>
  );
}

const NAMES = { memory: 'a', grid: 'g', result: 'r', row: 'row' } as const;
