/** The widgets as the text has them: each follows the reader's numbers. */
import * as widgets from '../../widgets/index.ts';
import { following } from './following.tsx';

export const VectorWidget = following<widgets.VectorFigures>(widgets.VectorWidget);
export const DotProductWidget = following<widgets.DotFigures>(widgets.DotProductWidget);
export const MatrixTransformWidget = following<widgets.TransformFigures>(widgets.MatrixTransformWidget);
export const MatmulWidget = following<widgets.MatmulFigures>(widgets.MatmulWidget);
export const ForwardPassWidget = following<widgets.ForwardFigures>(widgets.ForwardPassWidget);
export const BroadcastingWidget = following<widgets.BroadcastingFigures>(widgets.BroadcastingWidget);
export const ReshapeWidget = following<widgets.ReshapeFigures>(widgets.ReshapeWidget);
