/**
 * Stand-ins for slots while Markdown and formulas are parsed: characters of Unicode's private use area, which mean nothing
 * to either, so that a value can never be read as markup.
 */
import type { ElementContent } from 'hast';
import { guardOf, holeTex, typeset } from '../formula/build/index.ts';
import {
  type FilledElement,
  fillElement,
  type Guard,
  type TemplateHole,
  type TemplateNode,
} from '../slots/index.ts';

const FIRST = 0xe000;
const STAND_IN = /[\ue000-\uf8ff]/;
const STAND_INS = /([\ue000-\uf8ff])/;
const STAND_INS_IN = /[\ue000-\uf8ff]/g;

export class StandIns {
  readonly #slots: string[] = [];
  /** Why the value of a stand-in needs brackets when it is negative. */
  readonly #guards = new Map<string, Guard>();

  /** Returns the stand-in for a slot. */
  add(slot: string): string {
    this.#slots.push(slot);
    return String.fromCharCode(FIRST + this.#slots.length - 1);
  }

  /** Returns whether a text has a stand-in. */
  areIn(text: string): boolean {
    return STAND_IN.test(text);
  }

  /** Typesets a formula; each stand-in in it becomes the text of an `<mtext>`. @throws {FormulaError} as `typeset` does */
  typeset(tex: string): FilledElement {
    const found: string[] = [];
    for (const { 0: standIn, index } of tex.matchAll(STAND_INS_IN)) {
      const guard = guardOf(tex, { start: index, end: index + standIn.length });
      if (guard !== undefined) this.#guards.set(standIn, guard);
    }
    const withHoles = tex
      .split(STAND_INS)
      .map((piece) => (STAND_IN.test(piece) ? holeTex(found.push(piece) - 1) : piece))
      .join('');
    const values = new Map(found.map((standIn) => [standIn, { type: 'str', text: standIn }]));
    return fillElement(typeset(withHoles, false, found), values);
  }

  /** Returns the hole of a formula that an element's children are the stand-in of; undefined for other children. */
  holeIn(children: readonly ElementContent[]): TemplateHole | undefined {
    const [only, ...more] = children;
    const slot = only?.type === 'text' && more.length === 0 ? this.#slotOf(only.value) : undefined;
    if (slot === undefined || only?.type !== 'text') return undefined;
    const guard = this.#guards.get(only.value);
    return { slot, math: true, ...(guard !== undefined && { guard }) };
  }

  /** Returns a text in pieces, each stand-in a hole. */
  split(text: string): TemplateNode[] {
    return text
      .split(STAND_INS)
      .filter((piece) => piece !== '')
      .map((piece) => {
        const slot = this.#slotOf(piece);
        return slot === undefined ? piece : { slot };
      });
  }

  #slotOf(text: string): string | undefined {
    return text.length === 1 ? this.#slots[text.charCodeAt(0) - FIRST] : undefined;
  }
}
