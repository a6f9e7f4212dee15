/** This widget as the text has it: it follows the reader's numbers. A file of its own, as a page fetches each apart. */
import { VectorWidget as Plain, type VectorFigures } from '../../../widgets/vector/index.tsx';
import { following } from '../following.tsx';

export const VectorWidget = following<VectorFigures>(Plain);
