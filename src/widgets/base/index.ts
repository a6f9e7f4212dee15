/** What every widget is made of. */
export { widgetStates, withWidgetState } from '../../reader/index.ts';
export { Arrow } from './Arrow.tsx';
export {
  type Address,
  addressOf,
  choiceField,
  type Field,
  listField,
  numberField,
  pointField,
  rowsField,
  switchField,
  wholeField,
} from './address.ts';
export { Choice } from './Choice.tsx';
export { coalesce } from './coalesce.ts';
export { Handle, Handles } from './Handle.tsx';
export {
  HANDLE_RADIUS_PX,
  handlesAt,
  labelledTicks,
  labelSize,
  nameAtTip,
  type PlacedLabel,
  placedLabels,
  textWidth,
  valueLabel,
} from './label-places.ts';
export { type Literal, literalText, type SendToListing } from './literal.ts';
export { AngleMark, CornerMark, Dimension } from './marks.tsx';
export { NumberField } from './NumberField.tsx';
export { NumberSelect } from './NumberSelect.tsx';
export { PictureLabels } from './PictureLabels.tsx';
export { PlanePicture } from './PlanePicture.tsx';
export { PointQuantities } from './PointQuantities.tsx';
export { planeFor } from './planeFor.ts';
export { Quantity } from './Quantity.tsx';
export { LIMIT, readNumber } from './read-number.ts';
export { type Scale, scaleFor } from './steps.ts';
export { type Preset, Toolbar } from './Toolbar.tsx';
export { Transport } from './Transport.tsx';
export { useProgress } from './useProgress.ts';
export { useThrottled } from './useThrottled.ts';
export { type Controls, useWidget } from './useWidget.ts';
export { type Twin, Widget } from './Widget.tsx';
export { WidgetErrorBoundary } from './WidgetErrorBoundary.tsx';
export {
  about,
  aboutDegrees,
  cellTexts,
  counted,
  degreesText,
  equals,
  relationOf,
  rounded,
  shapeText,
} from './words.ts';
