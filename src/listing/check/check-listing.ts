/** What an author must correct in a listing before the book is built. A reader's program is never checked. */
import { AuthorError, type Place } from '../../diagnostics/index.ts';
import { slotKey } from '../../slots/index.ts';
import type { Ran, Run } from '../run/run.ts';
import { notePieces } from '../source/note-slots.ts';
import type { Note } from '../source/notes-file.ts';
import type { AuthoredListing } from '../source/read-listing.ts';
import type { Reference } from '../source/reference.ts';
import type { ListingView, NoteView } from '../view/listing-view.ts';
import { checkPredictions } from './check-predictions.ts';
import { checkReference } from './check-reference.ts';

/**
 * Throws for what is wrong with a listing: a program that does not run or raises what its notes do not declare, a note that
 * does not stand at a statement, a slot without a value, what the reference does not have,
 * and a stop for predictions that teaches nothing.
 *
 * @param view of the program's own run
 * @throws {AuthorError} for the first of these, with all that is missing from the reference at once
 */
export function checkListing(listing: AuthoredListing, view: ListingView, reference: Reference): void {
  const run = ranWhole(listing, view.run);
  checkException(listing, run);
  checkMarkers(listing, run);
  for (const { note } of view.panels) if (note !== undefined) checkSlots(listing, note);
  checkReference(listing.program, view, reference);
  checkPredictions(listing, run);
}

/** The run, if the program ran to its end or to an exception. */
function ranWhole({ program }: AuthoredListing, run: Run): Ran {
  if (run.kind === 'ran' && run.cut === undefined) return run;
  const { line, column, message, type } = run.kind === 'ran' ? { type: '', ...run.cut } : run;
  const place = { file: program.file, line: line ?? 1, column: column ?? 1 };
  if (run.kind === 'not-run' && run.reason === 'syntax')
    throw new AuthorError(place, `${type}: ${message}. Correct the program.`);
  const reason = run.kind === 'ran' ? run.cut?.reason : run.reason;
  const sentence = (message ?? '').replace(/\.?$/, '.');
  const advice = 'A listing must end soon: shorten its loops.';
  if (reason === 'limit') throw new AuthorError(place, `The program was ${sentence} ${advice}`);
  throw new AuthorError(place, reason === 'trace' ? `${sentence} ${advice}` : sentence);
}

/** A program may raise only if its notes declare `raises: TYPE`. */
function checkException({ program, notes }: AuthoredListing, { exception }: Ran): void {
  if (exception === null && notes.raises !== undefined)
    throw new AuthorError(
      { file: notes.file, line: 1, column: 1 },
      `${program.file} is announced to raise ${notes.raises}, and raises nothing. Remove the field "raises".`,
    );
  if (exception === null || exception.type === notes.raises) return;
  throw new AuthorError(
    { file: program.file, line: exception.line, column: 1 },
    `Raises ${exception.type}: ${exception.message}. Correct the program, or announce it with "raises: ${exception.type}" in ${notes.file}.`,
  );
}

/** A marker belongs to a statement, whose steps have the number of its first line. */
function checkMarkers({ program, markers }: AuthoredListing, { trace }: Ran): void {
  for (const [marker, line] of markers.lines) {
    if (trace.statements.some((statement) => statement.line === line)) continue;
    const around = trace.statements.findLast(({ line: first, end }) => first < line && line <= end);
    const place: Place = { file: program.file, line, column: 1 };
    if (around !== undefined)
      throw new AuthorError(
        place,
        `The marker "${marker}" stands inside a statement. Put it at the end of its first line, ${around.line}.`,
      );
  }
}

function checkSlots(listing: AuthoredListing, { marker, status, failed, broken }: NoteView): void {
  const [first] = failed;
  const note = listing.notes.notes.find((one) => one.marker === marker);
  const [claim] = broken;
  if (claim !== undefined && note !== undefined)
    throw new AuthorError(
      { file: listing.notes.file, line: lineOfSlot(note, claim, listing.notes.file), column: 1 },
      `The claim "${claim}" is false. Mend the sentence, or the program.`,
    );
  if (first === undefined || note === undefined) return;
  const place = {
    file: listing.notes.file,
    line: lineOfSlot(note, first.slot, listing.notes.file),
    column: 1,
  };
  throw new AuthorError(
    place,
    status === 'ran'
      ? `The slot "${first.slot}" raises ${first.problem}. Correct the expression.`
      : `The slot "${first.slot}" has no value, because its line never runs. Use it in another note.`,
  );
}

function lineOfSlot(note: Note, key: string, file: string): number {
  const texts = [
    { text: note.title, line: note.line },
    { text: note.body, line: note.bodyLine },
  ];
  for (const text of texts)
    for (const piece of notePieces(text, file))
      if (piece.kind === 'slot' && slotKey(piece.slot) === key) return piece.line;
  return note.line;
}
