/**
 * The book's own commands in formulas. Each symbol keeps one hue everywhere; the hue is a class on the typeset
 * symbol (`q-x` and so on), and the plain LaTeX beside it is what a reader copies.
 */
import type { Hue } from '../../explain/index.ts';
import { hueTex } from './marks.ts';

interface Macro {
  /** Standard LaTeX; `#1` stands for the argument. */
  readonly plain: string;
  readonly hue?: Hue;
}

const bold = (letter: string, hue?: Hue): Macro => ({
  plain: `\\mathbf{${letter}}`,
  ...(hue === undefined ? {} : { hue }),
});
const coloured = (hue: Hue): Macro => ({ plain: '#1', hue });

/** Every command by its name without the backslash. */
export const macros: Readonly<Record<string, Macro>> = {
  vx: bold('x', 'x'),
  mX: { plain: 'X', hue: 'x' },
  vw: bold('w', 'w'),
  mW: { plain: 'W', hue: 'w' },
  vb: bold('b', 'b'),
  vz: bold('z', 'z'),
  mZ: { plain: 'Z', hue: 'z' },
  va: bold('a', 'a'),
  mA: { plain: 'A', hue: 'a' },
  vy: bold('y', 'z'),
  /** The two vectors of the plane, in the hues of weight and input. */
  pa: bold('a', 'w'),
  pb: bold('b', 'x'),
  vv: bold('v'),
  uv: { plain: '\\hat{\\mathbf{v}}' },
  R: { plain: '\\mathbb{R}' },
  cx: coloured('x'),
  cw: coloured('w'),
  cb: coloured('b'),
  cz: coloured('z'),
  ca: coloured('a'),
};

/** Returns the commands as KaTeX wants them, with their hues. */
export function katexMacros(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(macros).map(([name, { plain, hue }]) => [
      `\\${name}`,
      hue === undefined ? plain : hueTex(hue, plain),
    ]),
  );
}
