/**
 * A stop for predictions: a fenced block at the end of a note. Each line of it is a wrong program: what its author believes,
 * a colon, and the statement that is replaced. That is the note's own, unless another marker is named.
 *
 *     ```predict
 *     bias forgotten @layer: z = W @ x
 *     `*` for `@` @layer: z = W * x + b.reshape(-1, 1)
 *     ```
 *
 * `predict more` is a stop that comes only when a reader wants all.
 */
import { AuthorError } from '../../diagnostics/index.ts';
import type { WrongLine } from './prediction-source.ts';

/** A stop as its author wrote it. */
export interface AuthoredPrediction {
  readonly isDefault: boolean;
  /** The line, from 1, of the block in the notes, and of each wrong program. */
  readonly line: number;
  readonly wrong: readonly (WrongLine & { readonly noteLine: number })[];
}

/** A note's text, and the stop that ends it. */
interface NoteWithStop {
  readonly body: string;
  readonly prediction?: AuthoredPrediction;
}

/** Where a note stands. */
interface NotePlace {
  readonly file: string;
  /** The line, from 1, that the body begins on. */
  readonly line: number;
  readonly marker: string;
}

const OPEN = /^```predict(.*)$/m;
const WRONG = /^(?<belief>[^:]*?)(?: @(?<marker>[a-z0-9-]+))?: (?<code>.*\S)\s*$/;

/**
 * Parts a note's text from the stop at its end.
 *
 * @throws {AuthorError} for a block that cannot be read or has text below it
 */
export function takePrediction(text: string, place: NotePlace): NoteWithStop {
  const open = OPEN.exec(text);
  if (open === null) return { body: text };
  const before = text.slice(0, open.index);
  const first = place.line + before.split('\n').length - 1;
  const refuse = (offset: number, problem: string) =>
    new AuthorError({ file: place.file, line: first + offset, column: 1 }, problem);
  const lines = text.slice(open.index).split('\n');
  const close = lines.indexOf('```', 1);
  if (close < 0)
    throw refuse(0, 'A stop for predictions that is not closed. Expected ``` on a line of its own.');
  const below = lines.findIndex((line, k) => k > close && line.trim() !== '');
  if (below >= 0)
    throw refuse(below, 'Text below a stop for predictions. Put the block at the end of the note.');
  const kind = (open[1] ?? '').trim();
  if (kind !== '' && kind !== 'more')
    throw refuse(0, `Unknown word "${kind}" behind "predict". Expected none, or "more".`);
  const wrong = lines.slice(1, close).flatMap((line, k): AuthoredPrediction['wrong'] => {
    if (line.trim() === '') return [];
    const { belief = '', marker = place.marker, code = '' } = WRONG.exec(line)?.groups ?? {};
    if (belief.trim() === '' || code === '')
      throw refuse(
        k + 1,
        `Not a wrong program: "${line}". Expected "belief: code" or "belief @marker: code".`,
      );
    return [{ belief: belief.trim(), marker, code: code.trim(), noteLine: first + k + 1 }];
  });
  if (wrong.length === 0)
    throw refuse(0, 'A stop for predictions without a wrong program. Expected at least one.');
  return { body: before.trimEnd(), prediction: { isDefault: kind === '', line: first, wrong } };
}
