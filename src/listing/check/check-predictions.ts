/** Checks the stops for predictions of a listing: every wrong program must show a misconception, and one of its own. */
import { AuthorError, suggestion } from '../../diagnostics/index.ts';
import { type LineResult, lineResult } from '../predict/line-result.ts';
import { isSameResult, resultWith } from '../predict/prediction.ts';
import type { Ran } from '../run/run.ts';
import type { Note } from '../source/notes-file.ts';
import type { AuthoredPrediction } from '../source/prediction-block.ts';
import type { AuthoredListing } from '../source/read-listing.ts';

/** What an author mistyped, rather than what somebody would believe. */
const MISTYPED = /^(?:SyntaxError|IndentationError|NameError|Error)\b/;

/**
 * Throws for a stop before a line that has no result, and for a wrong program that has no line to change, is mistyped, or
 * prints what the program or another wrong one prints.
 *
 * @param run of the listing's own program
 * @throws {AuthorError} at the line of the notes
 */
export function checkPredictions(listing: AuthoredListing, run: Ran): void {
  for (const note of listing.notes.notes)
    if (note.prediction !== undefined) checkStop(note, note.prediction, listing, run);
}

function checkStop(
  { marker }: Note,
  prediction: AuthoredPrediction,
  { source, notes, markers }: AuthoredListing,
  run: Ran,
): void {
  const refuse = (line: number, problem: string) =>
    new AuthorError({ file: notes.file, line, column: 1 }, problem);
  const { text } = source;
  const line = markers.lines.get(marker) ?? 0;
  const right = lineResult(run, line, text);
  if (right.kind !== 'result')
    throw refuse(
      prediction.line,
      `The line "${marker}" prints and makes nothing. Put the stop before one that does.`,
    );
  const known: { readonly name: string; readonly result: LineResult }[] = [
    { name: 'the program', result: right },
  ];
  for (const { code, noteLine, marker: replaced } of prediction.wrong) {
    const at = markers.lines.get(replaced);
    const statement = run.trace.statements.find((one) => one.line === at);
    if (statement === undefined)
      throw refuse(
        noteLine,
        `No statement of ${source.file} is marked "#: ${replaced}". ${suggestion(replaced, [...markers.lines.keys()])}`,
      );
    const result = resultWith(code, statement, { text, line });
    const said = result.kind === 'nothing' ? 'nothing' : result.text;
    if (result.kind === 'raised' && MISTYPED.test(said))
      throw refuse(
        noteLine,
        `"${code}" raises ${said}. Correct the wrong program: it is one that somebody might write.`,
      );
    const twin = known.find((other) => isSameResult(other.result, result));
    if (twin !== undefined)
      throw refuse(
        noteLine,
        `With "${code}" the line prints ${said}, as ${twin.name} does. Remove it, or change it.`,
      );
    known.push({ name: `"${code}"`, result });
  }
}
