/** Slots: Python expressions in texts and notes, whose values are filled in. It brings no Python; `evaluate/index.ts` does. */
export type { Cells, Slot, SlotException, SlotResult, SlotValue } from '../python/index.ts';
export { claimsIn, failedSlots, fillElement, filledText, fillTemplate, holds } from './fill.ts';
export { parseSlot, SlotSyntaxError, slotKey } from './parse-slot.ts';
export type {
  FilledElement,
  FilledNode,
  Guard,
  TemplateElement,
  TemplateHole,
  TemplateNode,
} from './template.ts';
export { slotToTex } from './to-tex.ts';
export { slotToText, withMinusSigns } from './to-text.ts';
export { raised } from './value.ts';
