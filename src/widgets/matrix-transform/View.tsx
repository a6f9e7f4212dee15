import { memo, type ReactNode, useCallback, useMemo, useState } from 'react';
import { numberText } from '../../explain/index.ts';
import { WorkedSums } from '../../formula/index.ts';
import { reachFor } from '../../geometry/index.ts';
import { Matrix, Vector } from '../../matrix/index.ts';
import {
  type Controls,
  cellTexts,
  PlanePicture,
  planeFor,
  relationOf,
  type SendToListing,
  Toolbar,
  useProgress,
  useThrottled,
  Widget,
} from '../base/index.ts';
import { TITLES } from '../titles.ts';
import { transformAddress } from './address.ts';
import {
  BiasQuantities,
  CompositionChoice,
  changesOf,
  SecondMatrix,
  TransformHandles,
  TransformQuantities,
  Warp,
} from './controls.tsx';
import { Warped } from './drawing.tsx';
import { transformPicture, warpAt } from './geometry.ts';
import {
  EFFECTS,
  farthest,
  hasBias,
  type TransformFacts,
  type TransformState,
  transformFacts,
  transformLiterals,
  transformSums,
  transformTwin,
} from './model.ts';
import { TRANSFORM_PRESETS } from './presets.ts';

const REACH = 4;

export type MatrixTransformViewProps = {
  readonly state: TransformState;
  readonly controls: Controls<TransformState>;
  readonly embed?: string | undefined;
  readonly onSend?: SendToListing | undefined;
};

export function MatrixTransformView({ state, controls, embed, onSend }: MatrixTransformViewProps): ReactNode {
  const facts = useMemo(() => transformFacts(state), [state]);
  const throttled = useThrottled(state, controls.resting, inWords);
  const reach = reachFor(
    useMemo(() => farthest(controls.resting), [controls.resting]),
    REACH,
  );
  const shown = useMemo(() => planeFor(reach), [reach]);
  const [plays, setPlays] = useState(0);
  const [scrubbed, setScrubbed] = useState(1);
  const played = useProgress(`${plays} ${state.composition}`);
  const share = played < 1 ? played : scrubbed;
  const { W, V, composition, b, x } = state;
  const at = useMemo(
    () => transformPicture(shown, warpAt(W, V, composition, share), [b[0] * share, b[1] * share], x),
    [shown, W, V, composition, b, x, share],
  );
  const play = useCallback(() => {
    setScrubbed(1);
    setPlays((count) => count + 1);
  }, []);
  const changes = changesOf(controls);
  const { change } = controls;
  const changeAndPlay = useCallback<typeof change>(
    (to, gesture) => {
      change(to, gesture);
      play();
    },
    [change, play],
  );
  return (
    <Widget
      title={TITLES.transform}
      name={transformAddress.name}
      hint="Drag the images of e₀ and e₁, or the point x; or use the sliders and presets."
      live={controls.live}
      twin={throttled.twin}
      picture={
        <>
          <div className="plane-box">
            <PlanePicture
              plane={shown}
              label={throttled.twin.sentence}
              under={<path className="warp" d={at.lines} />}
            >
              <Warped plane={shown} at={at} state={state} facts={facts} share={share} />
            </PlanePicture>
            <TransformHandles plane={shown} state={state} controls={controls} reach={reach} />
          </div>
          <div className="under-plane">
            <Product state={throttled.state} facts={throttled.facts} />
            <p className="verdict">{EFFECTS[throttled.facts.effect]}</p>
            {state.composition !== 'W' && <Order state={throttled.state} facts={throttled.facts} />}
          </div>
        </>
      }
      panel={
        <>
          <div className="widget-controls">
            <TransformQuantities state={state} controls={controls} reach={reach} />
            <Warp share={share} live={controls.live} onShare={setScrubbed} onPlay={play} />
            <BiasQuantities b={state.b} {...changes} reach={reach} />
            <CompositionChoice
              composition={state.composition}
              live={controls.live}
              change={controls.change}
            />
            {state.composition !== 'W' && <SecondMatrix V={state.V} {...changes} reach={reach} />}
          </div>
          <WorkedSums worked={throttled.worked} />
        </>
      }
      toolbar={
        <Toolbar
          title={TITLES.transform}
          controls={{ ...controls, change: changeAndPlay }}
          presets={TRANSFORM_PRESETS}
          embed={embed}
          {...(onSend && { code: { literals: () => transformLiterals(state), send: onSend } })}
        />
      }
    />
  );
}

function inWords(state: TransformState) {
  const facts = transformFacts(state);
  return { state, facts, twin: transformTwin(state, facts), worked: transformSums(state, facts) };
}

/** The product that the picture shows, as matrices. */
const Product = memo(function Product({
  state,
  facts,
}: {
  readonly state: TransformState;
  readonly facts: TransformFacts;
}) {
  const texts = (values: readonly number[]) => values.map((value) => numberText(value));
  const isBiased = hasBias(state);
  const entries = [...facts.M.flat(), ...state.x, ...(isBiased ? state.b : [])];
  return (
    <div className="product">
      <span className="product-sign">
        <i data-hue="w">{state.composition}</i>
        <b data-hue="x">x</b>
        {isBiased && (
          <>
            {' + '}
            <b data-hue="b">b</b>
          </>
        )}{' '}
        {relationOf(entries)}
      </span>
      <Matrix label={`${state.composition}, 2 by 2`} hue="w" cells={cellTexts(facts.M)} shape={false} />
      <Vector label="x" hue="x" cells={texts(state.x)} shape={false} />
      {isBiased && (
        <>
          <span className="product-sign">+</span>
          <Vector label="b" hue="b" cells={texts(state.b)} shape={false} />
        </>
      )}
      <span className="product-sign">{relationOf([...entries, ...facts.image])}</span>
      <Vector hue="z" cells={texts(facts.image)} label="The image of x" shape={false} />
    </div>
  );
});

/** Both orders side by side. */
function Order({
  state,
  facts: { products },
}: {
  readonly state: TransformState;
  readonly facts: TransformFacts;
}) {
  return (
    <div className="product">
      <Matrix name="V" hue="a" cells={cellTexts(state.V)} shape={false} />
      <span className="product-sign">so</span>
      <Matrix name="VW" hue="z" cells={cellTexts(products.VW)} shape={false} />
      <span className="product-sign">{products.areEqual ? 'and, the same,' : 'but'}</span>
      <Matrix name="WV" hue="z" cells={cellTexts(products.WV)} shape={false} />
      <p className="widget-note">
        {products.areEqual
          ? 'For these two matrices the order makes no difference.'
          : 'The order makes a difference.'}
      </p>
    </div>
  );
}
