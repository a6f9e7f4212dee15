/** What the reader can change in the forward pass: how it is played, how layers are stacked, every weight and bias. */
import { memo, type ReactNode, useMemo } from 'react';
import { reachFor } from '../../geometry/index.ts';
import { Choice, type Controls, Quantity, scaleFor } from '../base/index.ts';
import { type ForwardState, stacked } from './model.ts';

type Props = { readonly state: ForwardState; readonly controls: Controls<ForwardState> };

const BY = [
  { value: 'batch', text: 'Whole batch' },
  { value: 'sample', text: 'Sample by sample' },
] as const;
const STACKS = [
  { value: 'one', text: 'One layer' },
  { value: 'relu', text: 'Two, ReLU between' },
  { value: 'linear', text: 'Two, no ReLU' },
] as const;

export function ForwardChoices({ state, controls }: Props): ReactNode {
  const { live, change } = controls;
  return (
    <>
      <Choice
        label="What a step takes"
        options={BY}
        value={state.by}
        disabled={!live}
        onChange={(by) => change((before) => stacked(before, { by }))}
      />
      <Choice
        label="How layers are stacked"
        options={STACKS}
        value={state.stack}
        disabled={!live}
        onChange={(stack) => change((before) => stacked(before, { stack }))}
      />
    </>
  );
}

/** The farthest that a slider goes, unless a value is already beyond. */
const REACH = 2;

export const Parameters = memo(function Parameters({ state, controls }: Props): ReactNode {
  const { W, b, W_next, b_next, stack } = state;
  return (
    <>
      <Layer weights="W" biases="b" W={W} b={b} mark="" controls={controls} />
      {stack !== 'one' && (
        <Layer weights="W_next" biases="b_next" W={W_next} b={b_next} mark="′" controls={controls} />
      )}
    </>
  );
});

function Layer(props: {
  readonly weights: 'W' | 'W_next';
  readonly biases: 'b' | 'b_next';
  readonly W: ForwardState['W'];
  readonly b: readonly number[];
  /** What its symbols carry: the second layer's are W′ and b′. */
  readonly mark: string;
  readonly controls: Controls<ForwardState>;
}): ReactNode {
  const { weights, biases, W, b, mark, controls } = props;
  const { live, change, settle, resting } = controls;
  const resting_W = resting[weights];
  const farthest = Math.max(...[...resting_W.flat(), ...resting[biases]].map(Math.abs));
  const scale = useMemo(() => scaleFor(reachFor(farthest, REACH)), [farthest]);
  const quantity = (
    name: string,
    index: string,
    value: number,
    hue: 'w' | 'b',
    to: (state: ForwardState, value: number) => ForwardState,
  ) => (
    <Quantity
      key={`${name}${index}`}
      label={`${name}, ${index.replace(',', ' ')}`}
      symbol={
        <>
          <i>{name}</i>
          <sub>{index}</sub>
        </>
      }
      hue={hue}
      value={value}
      scale={scale}
      disabled={!live}
      onChange={(chosen) => change((before) => to(before, chosen), `${name}${index}`)}
      onSettle={settle}
    />
  );
  return (
    <details className="more">
      <summary>Weights and biases{mark === '' ? '' : ' of the second layer'}</summary>
      {W.flatMap((row, i) =>
        row.map((value, j) =>
          quantity(`W${mark}`, `${i},${j}`, value, 'w', (state, chosen) => ({
            ...state,
            [weights]: state[weights].with(i, (state[weights][i] ?? []).with(j, chosen)),
          })),
        ),
      )}
      {b.map((value, k) =>
        quantity(`b${mark}`, `${k}`, value, 'b', (state, chosen) => ({
          ...state,
          [biases]: state[biases].with(k, chosen),
        })),
      )}
    </details>
  );
}
