/** Programs, notes and a reference for the tests of what a reader sees. */
import { globSync, readFileSync } from 'node:fs';
import {
  type AuthoredListing,
  type AuthorFile,
  bookSlots,
  bookTokens,
  checkListing,
  prepareAll,
  type Reference,
  readListing,
  readReference,
  runListing,
} from '../../src/listing/build/index.ts';
import {
  bookText,
  type ListingView,
  listingView,
  type Panel,
  type State,
  stateAt,
} from '../../src/listing/index.ts';
import { noteTemplate } from '../../src/markdown/index.ts';
import { filledText } from '../../src/slots/index.ts';

await prepareAll();

/** The book's own reference. */
export const reference: Reference = readReference(
  globSync('content/reference/*.md').map((file) => ({ file, text: readFileSync(file, 'utf8') })),
);

export interface BuiltListing {
  readonly listing: AuthoredListing;
  readonly view: ListingView;
}

/** A program as the build has it: read, run, and checked. */
export function build(program: AuthorFile, notes: AuthorFile, entries = reference): BuiltListing {
  const built = asRun(program, notes);
  checkListing(built.listing, built.view, entries);
  return built;
}

/** A program read and run, and not checked: after a reader's change what the author claims need not hold. */
function asRun(program: AuthorFile, notes: AuthorFile): BuiltListing {
  const listing = readListing(program, notes, noteTemplate);
  const { source } = listing;
  const run = runListing(source.text, bookSlots(source));
  const lines = bookTokens(source.text, new Map(source.hues));
  return { listing, view: listingView(source, run, bookText(source, lines)) };
}

/** The view of a program written in a test; each note is a marker with the body below its title. */
export function view(source: string, notes: Readonly<Record<string, string>>, meta = ''): ListingView {
  return build({ file: 'p.py', text: source }, { file: 'p.notes.md', text: notesText(notes, meta) }).view;
}

export function notesText(notes: Readonly<Record<string, string>>, meta = ''): string {
  const bodies = Object.entries(notes).map(
    ([marker, body]) => `## ${marker}: Title of ${marker}\n\n${body}\n`,
  );
  return `---\nprogram: p.py\ntitle: A program\n${meta}---\n\n${bodies.join('\n')}`;
}

export const chapterPrograms = globSync('content/*/*/listings/*.py');

/** The program and the notes of a chapter's program. */
export function chapterFiles(path: string): readonly [program: AuthorFile, notes: AuthorFile] {
  const notes = path.replace(/\.py$/, '.notes.md');
  return [
    { file: path, text: readFileSync(path, 'utf8') },
    { file: notes, text: readFileSync(notes, 'utf8') },
  ];
}

/** One of the chapter's programs with its notes, as an author wrote it or with a reader's `change` applied to its text. */
export function chapterListing(path: string, change?: (text: string) => string): BuiltListing {
  const [program, notes] = chapterFiles(path);
  return change === undefined
    ? build(program, notes)
    : asRun({ ...program, text: change(program.text) }, notes);
}

export function chapterView(path: string, change?: (text: string) => string): ListingView {
  return chapterListing(path, change).view;
}

/** The states of a panel, one for each time its statement ran. */
export function statesOf(listing: ListingView, panel: Panel | undefined): State[] {
  return (panel?.steps ?? []).map((step) => stateAt(listing, step));
}

/** The panel of a line. */
export function panelAt({ panels }: ListingView, line: number): Panel | undefined {
  return panels.find((panel) => panel.line === line);
}

/** The text of a panel's note, as it is read. */
export function noteText(panel: Panel | undefined): string | undefined {
  return panel?.note && filledText(panel.note.body);
}
