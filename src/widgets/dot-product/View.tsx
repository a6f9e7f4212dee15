import { memo, type ReactNode, useMemo } from 'react';
import { WorkedSums } from '../../formula/index.ts';
import { type Plane, pathThrough, reachFor } from '../../geometry/index.ts';
import {
  AngleMark,
  Arrow,
  type Controls,
  CornerMark,
  Dimension,
  PictureLabels,
  PlanePicture,
  planeFor,
  type SendToListing,
  Toolbar,
  useThrottled,
  Widget,
} from '../base/index.ts';
import { TITLES } from '../titles.ts';
import { dotAddress } from './address.ts';
import { Bars } from './Bars.tsx';
import { DotHandles, DotQuantities } from './controls.tsx';
import { dotPicture } from './geometry.ts';
import { dotLabels } from './labels.ts';
import {
  type DotFacts,
  type DotState,
  dotFacts,
  dotLiterals,
  dotSums,
  dotTwin,
  neuronReading,
  verdictSentence,
} from './model.ts';
import { DOT_PRESETS } from './presets.ts';

const REACH = 5;

export type DotProductViewProps = {
  readonly state: DotState;
  readonly controls: Controls<DotState>;
  readonly embed?: string | undefined;
  readonly onSend?: SendToListing | undefined;
};

export function DotProductView({ state, controls, embed, onSend }: DotProductViewProps): ReactNode {
  const facts = useMemo(() => dotFacts(state), [state]);
  const throttled = useThrottled(state, controls.resting, inWords);
  const { a, b } = controls.resting;
  const reach = reachFor(Math.max(...[...a, ...b].map(Math.abs)), REACH);
  const shown = useMemo(() => planeFor(reach), [reach]);
  return (
    <Widget
      title={TITLES.dot}
      name={dotAddress.name}
      hint="Drag either tip, or use the sliders, the number fields or the arrow keys."
      live={controls.live}
      twin={throttled.twin}
      picture={
        <>
          <div className="plane-box">
            <PlanePicture plane={shown} label={throttled.twin.sentence}>
              <Vectors plane={shown} state={state} facts={facts} />
            </PlanePicture>
            <DotHandles plane={shown} state={state} controls={controls} reach={reach} />
          </div>
          <div className="under-plane">
            <Bars products={throttled.facts.products} dot={throttled.facts.dot} />
            <p className="verdict">{verdictSentence(throttled.facts.verdict)}</p>
          </div>
        </>
      }
      panel={
        <>
          <div className="widget-controls">
            <DotQuantities state={state} controls={controls} reach={reach} />
          </div>
          <WorkedSums worked={throttled.worked} />
          <p className="widget-note">{neuronReading(throttled.facts)}</p>
        </>
      }
      toolbar={
        <Toolbar
          title={TITLES.dot}
          controls={controls}
          presets={DOT_PRESETS}
          embed={embed}
          {...(onSend && { code: { literals: () => dotLiterals(state), send: onSend } })}
        />
      }
    />
  );
}

const Vectors = memo(function Vectors({
  plane,
  state,
  facts,
}: {
  readonly plane: Plane;
  readonly state: DotState;
  readonly facts: DotFacts;
}) {
  const at = dotPicture(plane, state.a, state.b);
  return (
    <>
      {at.angle && facts.angle && <AngleMark vertex={at.origin} span={at.angle} radiusPx={30} />}
      {at.foot && at.shadow && (
        <>
          <path className="leg" d={pathThrough([at.b, at.foot])} />
          <CornerMark at={at.foot} one={at.b} other={at.origin} />
          <Dimension of={at.shadow} offsetPx={at.shadowOffsetPx} hue="z" />
        </>
      )}
      <Arrow from={at.origin} to={at.a} hue="w" name="a" />
      <Arrow from={at.origin} to={at.b} hue="x" name="b" />
      <PictureLabels labels={dotLabels(plane, state, facts)} />
    </>
  );
});

function inWords(state: DotState) {
  const facts = dotFacts(state);
  return { facts, twin: dotTwin(state, facts), worked: dotSums(state, facts) };
}
