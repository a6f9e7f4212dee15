/** This widget as the text has it: it follows the reader's numbers. A file of its own, as a page fetches each apart. */
import { ReshapeWidget as Plain, type ReshapeFigures } from '../../../widgets/reshape/index.tsx';
import { following } from '../following.tsx';

export const ReshapeWidget = following<ReshapeFigures>(Plain);
