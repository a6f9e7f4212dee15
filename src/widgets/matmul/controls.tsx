/** What the reader can change in the matmul stepper: the view, the stages, the sizes, and whether entries are edited. */
import { memo, type ReactNode } from 'react';
import { Choice, type Controls } from '../base/index.ts';
import { atEnd, LARGEST, type MatmulState } from './model.ts';
import { resize, type Sizes, sizesOf } from './resize.ts';

type Props = { readonly state: MatmulState; readonly controls: Controls<MatmulState> };

const VIEWS = [
  { value: 'entries', text: 'Entries' },
  { value: 'columns', text: 'Columns' },
  { value: 'outer', text: 'Outer products' },
] as const;

export const ViewChoice = memo(function ViewChoice({ state, controls }: Props): ReactNode {
  return (
    <Choice
      label="How to look at the product"
      options={VIEWS}
      value={state.view}
      disabled={!controls.live}
      onChange={(view) => controls.change((before) => atEnd({ ...before, view }))}
    />
  );
});

export const StageSwitches = memo(function StageSwitches({
  state,
  controls,
  isEditing,
  onEditing,
}: Props & { readonly isEditing: boolean; readonly onEditing: (isEditing: boolean) => void }): ReactNode {
  return (
    <div className="switches">
      <Switch
        text="+ b"
        isOn={state.bias}
        disabled={!controls.live}
        onChange={(bias) => controls.change((before) => ({ ...before, bias }))}
      />
      <Switch
        text="ReLU"
        isOn={state.relu}
        disabled={!controls.live}
        onChange={(relu) => controls.change((before) => ({ ...before, relu }))}
      />
      <Switch text="Edit entries" isOn={isEditing} disabled={!controls.live} onChange={onEditing} />
    </div>
  );
});

const SIZES: readonly { readonly name: keyof Sizes; readonly text: string }[] = [
  { name: 'samples', text: 'Rows of X' },
  { name: 'features', text: 'Columns of X' },
  { name: 'weights', text: 'Rows of Wᵀ' },
  { name: 'neurons', text: 'Columns of Wᵀ' },
];

export const SizeChoice = memo(function SizeChoice({ state, controls }: Props): ReactNode {
  const sizes = sizesOf(state);
  return (
    <details className="more">
      <summary>Sizes</summary>
      <div className="sizes">
        {SIZES.map(({ name, text }) => (
          <label key={name}>
            {text}
            <select
              value={sizes[name]}
              disabled={!controls.live}
              onChange={(event) => {
                const size = Number(event.target.value);
                controls.change((before) => resize(before, { ...sizesOf(before), [name]: size }));
              }}
            >
              {Array.from({ length: LARGEST }, (_, k) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an option is its number.
                <option key={k} value={k + 1}>
                  {k + 1}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  );
});

function Switch(props: {
  readonly text: string;
  readonly isOn: boolean;
  readonly disabled: boolean;
  readonly onChange: (isOn: boolean) => void;
}): ReactNode {
  return (
    <label className="switch">
      <input
        type="checkbox"
        checked={props.isOn}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      {props.text}
    </label>
  );
}
