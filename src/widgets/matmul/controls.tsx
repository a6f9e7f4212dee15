/** What the reader can change in the matmul stepper: the view, the stages, the sizes, and whether entries are edited. */
import { memo, type ReactNode } from 'react';
import { Choice, type Controls, NumberSelect } from '../base/index.ts';
import { LARGEST, type MatmulState, seenBy } from './model.ts';
import { type Operands, vectors } from './operands.ts';
import { resize, type Sizes, sizesOf } from './resize.ts';

/** No more of the state than each shows, so that a step draws none of them again. */
type Shows<K extends keyof MatmulState> = Pick<MatmulState, K> &
  Pick<Controls<MatmulState>, 'live' | 'change'>;

const VIEWS = [
  { value: 'entries', text: 'Entries' },
  { value: 'columns', text: 'Columns' },
  { value: 'outer', text: 'Outer products' },
  { value: 'axes', text: 'Axes' },
] as const;

export const ViewChoice = memo(function ViewChoice({ view, live, change }: Shows<'view'>): ReactNode {
  return (
    <Choice
      label="How to look at the product"
      options={VIEWS}
      value={view}
      disabled={!live}
      onChange={(chosen) => change((before) => seenBy(before, { view: chosen }))}
    />
  );
});

const PAIRS = [
  { value: 'batch', text: 'X @ Wᵀ' },
  { value: 'sample', text: 'x @ Wᵀ' },
  { value: 'neuron', text: 'X @ w' },
  { value: 'dot', text: 'x @ w' },
] as const satisfies readonly { value: Operands; text: string }[];

/** Vectors are the first row of X, and the first neuron's weights. */
export const OperandsChoice = memo(function OperandsChoice({
  operands,
  live,
  change,
}: Shows<'operands'>): ReactNode {
  return (
    <Choice
      label="Matrices or vectors"
      options={PAIRS}
      value={operands}
      disabled={!live}
      onChange={(chosen) => change((before) => seenBy(before, { operands: chosen }))}
    />
  );
});

export const StageSwitches = memo(function StageSwitches({
  bias,
  relu,
  live,
  change,
  isEditing,
  onEditing,
}: Shows<'bias' | 'relu'> & {
  readonly isEditing: boolean;
  readonly onEditing: (isEditing: boolean) => void;
}): ReactNode {
  return (
    <div className="switches">
      <Switch
        text="+ b"
        isOn={bias}
        disabled={!live}
        onChange={(isOn) => change((before) => ({ ...before, bias: isOn }))}
      />
      <Switch
        text="ReLU"
        isOn={relu}
        disabled={!live}
        onChange={(isOn) => change((before) => ({ ...before, relu: isOn }))}
      />
      <Switch text="Edit entries" isOn={isEditing} disabled={!live} onChange={onEditing} />
    </div>
  );
});

/** Returns the sizes that can be changed: a vector has one. */
function sizeFields(operands: Operands): readonly { readonly name: keyof Sizes; readonly text: string }[] {
  const { left, right } = vectors({ operands });
  return [
    ...(left ? [] : [{ name: 'samples', text: 'Rows of X' } as const]),
    { name: 'features', text: left ? 'Length of x' : 'Columns of X' },
    { name: 'weights', text: right ? 'Length of w' : 'Rows of Wᵀ' },
    ...(right ? [] : [{ name: 'neurons', text: 'Columns of Wᵀ' } as const]),
  ];
}

const UP_TO_LARGEST = Array.from({ length: LARGEST }, (_, k) => k + 1);

export const SizeChoice = memo(function SizeChoice({
  X,
  W,
  operands,
  live,
  change,
}: Shows<'X' | 'W' | 'operands'>): ReactNode {
  const sizes = sizesOf({ X, W });
  return (
    <details className="more">
      <summary>Sizes</summary>
      <div className="sizes">
        {sizeFields(operands).map(({ name, text }) => (
          <label key={name}>
            {text}
            <NumberSelect
              value={sizes[name]}
              options={UP_TO_LARGEST}
              disabled={!live}
              onChange={(size) => change((before) => resize(before, { ...sizesOf(before), [name]: size }))}
            />
          </label>
        ))}
      </div>
    </details>
  );
});

/** A box to check; until it can be used it is a drawn one: see `NumberField`. */
function Switch({
  text,
  isOn,
  disabled,
  onChange,
}: {
  readonly text: string;
  readonly isOn: boolean;
  readonly disabled: boolean;
  readonly onChange: (isOn: boolean) => void;
}): ReactNode {
  if (disabled)
    return (
      <span className="switch">
        <span className="switch-box" data-on={isOn} />
        {text}
      </span>
    );
  return (
    <label className="switch">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {text}
    </label>
  );
}
