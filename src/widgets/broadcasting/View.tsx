import { type ReactNode, useState } from 'react';
import { chainWords, numberText } from '../../explain/index.ts';
import { WorkedSums } from '../../formula/index.ts';
import type { Shape } from '../../tensor/index.ts';
import { ArrayCells, type CellPick, indexOf, LibraryErrors, ShapeField } from '../arrays/index.ts';
import {
  Choice,
  type Controls,
  type SendToListing,
  shapeText,
  Toolbar,
  useThrottled,
  Widget,
} from '../base/index.ts';
import { TITLES } from '../titles.ts';
import { Alignment } from './Alignment.tsx';
import { broadcastingAddress } from './address.ts';
import {
  type BroadcastingFacts,
  type BroadcastingFigures,
  type BroadcastingState,
  broadcastingFacts,
  broadcastingLiterals,
  type Operand,
  repairBroadcasting,
} from './model.ts';
import { BROADCASTING_PRESETS } from './presets.ts';
import { broadcastingTwin, cellSum, HUES, refusalRule, strictVerdict } from './words.ts';

export type BroadcastingViewProps = {
  readonly state: BroadcastingState;
  readonly figures: BroadcastingFigures;
  readonly controls: Controls<BroadcastingState>;
  readonly embed?: string | undefined;
  readonly onSend?: SendToListing | undefined;
};

export function BroadcastingView(props: BroadcastingViewProps): ReactNode {
  const { state, figures, controls, embed, onSend } = props;
  const [pointed, setPointed] = useState<number>();
  const facts = broadcastingFacts(state, figures);
  // Spoken and written words wait for a rest; they are made of what rests.
  const throttled = useThrottled(state, controls.resting, same);
  const rested = broadcastingFacts(throttled, figures);
  const size = facts.result?.size ?? 0;
  const cell = pointed !== undefined && pointed < size ? pointed : state.cell;
  const pick: CellPick = {
    live: controls.live,
    picked: cell,
    onPick: (to) => controls.change((before) => ({ ...before, cell: to }), 'cell'),
    onPoint: setPointed,
    onRest: controls.settle,
    describe: (at) => cellSum(facts, at).map(chainWords).join('. '),
  };
  const strict = strictVerdict(facts);
  return (
    <Widget
      title={TITLES.broadcasting}
      name={broadcastingAddress.name}
      hint="Type two or three shapes; point at a cell of the sum to see what it is made of."
      live={controls.live}
      twin={broadcastingTwin(rested)}
      picture={
        <>
          <Sum facts={facts} cell={cell} pick={pick} />
          {facts.refusal && (
            <LibraryErrors
              rule={refusalRule(facts.refusal)}
              numpy={facts.refusal.numpy}
              torch={facts.refusal.torch}
            />
          )}
        </>
      }
      panel={
        <>
          <Shapes state={state} controls={controls} />
          <Alignment facts={facts} />
          {strict !== undefined && (
            <p className="strict" data-strict={facts.grown.length === 0}>
              {strict}
            </p>
          )}
          <WorkedSums worked={[{ operation: 'broadcasting', lines: cellSum(facts, cell), result: [] }]} />
        </>
      }
      toolbar={
        <Toolbar
          title={TITLES.broadcasting}
          controls={controls}
          presets={BROADCASTING_PRESETS}
          embed={embed}
          {...(onSend && { code: { literals: () => broadcastingLiterals(state, figures), send: onSend } })}
        />
      }
    />
  );
}

const same = (state: BroadcastingState): BroadcastingState => state;

/** Every array at the size of the result, the repeated cells as ghosts, and the sum. */
function Sum(props: {
  readonly facts: BroadcastingFacts;
  readonly cell: number;
  readonly pick: CellPick;
}): ReactNode {
  const { facts, cell, pick } = props;
  const { operands, result, shape } = facts;
  if (result === undefined)
    return shape === undefined ? null : (
      <p className="widget-note too-many">
        The sum has shape {shapeText(shape)}: too many cells to draw here, though the rule is the same.
      </p>
    );
  return (
    <div className="flow">
      {operands.map((operand, k) => (
        <div className="flow-term" key={operand.name}>
          {k > 0 && <span className="product-sign">+</span>}
          <Stretched operand={operand} hue={HUES[k] ?? 'z'} result={result.shape} cell={cell} />
        </div>
      ))}
      <div className="flow-term">
        <span className="product-sign">=</span>
        <ArrayCells
          hue="z"
          texts={result.toFlat().map((value) => numberText(value))}
          shape={result.shape}
          label="The sum"
          pick={pick}
        />
      </div>
    </div>
  );
}

/** An operand as it acts. A cell beyond its own size is a ghost: the rule reads an earlier one again. */
function Stretched(props: {
  readonly operand: Operand;
  readonly hue: 'x' | 'w' | 'b' | 'z' | 'a';
  readonly result: Shape;
  readonly cell: number;
}): ReactNode {
  const { operand, hue, result, cell } = props;
  const { name, array, stretched } = operand;
  const isGhost = (at: number) =>
    indexOf(at, result).some((each, axis) => each >= (array.shape[axis - result.length + array.rank] ?? 1));
  return (
    <ArrayCells
      hue={hue}
      texts={stretched?.toFlat().map((value) => numberText(value)) ?? []}
      shape={result}
      badge={`${name} ${shapeText(array.shape)}`}
      label={`${name}, stretched`}
      mark={(at) => (at === cell ? 'active' : isGhost(at) ? 'ghost' : undefined)}
    />
  );
}

const COUNTS = [
  { value: 'two', text: 'a + b' },
  { value: 'three', text: 'a + b + c' },
] as const;

function Shapes(props: {
  readonly state: BroadcastingState;
  readonly controls: Controls<BroadcastingState>;
}): ReactNode {
  const { state, controls } = props;
  const { live, change, settle } = controls;
  const field = (name: 'left' | 'right' | 'third', letter: string) => (
    <ShapeField
      label={`Shape of ${letter}`}
      shape={state[name]}
      disabled={!live}
      onChange={(shape) => change((before) => repairBroadcasting({ ...before, [name]: shape }), name)}
      onSettle={settle}
    />
  );
  return (
    <div className="widget-controls">
      {field('left', 'a')}
      {field('right', 'b')}
      {state.three && field('third', 'c')}
      <Choice
        label="How many arrays are added"
        options={COUNTS}
        value={state.three ? 'three' : 'two'}
        disabled={!live}
        onChange={(count) => change((before) => repairBroadcasting({ ...before, three: count === 'three' }))}
      />
    </div>
  );
}
