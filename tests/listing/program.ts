/** Programs, notes and a reference for the tests of what a reader sees. */
import { globSync, readFileSync } from 'node:fs';
import {
  type AuthorFile,
  type ListingView,
  listingView,
  prepareAll,
  type Reference,
  readReference,
  slotsByLine,
  traceProgram,
  withoutMarkers,
} from '../../src/listing/index.ts';

await prepareAll();

/** The book's own reference. */
export const reference: Reference = readReference(
  globSync('content/reference/*.md').map((file) => ({ file, text: readFileSync(file, 'utf8') })),
);

/** The view of a program, which is run. */
export function viewOf(program: AuthorFile, notes: AuthorFile, entries = reference): ListingView {
  const trace = traceProgram(withoutMarkers(program.text), slotsByLine(program, notes), program.file);
  return listingView(program, notes, entries, trace);
}

/** The view of a program written in a test; each note is a marker with the body below its title. */
export function view(source: string, notes: Readonly<Record<string, string>>, meta = ''): ListingView {
  return viewOf({ file: 'p.py', text: source }, { file: 'p.notes.md', text: notesText(notes, meta) });
}

export function notesText(notes: Readonly<Record<string, string>>, meta = ''): string {
  const bodies = Object.entries(notes).map(
    ([marker, body]) => `## ${marker}: Title of ${marker}\n\n${body}\n`,
  );
  return `---\nprogram: p.py\ntitle: A program\n${meta}---\n\n${bodies.join('\n')}`;
}

export const chapterPrograms = globSync('content/*/*/listings/*.py');

/** One of the chapter's programs with its notes, `change` applied to its text. */
export function chapterView(path: string, change: (text: string) => string = (text) => text): ListingView {
  const notes = path.replace(/\.py$/, '.notes.md');
  return viewOf(
    { file: path, text: change(readFileSync(path, 'utf8')) },
    { file: notes, text: readFileSync(notes, 'utf8') },
  );
}
