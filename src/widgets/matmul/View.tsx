import { type ReactNode, useCallback, useState } from 'react';
import { WorkedSums } from '../../formula/index.ts';
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
import { SizeChoice, StageSwitches, ViewChoice } from './controls.tsx';
import type { Mismatch } from './mismatch.ts';
import {
  type MatmulFacts,
  type MatmulState,
  matmulFacts,
  matmulLiterals,
  matmulSums,
  matmulTwin,
} from './model.ts';
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
  const { X, W, view, bias, relu } = state;
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
          {facts.mismatch && <MismatchNote {...facts.mismatch} />}
        </>
      }
      panel={
        <>
          <div className="widget-controls">
            <Transport step={state.step} steps={facts.steps} live={live} onStep={toStep} onRest={settle} />
            <ViewChoice view={view} live={live} change={change} />
            <StageSwitches
              bias={bias}
              relu={relu}
              live={live}
              change={change}
              isEditing={isEditing}
              onEditing={setEditing}
            />
            <SizeChoice X={X} W={W} live={live} change={change} />
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

/** What this way of looking says, in a sentence. */
function ideaOf({ view, X }: MatmulState, { focus }: MatmulFacts): string {
  const inner = X[0]?.length ?? 0;
  if (view === 'entries') return 'Each entry is the dot product of a row of X and a column of Wᵀ.';
  if (view === 'columns')
    return 'Each column of the result is a combination of X’s columns, weighted by a column of Wᵀ.';
  if (view === 'axes')
    return 'X has the axes s and f, Wᵀ has f and n. The shared axis f is laid upon itself, and the sum over it leaves s and n.';
  return (
    'The result is a sum of outer products: a column of X times a row of Wᵀ' +
    (focus ? `; ${focus.done} of ${inner} terms are in.` : '.')
  );
}

/** The shape rule that is broken, and what the libraries print. */
function MismatchNote({ rule, numpy, torch }: Mismatch) {
  return (
    <div className="mismatch">
      <p>{rule}</p>
      <dl>
        <dt>NumPy</dt>
        <dd>
          <code>{numpy}</code>
        </dd>
        <dt>PyTorch</dt>
        <dd>
          <code>{torch}</code>
        </dd>
      </dl>
    </div>
  );
}

function misfit(state: MatmulState): number {
  const { features } = sizesOf(state);
  return features > 1 ? features - 1 : features + 1;
}
