/**
 * The single place that knows what a slot's expression is worth.
 *
 * Values are looked up in the recording that real Python made of the section. Once the book's own Python runs on
 * the tensor core it answers here instead, and the recording becomes the test that both agree.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Slot, slotKey } from './parse-slot.ts';
import { digest, RECORDING, readRecording } from './recording.ts';
import type { SlotResult } from './value.ts';

/** A slot has no value: nothing was recorded for it, or its figures changed since. The message says the mend. */
export class UnknownSlotError extends Error {
  override name = 'UnknownSlotError';
}

/** Gives the result of a slot, a value or the exception it raised. */
export type Evaluator = (slot: Slot) => SlotResult;

const MEND = 'Run npm run record:slots.';

/**
 * The evaluator of one section.
 *
 * @param folder the section's folder
 * @param figures the name of the Python file there that the expressions build on
 */
export function sectionEvaluator(folder: string, figures: string): Evaluator {
  const recording = readRecording(folder);
  return (slot) => {
    const key = slotKey(slot);
    if (recording === undefined)
      throw new UnknownSlotError(`No value for the slot "${key}": there is no ${RECORDING} yet. ${MEND}`);
    if (recording.figures !== digest(readFileSync(join(folder, figures), 'utf8')))
      throw new UnknownSlotError(`${figures} has changed since ${RECORDING} was recorded. ${MEND}`);
    if (!Object.hasOwn(recording.slots, key))
      throw new UnknownSlotError(`No value for the slot "${key}" in ${RECORDING}. ${MEND}`);
    return recording.slots[key] as SlotResult;
  };
}
