import type { ReactNode } from 'react';
import { numberText } from '../../explain/index.ts';
import { WorkedSums } from '../../formula/index.ts';
import { ArrayCells, type CellPick, LibraryErrors } from '../arrays/index.ts';
import {
  type Controls,
  type SendToListing,
  shapeText,
  Toolbar,
  useThrottled,
  Widget,
} from '../base/index.ts';
import { TITLES } from '../titles.ts';
import { reshapeAddress } from './address.ts';
import { type Arrays, arraysOf, type Shown } from './arrays-of.ts';
import { ReshapeControls } from './controls.tsx';
import { ARRAY_NAMES, type ArrayName, type ReshapeState, reshapeLiterals } from './model.ts';
import { RESHAPE_PRESETS } from './presets.ts';
import { Strip } from './Strip.tsx';
import { codeOf, placeSums, reshapeTwin, SHARING, torchCodeOf } from './words.ts';

export type ReshapeViewProps = {
  readonly state: ReshapeState;
  readonly controls: Controls<ReshapeState>;
  readonly embed?: string | undefined;
  readonly onSend?: SendToListing | undefined;
};

export function ReshapeView({ state, controls, embed, onSend }: ReshapeViewProps): ReactNode {
  const arrays = arraysOf(state);
  const throttled = useThrottled(state, controls.resting, inWords);
  return (
    <Widget
      title={TITLES.reshape}
      name={reshapeAddress.name}
      hint="Point at a cell to see where it lies; change its value and watch every array that shares its memory."
      live={controls.live}
      twin={throttled.twin}
      picture={
        <>
          <div className="seen-all">
            {ARRAY_NAMES.map((name) => (
              <SeenArray key={name} name={name} state={state} arrays={arrays} controls={controls} />
            ))}
          </div>
          <Refused state={state} arrays={arrays} />
        </>
      }
      panel={
        <>
          <ReshapeControls state={state} controls={controls} />
          <WorkedSums worked={throttled.worked} />
        </>
      }
      toolbar={
        <Toolbar
          title={TITLES.reshape}
          controls={controls}
          presets={RESHAPE_PRESETS}
          embed={embed}
          {...(onSend && { code: { literals: () => reshapeLiterals(state), send: onSend } })}
        />
      }
    />
  );
}

function inWords(state: ReshapeState) {
  return {
    twin: reshapeTwin(state),
    worked: [{ operation: 'position', lines: placeSums(state), result: [] }],
  };
}

function SeenArray(props: {
  readonly name: ArrayName;
  readonly state: ReshapeState;
  readonly arrays: Arrays;
  readonly controls: Controls<ReshapeState>;
}): ReactNode {
  const { name, state, arrays, controls } = props;
  const shown = arrays[name];
  if (shown === undefined) return null;
  const { tensor, sharing } = shown;
  const code = codeOf(state, name);
  const pick = pickOf(name, state, shown, arrays, controls);
  const values = tensor.toFlat();
  const torch = name === 'result' ? torchCodeOf(state) : undefined;
  return (
    <div className="seen" data-sharing={sharing}>
      <p className="seen-name">
        <code>{code}</code>
        <span>{SHARING[sharing]}</span>
        {torch !== undefined && (
          <span>
            in PyTorch <code>{torch}</code>
          </span>
        )}
      </p>
      {name === 'memory' ? (
        <Strip label="Memory" memory={values} seen={seenIn(state, arrays)} cell={state.cell} pick={pick} />
      ) : (
        <ArrayCells
          texts={values.map((value) => numberText(value))}
          shape={tensor.shape}
          label={code}
          pick={pick}
          // What a copy holds lies elsewhere: it has no shade of the memory.
          {...(sharing === 'view' && { shadeOf: (cell) => shown.positionOf(cell) / state.values.length })}
        />
      )}
      <p className="seen-strides">
        strides {shapeText(tensor.strides).replaceAll('-', '−')} <span>in elements</span>
        {tensor.offset > 0 && <span>, starts at {numberText(tensor.offset)}</span>}
      </p>
    </div>
  );
}

/** Returns the array whose strides the strip shows: the one that is pointed into, unless it lies in a memory of its own. */
function seenIn(state: ReshapeState, arrays: Arrays): Shown | undefined {
  const seen = arrays[state.array];
  return seen?.sharing === 'copy' ? undefined : seen;
}

/** Pointing at a cell of one array marks its position in each array that shares the memory. */
function pickOf(
  name: ArrayName,
  state: ReshapeState,
  shown: Shown,
  arrays: Arrays,
  controls: Controls<ReshapeState>,
): CellPick {
  const pointed = arrays[state.array];
  const isTogether = pointed !== undefined && (name === state.array || sharesMemory(pointed, shown));
  const position = isTogether ? pointed.positionOf(state.cell) : undefined;
  const cells = shown.tensor.toFlat().map((_, cell) => cell);
  return {
    live: controls.live,
    picked: name === state.array ? state.cell : cells.find((cell) => shown.positionOf(cell) === position),
    onPick: (cell) => controls.change((before) => ({ ...before, array: name, cell }), 'cell'),
    onRest: controls.settle,
    describe: (cell) =>
      `position ${shown.positionOf(cell)} of ${shown.sharing === 'copy' ? 'the copy' : 'memory'}`,
  };
}

function sharesMemory(one: Shown, other: Shown): boolean {
  return one.sharing !== 'copy' && other.sharing !== 'copy';
}

/** The library's error message if it refuses; otherwise each library's call that writes the result out in a row. */
function Refused({ state, arrays }: { readonly state: ReshapeState; readonly arrays: Arrays }): ReactNode {
  const { refusal, torchOnly, row } = arrays;
  if (refusal)
    return (
      <LibraryErrors
        rule={`${refusal.size} numbers do not fill ${shapeText(refusal.requested).replaceAll('-', '−')}: its sizes must multiply to ${refusal.size}, with at most one −1.`}
        numpy={refusal.numpy}
        torch={refusal.torch}
      />
    );
  if (torchOnly)
    return (
      <LibraryErrors
        rule={
          torchOnly.type === 'ValueError'
            ? 'NumPy walks back through memory with a negative stride; PyTorch has none.'
            : 'No strides describe this order in one row: .reshape copies in both libraries, and PyTorch’s .view refuses.'
        }
        torch={torchOnly}
      />
    );
  return (
    <p className="view-rule">
      {state.operation === 'flatten'
        ? 'NumPy’s .flatten() always copies and .ravel() does only where it must; PyTorch’s .flatten() and .view(-1) give a view here.'
        : row?.sharing === 'view' &&
          'In both libraries .reshape(-1) gives a view here, and PyTorch’s .view(-1) takes it.'}
    </p>
  );
}
