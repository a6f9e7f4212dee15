/** What the whole page does for a reader once: speak, copy, remember, keep the address, undo. */
export { showInAddress } from './address.ts';
export { announce } from './announce.ts';
export { copyText } from './copy.ts';
export { widgetStates, withWidgetState } from './fragment-parts.ts';
export { frameCode } from './frame-code.ts';
export { changeHistory, type History, type HistoryAction, startHistory } from './history.ts';
export {
  bookValues,
  onSectionValues,
  type ProgramNumber,
  sectionValues,
  setSectionValues,
} from './section-values.ts';
export { forget, onRemembered, recall, remember } from './storage.ts';
