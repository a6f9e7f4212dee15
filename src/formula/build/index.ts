/** Formulas as an author writes them: from LaTeX to MathML with holes. Only the build typesets; a page fills holes. */

export { equationPieces } from '../equation-pieces.ts';
export { inFace } from '../letters.ts';
export { piecesOf } from '../pieces.ts';
export { guardOf } from './guard.ts';
export { holeTex } from './marks.ts';
export { plainLatex } from './plain-latex.ts';
export {
  findCommands,
  type ReplacedTex,
  replaceCommands,
  type TexCommand,
} from './tex-commands.ts';
export { FormulaError, typeset } from './typeset.ts';
