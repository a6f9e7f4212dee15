/** Slots: Python expressions in the text whose values the build fills in. */
export { prepareAll } from '../python/index.ts';
export { DESCRIBE } from './describe.ts';
export { type Evaluator, sectionEvaluator, UnknownSlotError } from './evaluate.ts';
export { parseSlot, type Slot, SlotSyntaxError, slotKey } from './parse-slot.ts';
export type {
  FilledElement,
  FilledNode,
  FilledSlot,
  TemplateElement,
  TemplateHole,
  TemplateNode,
} from './template.ts';
export { slotToTex } from './to-tex.ts';
export { slotToText, withMinusSigns } from './to-text.ts';
export { type Cells, raised, type SlotException, type SlotResult, type SlotValue } from './value.ts';
