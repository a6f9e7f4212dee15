/**
 * Marks that survive KaTeX. It sets classes on its HTML alone, so what the MathML has to carry, a quantity's hue or the
 * place of a slot, is written as the name of a colour: KaTeX takes any word of letters for one, and hands it on as
 * `mathcolor`. `mathml.ts` reads the marks back.
 */

import type { Hue } from '../../explain/index.ts';
import type { Guard } from '../../slots/index.ts';

const HUE = 'quantity';
const HOLE = 'hole';

/** Returns the TeX of `content` marked with the hue of a quantity. */
export function hueTex(hue: Hue, content: string): string {
  return `\\textcolor{${HUE}${hue}}{${content}}`;
}

/**
 * Returns the TeX that stands where the value of slot number `index`, counted from 0, will stand.
 *
 * @param guard why a negative value needs brackets there
 */
export function holeTex(index: number, guard?: Guard): string {
  return `{\\textcolor{${HOLE}${guard ?? ''}${lettersOf(index)}}{0}}`;
}

/** What a `mathcolor` marks; undefined for a colour that the author wrote. */
export type Mark =
  | { readonly kind: 'hue'; readonly hue: string }
  | { readonly kind: 'hole'; readonly index: number; readonly guard?: Guard };

const HOLE_MARK = new RegExp(`^${HOLE}(sign|power)?([a-j]+)$`);

export function markOf(colour: string): Mark | undefined {
  if (colour.startsWith(HUE)) return { kind: 'hue', hue: colour.slice(HUE.length) };
  const [, guard, letters] = HOLE_MARK.exec(colour) ?? [];
  if (letters === undefined) return undefined;
  return { kind: 'hole', index: indexOf(letters), ...((guard === 'sign' || guard === 'power') && { guard }) };
}

/** Returns a number from 0 written in the letters a to j, a letter for each digit. */
function lettersOf(index: number): string {
  return String(index).replaceAll(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)));
}

function indexOf(letters: string): number {
  return Number(letters.replaceAll(/[a-j]/g, (letter) => String(letter.charCodeAt(0) - 97)));
}
