/** Which characters the face of the formulas has to draw. */
import { inFace } from '../formula/build/index.ts';
import { type Ancestry, attribute, type PageElement, type PageSource } from './page-source.ts';

const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const LATIN = SMALL + SMALL.toUpperCase();

/**
 * What a formula can hold that no page shows as it is built: a number that the reader changes, and the letters and signs of
 * worked sums in widgets and listings.
 */
export const ALWAYS_IN_FORMULAS: ReadonlySet<string> = new Set([
  ...'0123456789.,:;%°∞ ()[]{}|‖+−·⋅×∕/=≠≈<>≤≥√^_′…⊤',
  ...LATIN,
  ...inFace(LATIN, 'italic'),
  ...inFace(LATIN, 'bold'),
  ...inFace('θ', 'italic'),
]);

/** Characters of a page's formulas, in the letters that a browser draws them with. */
export function formulaCharacters(page: PageSource): Set<string> {
  const characters = new Set<string>();
  for (const { text, around } of page.texts) {
    if (!isInFormula(around)) continue;
    const drawn = around && isSlanted(around.element, text) ? inFace(text, 'italic') : text;
    for (const character of drawn) characters.add(character);
  }
  return characters;
}

function isInFormula(around: Ancestry | undefined): boolean {
  for (let at = around; at; at = at.outer) if (at.element.tagName === 'math') return true;
  return false;
}

/** MathML slants an identifier of a single letter, unless it says that it stands upright. */
function isSlanted(element: PageElement, text: string): boolean {
  return (
    element.tagName === 'mi' &&
    [...text.trim()].length === 1 &&
    attribute(element, 'mathvariant') !== 'normal'
  );
}
