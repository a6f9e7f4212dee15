/** The values of a section's slots, written as an author without slots would have to type them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Section } from '../../../src/book/index.ts';
import { plainLatex } from '../../../src/formula/build/index.ts';
import { prepareAll, sectionEvaluator } from '../../../src/slots/evaluate/index.ts';
import {
  parseSlot,
  raised,
  type SlotException,
  type SlotValue,
  slotToTex,
  slotToText,
} from '../../../src/slots/index.ts';

await prepareAll();

const SLOT_IN_PROSE = /^\s*py`([^`]*)`\s*$/;
/** Braces stand at most one in another in the slots of formulas. */
const SLOT_IN_FORMULA = /\\py\{((?:[^{}]|\{[^{}]*\})*)\}/g;
const LABEL = /\\label\{[^}]*\}\n?/g;

export type FilledSlots = {
  readonly value: (slot: string) => SlotValue;
  readonly exception: (expression: string) => SlotException;
  /** The text of an expression in braces, {py`…`}; nothing for a comment. */
  readonly text: (braced: string) => string;
};

export function filledSlots(section: Section): FilledSlots {
  const evaluate = sectionEvaluator(
    readFileSync(join(section.folder, section.figures), 'utf8'),
    section.figures,
  );
  const value = (slot: string): SlotValue => {
    const result = evaluate(parseSlot(slot));
    if (raised(result)) throw new Error(`${slot} raises ${result.error.type}.`);
    return result;
  };
  return {
    value,
    exception: (expression) => {
      const result = evaluate({ expression });
      if (!raised(result)) throw new Error(`${expression} raises nothing.`);
      return result.error;
    },
    text: (braced) => {
      const slot = SLOT_IN_PROSE.exec(braced)?.[1];
      return slot === undefined ? '' : plainText(slotToText(value(slot)));
    },
  };
}

/** A formula with its dollar signs, in LaTeX that KaTeX knows without the book's commands. */
export function withFilledSlots(formula: string, slots: FilledSlots): string {
  const filled = formula
    .replace(LABEL, '')
    .replace(SLOT_IN_FORMULA, (_, slot: string) => slotToTex(slots.value(slot)));
  return plainLatex(filled);
}

/** Text that MDX shows as it is. */
export function plainText(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~$&]/g, '\\$&');
}
