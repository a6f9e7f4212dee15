import { type ReactNode, useCallback, useState } from 'react';
import { assertNever } from '../../explain/index.ts';
import { WorkedSums } from '../../formula/index.ts';
import { LibraryErrors } from '../arrays/index.ts';
import {
  type Controls,
  type Preset,
  type SendToListing,
  Toolbar,
  Transport,
  useThrottled,
  Widget,
} from '../base/index.ts';
import { TITLES } from '../titles.ts';
import { Axes } from './Axes.tsx';
import { matmulAddress } from './address.ts';
import { Crossing } from './Crossing.tsx';
import { OperandsChoice, SizeChoice, StageSwitches, ViewChoice } from './controls.tsx';
import {
  type MatmulFacts,
  type MatmulState,
  matmulFacts,
  matmulLiterals,
  matmulSums,
  matmulTwin,
} from './model.ts';
import { namesOf, vectors } from './operands.ts';
import { resize, sizesOf } from './resize.ts';

const PRESETS: readonly Preset<MatmulState>[] = [
  {
    name: 'Sizes that do not fit',
    to: (state) => resize(state, { ...sizesOf(state), weights: misfit(state) }),
  },
];

export type MatmulViewProps = {
  readonly state: MatmulState;
  readonly controls: Controls<MatmulState>;
  readonly embed?: string | undefined;
  readonly onSend?: SendToListing | undefined;
};

export function MatmulStepper({ state, controls, embed, onSend }: MatmulViewProps): ReactNode {
  const facts = matmulFacts(state);
  const throttled = useThrottled(state, controls.resting, inWords);
  const [isEditing, setEditing] = useState(false);
  const { X, W, operands, view, bias, relu } = state;
  const { live, change, settle } = controls;
  const toStep = useCallback(
    (to: (step: number) => number, isPlaying: boolean) =>
      change((before) => ({ ...before, step: to(before.step) }), isPlaying ? 'play' : undefined),
    [change],
  );
  return (
    <Widget
      title={TITLES.matmul}
      name={matmulAddress.name}
      hint="Play or step through the product; turn on editing to change an entry."
      live={live}
      twin={throttled.twin}
      picture={
        <>
          {view === 'axes' && facts.mismatch === undefined && !isEditing ? (
            <Axes state={state} facts={facts} />
          ) : (
            <Crossing state={state} facts={facts} controls={controls} isEditing={isEditing} />
          )}
          {facts.mismatch && <LibraryErrors {...facts.mismatch} />}
        </>
      }
      panel={
        <>
          <div className="widget-controls">
            <Transport step={state.step} steps={facts.steps} live={live} onStep={toStep} onRest={settle} />
            <OperandsChoice operands={operands} live={live} change={change} />
            <ViewChoice view={view} live={live} change={change} />
            <StageSwitches
              bias={bias}
              relu={relu}
              live={live}
              change={change}
              isEditing={isEditing}
              onEditing={setEditing}
            />
            <SizeChoice X={X} W={W} operands={operands} live={live} change={change} />
          </div>
          <WorkedSums worked={throttled.worked} />
          <p className="widget-note">{throttled.idea}</p>
        </>
      }
      toolbar={
        <Toolbar
          title={TITLES.matmul}
          controls={controls}
          presets={PRESETS}
          embed={embed}
          {...(onSend && { code: { literals: () => matmulLiterals(state), send: onSend } })}
        />
      }
    />
  );
}

function inWords(state: MatmulState) {
  const facts = matmulFacts(state);
  return { twin: matmulTwin(state, facts), worked: matmulSums(state, facts), idea: ideaOf(state, facts) };
}

/** Returns what this way of looking says, in a sentence. */
function ideaOf(state: MatmulState, { focus }: MatmulFacts): string {
  const { view, X } = state;
  const [names, { left, right }] = [namesOf(state), vectors(state)];
  const [row, column] = [left ? 'x' : 'a row of X', right ? 'w' : 'a column of Wᵀ'];
  switch (view) {
    case 'entries':
      return state.operands === 'dot'
        ? 'The result is the dot product of x and w.'
        : `Each entry is the dot product of ${row} and ${column}.`;
    case 'columns':
      return left
        ? `Each entry is a combination of x’s entries, weighted by ${column}.`
        : `${right ? 'The result' : 'Each column of the result'} is a combination of X’s columns, weighted by ${column}.`;
    case 'axes':
      return axesIdea(state);
    case 'outer': {
      const terms = focus ? `; ${focus.done} of ${X[0]?.length ?? 0} terms are in.` : '.';
      return left || right
        ? `The result is a sum over f: ${left ? 'an entry of x' : 'a column of X'} times ${right ? 'an entry of w' : 'a row of Wᵀ'}${terms}`
        : `The result is a sum of outer products: a column of X times a row of ${names.right}${terms}`;
    }
    default:
      return assertNever(view);
  }
}

function axesIdea(state: MatmulState): string {
  const [names, { left, right }] = [namesOf(state), vectors(state)];
  const axesOf = (axes: readonly string[]) =>
    axes.length === 1 ? `the axis ${axes[0]}` : `the axes ${axes.join(' and ')}`;
  const kept = [...(left ? [] : ['s']), ...(right ? [] : ['n'])];
  const rest = kept.length === 0 ? 'no axis: one number' : kept.join(' and ');
  return (
    `${names.left} has ${axesOf(left ? ['f'] : ['s', 'f'])}, ${names.right} has ${axesOf(right ? ['f'] : ['f', 'n'])}. ` +
    `The shared axis f is laid upon itself, and the sum over it leaves ${rest}.`
  );
}

function misfit(state: MatmulState): number {
  const { features } = sizesOf(state);
  return features > 1 ? features - 1 : features + 1;
}
