/** Reads a program of a section with its notes, runs it, checks both, and gives what a reader sees; each once a build. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Section } from '../../book/index.ts';
import { AuthorError, suggestion } from '../../diagnostics/index.ts';
import {
  type AuthoredListing,
  type AuthorFile,
  bookSlots,
  bookTokens,
  checkListing,
  checkNames,
  type Figures,
  figuresOf,
  literalsOf,
  prepareAll,
  type Reference,
  type ReferenceEntry,
  readListing,
  readReference,
  referenceTemplate,
  runListing,
} from '../../listing/build/index.ts';
import {
  bookText,
  type ListingSource,
  type ListingView,
  listingView,
  type ReferenceTemplate,
  type Run,
  type TokenLine,
} from '../../listing/index.ts';
import type { Literal } from '../../listing/live/index.ts';
import { noteTemplate } from '../../markdown/index.ts';

// Programs run without waiting.
await prepareAll();

const REFERENCE = 'content/reference';

/** Everything that a page shows of a program and offers to download. */
export interface LoadedListing {
  readonly listing: AuthoredListing;
  readonly view: ListingView;
  /** The entries of the reference that the program uses, by name. */
  readonly entries: ReadonlyMap<string, ReferenceTemplate>;
}

/** What the page fetches to bring a listing to life, as plain JSON. */
export interface ListingData {
  readonly source: ListingSource;
  readonly run: Run;
  readonly lines: readonly TokenLine[];
  /** The numbers of the program, each a control that a reader can turn. */
  readonly literals: readonly Literal[];
  readonly entries: readonly ReferenceTemplate[];
}

/** Returns the data of a listing for the page. */
export function listingData({ view, entries }: LoadedListing): ListingData {
  const { source, run, lines } = view;
  return { source, run, lines, literals: literalsOf(source.text), entries: [...entries.values()] };
}

/** Returns every program of a section, by its file name. */
export function programsOf(section: Section): string[] {
  const folder = join(section.folder, 'listings');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.py')) : [];
}

interface Inputs {
  readonly program: string;
  readonly notes: string;
  readonly reference: Reference;
  readonly figures: string;
}

const known = new Map<string, { readonly inputs: Inputs; readonly loaded: LoadedListing }>();

/** @throws {AuthorError} for a program or notes that are not there, and for whatever is wrong with them */
export function loadListing(section: Section, name: string): LoadedListing {
  const program = authorFile(section, name);
  const notes = authorFile(section, name.replace(/\.py$/, '.notes.md'));
  const figures = figuresFile(section);
  const inputs = {
    program: program.text,
    notes: notes.text,
    reference: currentReference(),
    figures: figures.text,
  };
  const cached = known.get(program.file);
  if (cached !== undefined && isSame(cached.inputs, inputs)) return cached.loaded;
  const loaded = load(program, notes, inputs.reference, currentFigures(figures));
  known.set(program.file, { inputs, loaded });
  return loaded;
}

function isSame(a: Inputs, b: Inputs): boolean {
  return (
    a.program === b.program && a.notes === b.notes && a.reference === b.reference && a.figures === b.figures
  );
}

function load(program: AuthorFile, notes: AuthorFile, reference: Reference, figures: Figures): LoadedListing {
  const listing = readListing(program, notes, noteTemplate);
  const { source } = listing;
  const run = runListing(source.text, bookSlots(source));
  const lines = bookTokens(source.text, new Map(source.hues));
  const view = listingView(source, run, bookText(source, lines));
  checkListing(listing, view, reference);
  checkNames(listing, run, figures);
  return { listing, view, entries: entriesOf(view, reference) };
}

const templates = new WeakMap<object, ReferenceTemplate>();

/** Returns the entries of the reference that a program uses. */
function entriesOf({ panels }: ListingView, reference: Reference): Map<string, ReferenceTemplate> {
  const names = new Set(panels.flatMap((panel) => panel.reference));
  return new Map(
    [...names].flatMap((name) => {
      const entry = reference.get(name);
      return entry === undefined ? [] : [[name, templateOf(entry)] as const];
    }),
  );
}

/** Returns an entry as it is drawn; each is compiled once a build. */
function templateOf(entry: ReferenceEntry): ReferenceTemplate {
  const template = templates.get(entry) ?? referenceTemplate(entry, noteTemplate);
  templates.set(entry, template);
  return template;
}

/** Returns every entry of the reference, also those that no program of the book uses. */
export function wholeReference(): ReferenceTemplate[] {
  return [...currentReference().values()].map(templateOf);
}

let lastReference: { readonly text: string; readonly reference: Reference } | undefined;

/** Returns the reference as its files are now; the same one until they change. */
function currentReference(): Reference {
  const files = globSync(`${REFERENCE}/*.md`).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  const text = JSON.stringify(files);
  if (lastReference?.text !== text) lastReference = { text, reference: readReference(files) };
  return lastReference.reference;
}

let lastFigures: { readonly text: string; readonly figures: Figures } | undefined;

/** Returns the values of a section's figures; the same ones until the file changes. */
function currentFigures(file: AuthorFile): Figures {
  if (lastFigures?.text !== file.text) lastFigures = { text: file.text, figures: figuresOf(file) };
  return lastFigures.figures;
}

function figuresFile(section: Section): AuthorFile {
  const path = join(section.folder, section.figures);
  return { file: section.figures, text: existsSync(path) ? readFileSync(path, 'utf8') : '' };
}

function authorFile(section: Section, name: string): AuthorFile {
  const folder = join(section.folder, 'listings');
  const file = `${section.file.replace(/[^/]*$/, '')}listings/${name}`;
  const path = join(folder, name);
  if (existsSync(path)) return { file, text: readFileSync(path, 'utf8') };
  const isProgram = name.endsWith('.py');
  throw new AuthorError(
    isProgram ? { file: section.file, line: 1, column: 1 } : { file, line: 1, column: 1 },
    isProgram
      ? `No program "${name}" in the listings folder. ${suggestion(name, programsOf(section))}`
      : `No notes beside the program: ${file} is missing.`,
  );
}
