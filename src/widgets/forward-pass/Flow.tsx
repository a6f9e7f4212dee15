import { Fragment, type ReactNode } from 'react';
import { chainWords, numberText } from '../../explain/index.ts';
import { type CellMark, columnRooms, Matrix } from '../../matrix/index.ts';
import { type CellPick, PickBox, PickCell } from '../arrays/index.ts';
import { type Controls, cellTexts, counted } from '../base/index.ts';
import { type ForwardState, forwardFacts, isKnown, type Place, type Rows, type Stage } from './model.ts';
import { STAGE_STEPS, stageName, sumsAt } from './words.ts';

/** The batch at each stage, left to right, or top to bottom where there is no room. */
export function Flow(props: {
  readonly state: ForwardState;
  readonly controls: Controls<ForwardState>;
  /** The value whose working is shown: the one under the mouse, else the picked one. */
  readonly place: Place;
  readonly onPoint: (place: Place | undefined) => void;
}): ReactNode {
  const { state, controls, place, onPoint } = props;
  const { stages, values } = forwardFacts(state);
  return (
    <div className="flow" data-direction="down">
      {stages.map((stage) => (
        <Fragment key={stage}>
          {stage !== 'input' && <StageArrow name={STAGE_STEPS[stage]} />}
          <StageCells
            stage={stage}
            rows={values.get(stage) ?? []}
            state={state}
            controls={controls}
            place={place}
            onPoint={onPoint}
          />
        </Fragment>
      ))}
    </div>
  );
}

const HUES = {
  input: 'x',
  product: 'z',
  biased: 'z',
  activated: 'a',
  nextProduct: 'z',
  output: 'z',
} as const;

function StageCells(props: {
  readonly stage: Stage;
  readonly rows: Rows;
  readonly state: ForwardState;
  readonly controls: Controls<ForwardState>;
  readonly place: Place;
  readonly onPoint: (place: Place | undefined) => void;
}): ReactNode {
  const { stage, rows, state, controls, place, onPoint } = props;
  const columns = rows[0]?.length ?? 0;
  const texts = cellTexts(rows);
  const at = (cell: number) => ({ sample: Math.floor(cell / columns), neuron: cell % columns });
  const isWaiting = (sample: number) => !isKnown(state, stage, sample);
  const pick: CellPick = {
    live: controls.live,
    picked: state.stage === stage ? state.sample * columns + state.neuron : undefined,
    onPick: (cell) => controls.change((before) => ({ ...before, stage, ...at(cell) }), 'value'),
    onPoint: (cell) => onPoint(cell === undefined ? undefined : { stage, ...at(cell) }),
    onRest: controls.settle,
    describe: (cell) => described(state, { stage, ...at(cell) }),
  };
  return (
    <PickBox pick={pick} shape={[rows.length, columns]}>
      <Matrix
        name={stageName(stage, state)}
        hue={HUES[stage]}
        cells={texts.map((row, sample) => row.map((text) => (isWaiting(sample) ? '·' : text)))}
        room={columnRooms(texts)}
        rowNames={counted('s', rows.length)}
        columnNames={counted(stage === 'input' ? 'f' : 'n', columns)}
        mark={(row, column) => markOf(state, place, stage, row, column)}
        renderCell={(text, row, column) => (
          <PickCell cell={row * columns + column} text={text} shade={undefined} pick={pick} />
        )}
      />
    </PickBox>
  );
}

/** Returns the value itself, and all of the stage before that went into it. */
function markOf(
  state: ForwardState,
  place: Place,
  stage: Stage,
  row: number,
  column: number,
): CellMark | undefined {
  const { values, stages } = forwardFacts(state);
  if (!isKnown(state, stage, row)) return 'waiting';
  const isPlace = stage === place.stage && row === place.sample && column === place.neuron;
  if (stage === 'activated' && values.get(stage)?.[row]?.[column] === 0) return 'silent';
  if (isPlace) return 'result';
  const before = stages[stages.indexOf(place.stage) - 1];
  if (stage !== before || row !== place.sample) return undefined;
  const isWholeRow = place.stage === 'product' || place.stage === 'nextProduct';
  return isWholeRow || column === place.neuron ? 'active' : undefined;
}

function described(state: ForwardState, { stage, sample, neuron }: Place): string {
  const name = `sample ${sample}, ${stage === 'input' ? 'feature' : 'neuron'} ${neuron}`;
  if (!isKnown(state, stage, sample)) return `${name}, not computed yet`;
  const last = sumsAt(state, stage, sample, neuron).at(-1);
  const value = forwardFacts(state).values.get(stage)?.[sample]?.[neuron];
  const silent = stage === 'activated' && value === 0 ? ', silent for this sample' : '';
  return [`${name}${silent}`, ...(last?.lines.map(chainWords) ?? [])].join(': ');
}

function StageArrow({ name }: { readonly name: string }): ReactNode {
  return (
    <span className="flow-step">
      <span>{name}</span>
      <svg className="flow-arrow" viewBox="0 0 36 10" width="36" height="10" aria-hidden="true">
        <path d="M0,5H29" />
        <path className="flow-head" d="M28,1L36,5L28,9Z" />
      </svg>
    </span>
  );
}

/** Returns the largest size among the values before ReLU. */
export function farthestOf(state: ForwardState): number {
  return Math.max(...(forwardFacts(state).values.get('biased') ?? []).flat().map(Math.abs), 0);
}

/** Returns the cells of a list as they are read. */
export function listTexts(values: readonly number[]): readonly string[] {
  return values.map((value) => numberText(value));
}
