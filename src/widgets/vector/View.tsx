import { type ReactNode, useMemo } from 'react';
import { WorkedSums } from '../../formula/index.ts';
import { reachFor } from '../../geometry/index.ts';
import {
  type Controls,
  PlanePicture,
  planeFor,
  type SendToListing,
  Toolbar,
  useProgress,
  useThrottled,
  Widget,
} from '../base/index.ts';
import { TITLES } from '../titles.ts';
import { vectorAddress } from './address.ts';
import { ModeChoice, VectorHandles, VectorQuantities } from './controls.tsx';
import { OneVector, Operands } from './drawing.tsx';
import {
  factsOf,
  farthest,
  resultOf,
  type VectorState,
  vectorLiterals,
  vectorSums,
  vectorTwin,
} from './model.ts';
import { VECTOR_PRESETS } from './presets.ts';

const REACH = 5;

export type VectorViewProps = {
  readonly state: VectorState;
  readonly controls: Controls<VectorState>;
  readonly embed?: string | undefined;
  readonly onSend?: SendToListing | undefined;
};

export function VectorView({ state, controls, embed, onSend }: VectorViewProps): ReactNode {
  const facts = useMemo(() => factsOf(state.v), [state.v]);
  const result = resultOf(state);
  const { twin, worked } = useThrottled(state, controls.resting, inWords);
  const progress = useProgress(state.mode);
  const reach = reachFor(farthest(controls.resting), REACH);
  const shown = useMemo(() => planeFor(reach), [reach]);
  return (
    <Widget
      title={TITLES.vector}
      name={vectorAddress.name}
      hint="Drag the tip, or use the sliders, the number fields or the arrow keys."
      live={controls.live}
      twin={twin}
      picture={
        <div className="plane-box">
          <PlanePicture plane={shown} label={twin.sentence}>
            {result ? (
              <Operands plane={shown} state={state} result={result} progress={progress} />
            ) : (
              <OneVector plane={shown} v={state.v} facts={facts} />
            )}
          </PlanePicture>
          <VectorHandles plane={shown} state={state} controls={controls} reach={reach} />
        </div>
      }
      panel={
        <>
          <div className="widget-controls">
            <ModeChoice mode={state.mode} live={controls.live} change={controls.change} />
            <VectorQuantities state={state} controls={controls} reach={reach} />
          </div>
          <WorkedSums worked={worked} />
        </>
      }
      toolbar={
        <Toolbar
          title={TITLES.vector}
          controls={controls}
          presets={VECTOR_PRESETS}
          embed={embed}
          {...(onSend && { code: { literals: () => vectorLiterals(state), send: onSend } })}
        />
      }
    />
  );
}

function inWords(state: VectorState) {
  return { twin: vectorTwin(state), worked: vectorSums(state) };
}
