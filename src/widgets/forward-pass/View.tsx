import { type ReactNode, useCallback, useState } from 'react';
import { WorkedSums } from '../../formula/index.ts';
import { Matrix, Vector } from '../../matrix/index.ts';
import {
  type Controls,
  cellTexts,
  counted,
  type SendToListing,
  Toolbar,
  Transport,
  useThrottled,
  Widget,
} from '../base/index.ts';
import { TITLES } from '../titles.ts';
import { forwardAddress } from './address.ts';
import { ForwardChoices, Parameters } from './controls.tsx';
import { Flow, farthestOf, listTexts } from './Flow.tsx';
import {
  type ForwardState,
  forwardFacts,
  forwardLiterals,
  isKnown,
  type Place,
  stepCount,
  workedPlace,
} from './model.ts';
import { FORWARD_PRESETS } from './presets.ts';
import { ReluGraph } from './ReluGraph.tsx';
import { collapseWords, forwardTwin, silentWords, stageName, sumsAt } from './words.ts';

export type ForwardPassViewProps = {
  readonly state: ForwardState;
  readonly controls: Controls<ForwardState>;
  readonly embed?: string | undefined;
  readonly onSend?: SendToListing | undefined;
};

export function ForwardPassView({ state, controls, embed, onSend }: ForwardPassViewProps): ReactNode {
  const [pointed, setPointed] = useState<Place>();
  const twin = useThrottled(state, controls.resting, forwardTwin);
  const { live, change, settle } = controls;
  const { values } = forwardFacts(state);
  const isThere = pointed !== undefined && isKnown(state, pointed.stage, pointed.sample);
  const place = isThere ? pointed : workedPlace(state);
  const { sample, neuron } = place;
  const toStep = useCallback(
    (to: (step: number) => number, isPlaying: boolean) =>
      change((before) => ({ ...before, step: to(before.step) }), isPlaying ? 'play' : undefined),
    [change],
  );
  const hasRelu = values.has('activated') && place.stage !== 'nextProduct' && place.stage !== 'output';
  const z = isKnown(state, 'biased', sample) ? values.get('biased')?.[sample]?.[neuron] : undefined;
  return (
    <Widget
      title={TITLES.forward}
      name={forwardAddress.name}
      hint="Play or step through the layer; point at a value to see how it is computed."
      live={live}
      layout="below"
      twin={twin}
      picture={<Flow state={state} controls={controls} place={place} onPoint={setPointed} />}
      panel={
        <>
          <div className="widget-controls forward-controls">
            <Transport
              step={state.step}
              steps={stepCount(state)}
              live={live}
              onStep={toStep}
              onRest={settle}
            />
            <ForwardChoices state={state} controls={controls} />
            <Parameters state={state} controls={controls} />
          </div>
          <Layers state={state} place={place} />
          {values.has('activated') && (
            <ReluGraph
              z={hasRelu ? z : undefined}
              a={values.get('activated')?.[sample]?.[neuron] ?? 0}
              farthest={farthestOf(state)}
            />
          )}
          <div className="forward-sums">
            <WorkedSums
              worked={sumsAt(state, place.stage, sample, neuron)}
              title={`${stageName(place.stage, state)}: sample ${sample}, ${place.stage === 'input' ? 'feature' : 'neuron'} ${neuron}`}
            />
          </div>
          <Remarks state={state} />
        </>
      }
      toolbar={
        <Toolbar
          title={TITLES.forward}
          controls={controls}
          presets={FORWARD_PRESETS}
          embed={embed}
          {...(onSend && { code: { literals: () => forwardLiterals(state), send: onSend } })}
        />
      }
    />
  );
}

/** The weights and biases, with what the shown value used of them marked; of two layers also what they collapse into. */
function Layers({ state, place }: { readonly state: ForwardState; readonly place: Place }): ReactNode {
  const { W, b, W_next, b_next, stack } = state;
  const { collapse } = forwardFacts(state);
  const isNext = place.stage === 'nextProduct' || place.stage === 'output';
  const isInput = place.stage === 'input';
  return (
    <>
      <Layer name="W" bias="b" W={W} b={b} used={isNext || isInput ? undefined : place.neuron} />
      {stack !== 'one' && (
        <Layer name="W′" bias="b′" W={W_next} b={b_next} used={isNext ? place.neuron : undefined} />
      )}
      {collapse && <Layer name="W′W" bias="W′b + b′" W={collapse.W} b={collapse.b} used={undefined} />}
    </>
  );
}

function Layer(props: {
  readonly name: string;
  readonly bias: string;
  readonly W: ForwardState['W'];
  readonly b: readonly number[];
  readonly used: number | undefined;
}): ReactNode {
  const { name, bias, W, b, used } = props;
  return (
    <div className="product">
      <Matrix
        name={name}
        hue="w"
        cells={cellTexts(W)}
        rowNames={counted('n', W.length)}
        mark={(row) => (row === used ? 'active' : undefined)}
      />
      <Vector
        name={bias}
        hue="b"
        cells={listTexts(b)}
        mark={(index) => (index === used ? 'active' : undefined)}
      />
    </div>
  );
}

function Remarks({ state }: { readonly state: ForwardState }): ReactNode {
  const facts = forwardFacts(state);
  const collapse = collapseWords(state, facts);
  return (
    <div className="forward-remarks">
      <p className="widget-note">{silentWords(state)}</p>
      {collapse !== undefined && <p>{collapse}</p>}
      {facts.collapse && (
        <Matrix
          name="X(W′W)ᵀ + W′b + b′"
          hue="z"
          cells={cellTexts(facts.collapse.output)}
          rowNames={counted('s', facts.collapse.output.length)}
          mark={(row) => (facts.collapse?.differing.includes(row) ? 'changed' : undefined)}
        />
      )}
    </div>
  );
}
