/** This widget as the text has it: it follows the reader's numbers. A file of its own, as a page fetches each apart. */
import {
  type BroadcastingFigures,
  BroadcastingWidget as Plain,
} from '../../../widgets/broadcasting/index.tsx';
import { following } from '../following.tsx';

export const BroadcastingWidget = following<BroadcastingFigures>(Plain);
