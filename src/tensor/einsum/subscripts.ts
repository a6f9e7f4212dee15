/** The text of an Einstein summation, `ij,jk->ik`, read for operands of given ranks. */
import type { Subscripts } from './summation.ts';

/** What is wrong with a text; each library words it in its own way. */
export type EinsumProblem =
  | { readonly kind: 'operands'; readonly more: boolean }
  | { readonly kind: 'rank'; readonly operand: number; readonly letters: number; readonly rank: number }
  | { readonly kind: 'unknown-output'; readonly letter: string }
  | { readonly kind: 'repeated-output'; readonly letter: string }
  | { readonly kind: 'letter'; readonly letter: string }
  | {
      readonly kind: 'size';
      readonly letter: string;
      readonly operand: number;
      readonly size: number;
      readonly known: number;
    };

export class EinsumError extends Error {
  readonly problem: EinsumProblem;
  constructor(problem: EinsumProblem) {
    super(`einsum: ${problem.kind}`);
    this.problem = problem;
  }
}

/** Characters that are no letters name the axes of an ellipsis, the last axis first. */
const ELLIPSIS_START = 0xe000;
const ellipsisLetters = (count: number): string =>
  Array.from({ length: count }, (_, i) => String.fromCharCode(ELLIPSIS_START + count - 1 - i)).join('');

/** @throws {EinsumError} */
export function readSubscripts(text: string, shapes: readonly (readonly number[])[]): Subscripts {
  const [inputs = '', output] = text.replaceAll(' ', '').split('->');
  const words = inputs.split(',');
  if (words.length !== shapes.length)
    throw new EinsumError({ kind: 'operands', more: shapes.length > words.length });
  let widest = 0;
  const operands = words.map((word, operand) => {
    const rank = shapes[operand]?.length ?? 0;
    const letters = word.replace('...', '');
    const wrong = [...letters].find((letter) => !/[A-Za-z]/.test(letter));
    if (wrong !== undefined) throw new EinsumError({ kind: 'letter', letter: wrong });
    const rest = rank - letters.length;
    if (rest < 0 || (rest > 0 && letters === word))
      throw new EinsumError({ kind: 'rank', operand, letters: letters.length, rank });
    widest = Math.max(widest, rest);
    return word.replace('...', ellipsisLetters(rest));
  });
  checkSizes(operands, shapes);
  const all = ellipsisLetters(widest);
  const known = new Set(operands.join(''));
  if (output === undefined) {
    const letters = [...operands.join('')].filter((letter) => /[A-Za-z]/.test(letter));
    const once = letters.filter((letter) => letters.indexOf(letter) === letters.lastIndexOf(letter));
    return { operands, result: all + once.sort().join('') };
  }
  const result = output.replace('...', all);
  for (const letter of result) {
    if (!known.has(letter)) throw new EinsumError({ kind: 'unknown-output', letter });
    if (result.indexOf(letter) !== result.lastIndexOf(letter))
      throw new EinsumError({ kind: 'repeated-output', letter });
  }
  return { operands, result };
}

function checkSizes(operands: readonly string[], shapes: readonly (readonly number[])[]): void {
  const sizes = new Map<string, number>();
  operands.forEach((letters, operand) => {
    [...letters].forEach((letter, axis) => {
      const size = shapes[operand]?.[axis] ?? 1;
      const known = sizes.get(letter) ?? 1;
      if (known !== 1 && size !== 1 && size !== known)
        throw new EinsumError({ kind: 'size', letter, operand, size, known });
      sizes.set(letter, known === 1 ? size : known);
    });
  });
}
