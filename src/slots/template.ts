/**
 * Text with holes, as plain JSON: a note, an entry of the reference, a formula. Markdown and formulas are parsed when
 * the book is built, slots are filled afterwards, in the build and in the page by the same function (`fill.ts`). A value
 * is only ever text in a hole, so it can never become a link, a list or markup.
 */

/** Text, an element, or a hole for the value of a slot. */
export type TemplateNode = string | TemplateElement | TemplateHole;

/** An element of HTML or MathML. */
export interface TemplateElement {
  readonly tag: string;
  /** In the spelling of HTML: `class`, `href`, `aria-hidden`. */
  readonly attributes?: readonly (readonly [name: string, value: string])[];
  readonly children?: readonly TemplateNode[];
  /** Set on a sentence that holds only where this slot is True. */
  readonly claim?: string;
}

/** A place for the value of a slot. */
export interface TemplateHole {
  /** The slot's spelling by `slotKey`: `W @ x:.2f`. */
  readonly slot: string;
  /** True inside a formula, where the value becomes MathML. */
  readonly math?: true;
  readonly guard?: Guard;
}

/** Why a value must stand in brackets when it is negative: it follows a sign, or it is the base of a power. */
export type Guard = 'sign' | 'power';

/** Text, an element, or a filled hole. */
export type FilledNode = string | FilledElement | FilledSlot;

/** An element whose holes are filled. */
export interface FilledElement {
  readonly tag: string;
  readonly attributes?: readonly (readonly [name: string, value: string])[];
  readonly children?: readonly FilledNode[];
}

/** A hole with what stands in it. */
export interface FilledSlot {
  readonly slot: string;
  readonly math?: true;
  /** The value as text, or as elements of MathML. */
  readonly children: readonly FilledNode[];
  /** What went wrong, where the slot has no value: `NameError: name 'y' is not defined`. */
  readonly problem?: string;
}
