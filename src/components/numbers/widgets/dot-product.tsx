/** This widget as the text has it: it follows the reader's numbers. A file of its own, as a page fetches each apart. */
import { type DotFigures, DotProductWidget as Plain } from '../../../widgets/dot-product/index.tsx';
import { following } from '../following.tsx';

export const DotProductWidget = following<DotFigures>(Plain);
