/**
 * Marks that survive KaTeX. It sets classes on its HTML alone, so what the MathML has to carry, a quantity's hue or the
 * place of a slot, is written as the name of a colour: KaTeX takes any word of letters for one, and hands it on as
 * `mathcolor`. `mathml.ts` reads the marks back.
 */
import type { Hue } from '../../explain/index.ts';

const HUE = 'quantity';
const HOLE = 'hole';

/** The TeX of `content` marked with the hue of a quantity. */
export function hueTex(hue: Hue, content: string): string {
  return `\\textcolor{${HUE}${hue}}{${content}}`;
}

/** The TeX that stands where the value of slot number `index`, counted from 0, will stand. */
export function holeTex(index: number): string {
  return `{\\textcolor{${HOLE}${lettersOf(index)}}{0}}`;
}

/** What a `mathcolor` marks; undefined for a colour that the author wrote. */
export type Mark =
  | { readonly kind: 'hue'; readonly hue: string }
  | { readonly kind: 'hole'; readonly index: number };

export function markOf(colour: string): Mark | undefined {
  if (colour.startsWith(HUE)) return { kind: 'hue', hue: colour.slice(HUE.length) };
  if (colour.startsWith(HOLE)) return { kind: 'hole', index: indexOf(colour.slice(HOLE.length)) };
  return undefined;
}

/** A number from 0 written in the letters a to j, a letter for each digit. */
function lettersOf(index: number): string {
  return String(index).replaceAll(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)));
}

function indexOf(letters: string): number {
  return Number(letters.replaceAll(/[a-j]/g, (letter) => String(letter.charCodeAt(0) - 97)));
}
