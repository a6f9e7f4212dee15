/**
 * A fault: a short program that goes wrong, with its repair. A line that the repair changes ends with the comment
 * `#: ` and what to write in its place:
 *
 *     print(X + per_row)  #: print(X + per_row[:, np.newaxis])
 */
import { AuthorError } from '../../diagnostics/index.ts';
import { type AuthorFile, plainText } from '../source/author-file.ts';

export interface FaultSource {
  readonly file: string;
  /** The program that goes wrong. */
  readonly text: string;
  /** The program with its repair. */
  readonly repaired: string;
  /** The lines, from 1, that the repair changes. */
  readonly changed: readonly number[];
}

const REPAIR = /^(?<indent>[ \t]*)(?<line>.*?)[ \t]+#: (?<instead>.+)$/;
const NEARLY = /#:|# :/;

/** Reads a fault. @throws {AuthorError} for a misspelt marker, and where no line has one */
export function readFault({ file, text }: AuthorFile): FaultSource {
  const lines = plainText(text).trimEnd().split('\n');
  const changed: number[] = [];
  const pairs = lines.map((line, index): readonly [string, string] => {
    const { indent = '', line: wrong = '', instead } = REPAIR.exec(line)?.groups ?? {};
    if (instead !== undefined) {
      changed.push(index + 1);
      return [indent + wrong, indent + instead];
    }
    const column = line.search(NEARLY) + 1;
    if (column > 0)
      throw new AuthorError(
        { file, line: index + 1, column },
        'No repair after the marker. Expected "#: " and what to write in place of the line.',
      );
    return [line, line];
  });
  if (changed.length === 0)
    throw new AuthorError(
      { file, line: 1, column: 1 },
      'No line has a repair. End the line at fault with "#: " and what to write in its place.',
    );
  return {
    file,
    text: pairs.map(([wrong]) => wrong).join('\n'),
    repaired: pairs.map(([, right]) => right).join('\n'),
    changed,
  };
}
