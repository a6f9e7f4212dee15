/** This widget as the text has it: it follows the reader's numbers. A file of its own, as a page fetches each apart. */
import { type MatmulFigures, MatmulWidget as Plain } from '../../../widgets/matmul/index.tsx';
import { following } from '../following.tsx';

export const MatmulWidget = following<MatmulFigures>(Plain);
