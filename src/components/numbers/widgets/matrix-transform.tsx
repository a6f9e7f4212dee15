/** This widget as the text has it: it follows the reader's numbers. A file of its own, as a page fetches each apart. */
import {
  MatrixTransformWidget as Plain,
  type TransformFigures,
} from '../../../widgets/matrix-transform/index.tsx';
import { following } from '../following.tsx';

export const MatrixTransformWidget = following<TransformFigures>(Plain);
