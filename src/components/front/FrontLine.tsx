import { type ReactNode, useMemo, useState } from 'react';
import type { FrontProgram } from '../../build/front/index.ts';
import { explainEntry, numberText } from '../../explain/index.ts';
import { WorkedSums } from '../../formula/index.ts';
import { Matrix, Vector } from '../../matrix/index.ts';
import {
  type Controls,
  cellTexts,
  PlanePicture,
  planeFor,
  reachOf,
  relationOf,
  Toolbar,
  TRANSFORM_PRESETS,
  TransformHandles,
  type TransformState,
  transformAddress,
  transformFacts,
  transformPicture,
  transformTwin,
  useWidget,
  Warped,
  Widget,
  WidgetErrorBoundary,
} from '../../widgets/line/index.ts';
import { FrontCode } from './FrontCode.tsx';
import { startOf } from './front-numbers.ts';

const TITLE = 'The line y = Wx + b';

/** The line y = Wx + b alive: picture, worked sums and program show one state, and each can change it. */
export function FrontLine({ program }: { readonly program: FrontProgram }): ReactNode {
  return (
    <WidgetErrorBoundary>
      <Live program={program} />
    </WidgetErrorBoundary>
  );
}

function Live({ program }: { readonly program: FrontProgram }): ReactNode {
  const [start] = useState(() => startOf(program.numbers));
  const [state, controls] = useWidget(start, transformAddress, said);
  return <View program={program} state={state} controls={controls} />;
}

function said(state: TransformState): string {
  return `y is ${transformFacts(state)
    .image.map((value) => numberText(value))
    .join(' and ')}.`;
}

interface ViewProps {
  readonly program: FrontProgram;
  readonly state: TransformState;
  readonly controls: Controls<TransformState>;
}

function View({ program, state, controls }: ViewProps): ReactNode {
  const facts = useMemo(() => transformFacts(state), [state]);
  const twin = useMemo(() => transformTwin(state, facts), [state, facts]);
  const reach = reachOf(controls.resting);
  const plane = useMemo(() => planeFor(reach), [reach]);
  const { image } = facts;
  const at = useMemo(
    () => transformPicture(plane, state.W, state.b, state.x),
    [plane, state.W, state.b, state.x],
  );
  const sums = ([0, 1] as const).map((row) =>
    explainEntry({ name: 'y', row, hue: 'z' }, state.W[row], state.x, ['w', 'x'], image[row], state.b[row]),
  );
  return (
    <Widget
      title={TITLE}
      name={transformAddress.name}
      hint="Drag an arrow or the point, or turn a number of the program: everything follows."
      live={controls.live}
      twin={twin}
      picture={
        <div className="plane-box">
          <PlanePicture plane={plane} label={twin.sentence} under={<path className="warp" d={at.lines} />}>
            <Warped plane={plane} at={at} state={state} facts={facts} share={1} />
          </PlanePicture>
          <TransformHandles plane={plane} state={state} controls={controls} reach={reach} />
        </div>
      }
      panel={
        <>
          <Line state={state} image={image} />
          <WorkedSums worked={sums} />
          <FrontCode program={program} state={state} controls={controls} />
        </>
      }
      toolbar={<Toolbar title={TITLE} controls={controls} presets={TRANSFORM_PRESETS} />}
    />
  );
}

/** The formula with its numbers. */
function Line({
  state: { W, x, b },
  image,
}: Pick<ViewProps, 'state'> & { readonly image: readonly number[] }): ReactNode {
  const texts = (values: readonly number[]) => values.map((value) => numberText(value));
  const isShown = relationOf([...W.flat(), ...x, ...b, ...image]);
  return (
    <div className="product">
      <span className="product-sign">
        <b className="q-z">y</b> {relationOf([...W.flat(), ...x, ...b])}
      </span>
      <Matrix label="W, 2 by 2" hue="w" cells={cellTexts(W)} shape={false} />
      <Vector label="x" hue="x" cells={texts(x)} shape={false} />
      <span className="product-sign">+</span>
      <Vector label="b" hue="b" cells={texts(b)} shape={false} />
      <span className="product-sign">{isShown}</span>
      <Vector label="y" hue="z" cells={texts(image)} shape={false} />
    </div>
  );
}
