/** This widget as the text has it: it follows the reader's numbers. A file of its own, as a page fetches each apart. */
import { type ForwardFigures, ForwardPassWidget as Plain } from '../../../widgets/forward-pass/index.tsx';
import { following } from '../following.tsx';

export const ForwardPassWidget = following<ForwardFigures>(Plain);
