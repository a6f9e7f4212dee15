/** Checks the claims of a page: sentences about its figures, each with a Python condition that must be true. */
import { toString as textOfNode } from 'mdast-util-to-string';
import type { Section } from '../book/index.ts';
import { comparedParts } from '../slots/evaluate/index.ts';
import { type SlotValue, withMinusSigns } from '../slots/index.ts';
import { eachElement, type JsxElement, setProp, textOf } from './jsx.ts';
import { type PageContext, pagesOf } from './page-context.ts';
import { parsePage, readPage } from './parse-page.ts';
import { numberOfPlace } from './places.ts';
import { attempt, remarkPlugin } from './plugin.ts';
import { propSlot, type WrittenSlot } from './prop-slot.ts';
import { slotValue } from './slot-errors.ts';

/** Stops the build on a claim whose condition is false, or is no truth value. */
export const remarkClaims = remarkPlugin((tree, page, file) => {
  eachElement(tree, (element) => {
    const written = claimOf(element);
    if (written === undefined) return;
    attempt(file, () => check(written, page));
    const that = written.text.trim();
    const number = numberOfPlace(file, { kind: 'claim', that, operands: operandsOf(that) });
    // The caption of a figure is the sentence of its claim.
    setProp(element, element.name === 'Claim' ? 'place' : 'claim', number);
    if (element.name === 'Claim' && element.type === 'mdxJsxFlowElement') setProp(element, 'block', true);
  });
});

/** Returns the expression of a `<Claim>`, or of what a figure's caption claims; undefined for any other element. */
export function claimOf(element: JsxElement): WrittenSlot | undefined {
  return propSlot(element, 'that');
}

/** Returns the sentence of a claim as plain text. */
function sentenceOf(element: JsxElement): string {
  const text = element.name === 'Claim' ? textOfNode(element) : (textOf(element, 'caption') ?? '');
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Throws an AuthorError at a claim that is not true. */
function check(written: WrittenSlot, page: PageContext): void {
  const value = slotValue(written, page, { expression: written.text.trim() });
  if (!isTruthValue(value))
    throw page.slip(
      written.node,
      `The claim "${written.text}" gives ${value.text}, a ${value.type}. Expected True or False, as a comparison gives.`,
    );
  if (value.text === 'True') return;
  const values = claimValues(written, page);
  throw page.slip(
    written.node,
    `The claim "${written.text}" is false${values.length === 0 ? '' : `: ${values.join(', ')}`}. Mend the sentence, or the figures.`,
  );
}

function isTruthValue({ type, text }: SlotValue): boolean {
  return /^bool_?$/.test(type) && /^(?:True|False)$/.test(text);
}

/** A claim of a section's text. */
export interface ClaimOfText {
  readonly line: number;
  /** The sentence, without markup. */
  readonly sentence: string;
  readonly that: string;
  /** The operands with their values, which make it true. */
  readonly values: readonly string[];
}

/**
 * Returns every claim of a section's page, in reading order.
 *
 * @param content the folder that holds `book.yaml`
 * @throws {AuthorError} for a page that is not MDX, and for a claim whose operands cannot be evaluated
 */
export function sectionClaims(content: string, section: Section): ClaimOfText[] {
  const file = readPage(section.path);
  const page = pagesOf(content)(file);
  const claims: ClaimOfText[] = [];
  eachElement(parsePage(file, section), (element) => {
    const written = claimOf(element);
    if (written === undefined) return;
    claims.push({
      line: page.placeOf(element).line,
      sentence: sentenceOf(element),
      that: written.text,
      values: claimValues(written, page),
    });
  });
  return claims;
}

/** Returns the operands that a claim compares, each once. */
function operandsOf(that: string): string[] {
  return [...new Set(comparedParts(that))];
}

/** Returns each operand that a claim compares, with its value: `(A != Z).sum() = 2`. */
function claimValues(written: WrittenSlot, page: PageContext): string[] {
  return operandsOf(written.text.trim()).flatMap((expression) => {
    const { text } = slotValue(written, page, { expression });
    // An operand that is a literal needs no value beside it.
    return text === expression ? [] : `${expression} = ${withMinusSigns(text).replaceAll(/\s+/g, ' ')}`;
  });
}
