/** Reads a program of a section with its notes, runs it, and gives what a reader sees of it; each once a build. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AuthorError, suggestion } from '../../author/index.ts';
import type { Section } from '../../book/index.ts';
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
const known = new Map<string, { readonly key: string; readonly view: ListingView }>();

/** Every program of a section, by its file name. */
export function programsOf(section: Section): string[] {
  const folder = join(section.folder, 'listings');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.py')) : [];
}

/** @throws {AuthorError} for a program or notes that are not there, and for whatever does not fit in them */
export function loadListing(section: Section, name: string): ListingView {
  const program = authorFile(section, name);
  const notes = authorFile(section, name.replace(/\.py$/, '.notes.md'));
  const reference = globSync(`${REFERENCE}/*.md`).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  const key = JSON.stringify([program, notes, reference]);
  const cached = known.get(program.file);
  if (cached?.key === key) return cached.view;
  const view = buildView(program, notes, readReference(reference));
  known.set(program.file, { key, view });
  return view;
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
