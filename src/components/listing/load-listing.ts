/** Reads a program of a section with its notes, runs it, and gives what a reader sees of it; each once a build. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Section } from '../../book/index.ts';
import { AuthorError, suggestion } from '../../diagnostics/index.ts';
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
} from '../../listing/index.ts';

// Components load programs in reading order, so none may wait.
await prepareAll();

const REFERENCE = 'content/reference';

type Source = { readonly program: string; readonly notes: string; readonly reference: Reference };

const known = new Map<string, Source & { readonly view: ListingView }>();

/** Every program of a section, by its file name. */
export function programsOf(section: Section): string[] {
  const folder = join(section.folder, 'listings');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.py')) : [];
}

/** @throws {AuthorError} for a program or notes that are not there, and for whatever does not fit in them */
export function loadListing(section: Section, name: string): ListingView {
  const program = authorFile(section, name);
  const notes = authorFile(section, name.replace(/\.py$/, '.notes.md'));
  const reference = currentReference();
  const cached = known.get(program.file);
  const isCurrent =
    cached?.program === program.text && cached.notes === notes.text && cached.reference === reference;
  if (isCurrent) return cached.view;
  const view = buildView(program, notes, reference);
  known.set(program.file, { program: program.text, notes: notes.text, reference, view });
  return view;
}

let lastReference: { readonly text: string; readonly reference: Reference } | undefined;

/** The reference as its files are now; the same one until they change. */
function currentReference(): Reference {
  const files = globSync(`${REFERENCE}/*.md`).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  const text = JSON.stringify(files);
  if (lastReference?.text !== text) lastReference = { text, reference: readReference(files) };
  return lastReference.reference;
}

function buildView(program: AuthorFile, notes: AuthorFile, reference: Reference): ListingView {
  const trace = traceProgram(withoutMarkers(program.text), slotsByLine(program, notes), program.file);
  return listingView(program, notes, reference, trace);
}

function authorFile(section: Section, name: string): AuthorFile {
  const folder = join(section.folder, 'listings');
  const file = `${section.file.replace(/[^/]*$/, '')}listings/${name}`;
  const path = join(folder, name);
  if (existsSync(path)) return { file, text: readFileSync(path, 'utf8') };
  const names = existsSync(folder) ? readdirSync(folder).filter((one) => one.endsWith('.py')) : [];
  const place = { file: section.file, line: 1, column: 1 };
  throw new AuthorError(
    place,
    name.endsWith('.py')
      ? `No program "${name}" in the listings folder. ${suggestion(name, names)}`
      : `No notes beside the program: ${file} is missing.`,
  );
}
