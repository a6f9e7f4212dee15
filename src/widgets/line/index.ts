/** What the front page draws its line y = Wx + b with: the pieces of the matrix transform without its second matrix. */
export {
  type Controls,
  cellTexts,
  PlanePicture,
  planeFor,
  relationOf,
  Toolbar,
  useWidget,
  Widget,
  WidgetErrorBoundary,
} from '../base/index.ts';
export { transformAddress } from '../matrix-transform/address.ts';
export { TransformHandles } from '../matrix-transform/controls.tsx';
export { Warped } from '../matrix-transform/drawing.tsx';
export { transformPicture } from '../matrix-transform/geometry.ts';
export {
  startTransform,
  type TransformState,
  transformFacts,
  transformTwin,
} from '../matrix-transform/model.ts';
export { TRANSFORM_PRESETS, withEntry } from '../matrix-transform/presets.ts';
export { reachOf } from './reach.ts';
