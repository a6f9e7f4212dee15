/**
 * What stands at a place for given values: the build and the page both show this, so a page after a change reads as a build
 * with the changed figures would.
 */
import { equationPieces, piecesOf } from '../formula/text/index.ts';
import {
  type FilledElement,
  fillElement,
  raised,
  type SlotResult,
  type SlotValue,
  slotToTex,
  slotToText,
  withMinusSigns,
} from '../slots/index.ts';
import type { ClaimPlace, FormulaPlace, LatexPart, Place, SlotKey } from './place.ts';

/** The value or the exception of each slot. */
export type SlotResults = ReadonlyMap<SlotKey, SlotResult>;

export type Shown =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'formula';
      readonly pieces: readonly FilledElement[];
      readonly latex: string | undefined;
    }
  | { readonly kind: 'matrix'; readonly value: SlotValue | undefined }
  | { readonly kind: 'raises'; readonly errors: readonly ShownError[] }
  | { readonly kind: 'claim'; readonly holds: boolean; readonly now: string }
  | { readonly kind: 'widget'; readonly figures: Readonly<Record<string, Numbers>> };

/** The error of an expression of `<Raises>`; without a type, an expression that raises nothing. */
export interface ShownError {
  readonly type: string;
  readonly message: string;
}

/** A number, or nested lists of numbers, as widgets take them. */
export type Numbers = number | readonly Numbers[];

/** Returns what stands at a place; of a slot without a result, an em dash. */
export function shownAt(place: Place, results: SlotResults): Shown {
  switch (place.kind) {
    case 'text':
      return { kind: 'text', text: textOf(results.get(place.slot)) };
    case 'formula':
      return { kind: 'formula', ...filledFormula(place, results) };
    case 'matrix':
      return { kind: 'matrix', value: valueIn(results.get(place.slot)) };
    case 'raises':
      return { kind: 'raises', errors: place.slots.map((slot) => errorOf(results.get(slot))) };
    case 'claim':
      return { kind: 'claim', holds: holds(place, results), now: presentValues(place, results) };
    case 'widget': {
      const figures = Object.entries(place.figures).flatMap(([figure, slot]) => {
        const value = valueIn(results.get(slot));
        return value === undefined ? [] : [[figure, numbersOf(value)] as const];
      });
      return { kind: 'widget', figures: Object.fromEntries(figures) };
    }
    default:
      return place satisfies never;
  }
}

/** Returns the pieces of a formula, which joined show all of it, and the LaTeX to copy. */
function filledFormula(
  { maths, latex }: Pick<FormulaPlace, 'maths' | 'latex'>,
  results: SlotResults,
): { readonly pieces: readonly FilledElement[]; readonly latex: string | undefined } {
  const filled = fillElement(maths, results);
  // Only an equation on lines of its own is copied.
  return latex === undefined
    ? { pieces: piecesOf(filled), latex }
    : { pieces: equationPieces(filled), latex: filledLatex(latex, results) };
}

/** LaTeX with the values of its slots. */
export function filledLatex(parts: readonly LatexPart[], results: SlotResults): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      const value = valueIn(results.get(part.slot));
      return value === undefined ? '' : slotToTex(value, part.guard);
    })
    .join('');
}

/** Returns a widget's figure as numbers; NaN for what is no number. */
export function numbersOf({ cells, text }: SlotValue): Numbers {
  const read = (cell: SlotValue['cells'] | string): Numbers =>
    typeof cell === 'string' ? Number(cell) : (cell ?? []).map(read);
  return cells === undefined ? Number(text) : read(cells);
}

function valueIn(result: SlotResult | undefined): SlotValue | undefined {
  return result === undefined || raised(result) ? undefined : result;
}

function textOf(result: SlotResult | undefined): string {
  const value = valueIn(result);
  return value === undefined ? '—' : slotToText(value);
}

function errorOf(result: SlotResult | undefined): ShownError {
  if (result !== undefined && raised(result)) return result.error;
  return { type: '', message: `raises nothing; it gives ${textOf(result)}` };
}

/** Returns whether a claim is true: any other value than True, and an exception, are not. */
function holds({ that }: ClaimPlace, results: SlotResults): boolean {
  return valueIn(results.get(that))?.text === 'True';
}

/** `(A != Z).sum() = 2, Z.size = 8`. */
function presentValues({ operands }: ClaimPlace, results: SlotResults): string {
  return operands
    .flatMap((operand) => {
      const value = valueIn(results.get(operand));
      const text = value && withMinusSigns(value.text).replaceAll(/\s+/g, ' ');
      // A list that is written out says its own value.
      return text === undefined || text === withMinusSigns(operand) ? [] : [`${operand} = ${text}`];
    })
    .join(', ');
}
