/** Program, notes, reference and trace become what a reader sees of one listing. */
import { AuthorError, type Place, suggestion } from '../diagnostics/index.ts';
import { type Answers, fillNote } from './fill-note.ts';
import { readMarkers, withoutMarkers } from './markers.ts';
import { notePieces } from './note-slots.ts';
import { type Note, type Notes, readNotes } from './notes-file.ts';
import type { Reference, ReferenceEntry } from './reference.ts';
import { referenceNames } from './reference-names.ts';
import { type Scene, scenesOf } from './scene.ts';
import { type State, stateOf } from './states.ts';
import type { Trace } from './trace.ts';
import { type ValueView, valueView } from './value-view.ts';

/** A line of the program that has a note, or at least does something. */
export interface Panel {
  /** The first and the last line of the statement. */
  readonly line: number;
  readonly end: number;
  /** What the author wrote: its marker, its title, and Markdown without slots. */
  readonly note?: {
    readonly marker: string;
    readonly title: string;
    readonly text: string;
    /** Where the text was written. */
    readonly place: Place;
  };
  readonly reference: readonly ReferenceEntry[];
  /** One for each time the line ran. */
  readonly states: readonly State[];
}

/** One execution of a statement, for stepping through. */
export interface StepView {
  readonly line: number;
  readonly prints: string;
  /** Variables that are new or differ. */
  readonly writes: readonly ValueView[];
}

export type Library = 'NumPy' | 'PyTorch';

export interface ListingView {
  readonly file: string;
  readonly title: string;
  readonly library: Library;
  /** The program without its markers. */
  readonly source: string;
  readonly hues: Notes['hues'];
  /** In the order of the lines. */
  readonly panels: readonly Panel[];
  readonly steps: readonly StepView[];
  readonly stdout: string;
  readonly raises?: { readonly type: string; readonly message: string; readonly line: number };
}

/** A file of an author: its name in messages, and its text. */
export interface AuthorFile {
  readonly file: string;
  readonly text: string;
}

/** The slots of each noted line, which whoever runs the program has to evaluate after that line. */
export function slotsByLine(program: AuthorFile, notes: AuthorFile) {
  const read = readNotes(notes.text, notes.file);
  const lines = tie(program, read);
  const wanted = read.notes.map((note) => {
    const slots = notePieces(note, notes.file).flatMap((piece) => (piece.kind === 'slot' ? piece.slot : []));
    return [lines.get(note) ?? 0, slots] as const;
  });
  return new Map(wanted.filter(([, slots]) => slots.length > 0));
}

/**
 * Everything a reader sees of a program; the same from plain data in the build, in a test and in a browser.
 *
 * @param program with its markers
 * @param trace what happened when the program without its markers ran
 * @throws {AuthorError} for whatever does not fit together: file, line and mend
 */
export function listingView(
  program: AuthorFile,
  notes: AuthorFile,
  reference: Reference,
  trace: Trace,
): ListingView {
  const read = readNotes(notes.text, notes.file);
  const lines = tie(program, read);
  const source = withoutMarkers(program.text);
  checkEnd(program, read, trace);
  const scenes = scenesOf(trace, read);
  const noteAt = new Map([...lines].map(([note, line]) => [line, note]));
  const ran = scenes.map(({ step }) => step.line);
  const panels = [...new Set([...noteAt.keys(), ...ran])]
    .toSorted((a, b) => a - b)
    .map((line) => panelOf(line, noteAt.get(line), { scenes, trace, reference, program, notes: read }));
  return {
    file: program.file.split('/').at(-1) ?? program.file,
    title: read.title,
    library: /^\s*(?:import|from)\s+torch\b/m.test(source) ? 'PyTorch' : 'NumPy',
    source,
    hues: read.hues,
    panels: panels.filter(({ note, states }) => note !== undefined || states.some(saysSomething)),
    steps: scenes.map((scene) => stepView(scene, read)),
    stdout: trace.stdout,
    ...(trace.exception !== null && { raises: trace.exception }),
  };
}

function saysSomething({ reads, writes, prints }: State): boolean {
  return reads.length + writes.length > 0 || prints !== '';
}

function stepView({ step }: Scene, { hues }: Notes): StepView {
  const shown = step.changed.filter(({ type }) => !['module', 'function', 'type', 'Linear'].includes(type));
  return {
    line: step.line,
    prints: step.out ?? '',
    writes: shown.map((variable) => valueView(variable.name, variable, { hue: hues[variable.name] })),
  };
}

/** The line of each note. @throws {AuthorError} for a marker without a note, and for a note without a marker */
function tie(program: AuthorFile, notes: Notes): ReadonlyMap<Note, number> {
  const markers = readMarkers(program.text, program.file);
  const names = notes.notes.map(({ marker }) => marker);
  const lines = new Map<Note, number>();
  for (const [index, note] of notes.notes.entries()) {
    const line = markers.get(note.marker);
    const place = { file: notes.file, line: note.line, column: 1 };
    if (names.indexOf(note.marker) !== index)
      throw new AuthorError(place, `A second note "${note.marker}". Keep one.`);
    if (line === undefined)
      throw new AuthorError(
        place,
        `No line of ${program.file} is marked "#: ${note.marker}". ${suggestion(note.marker, [...markers.keys()])}`,
      );
    lines.set(note, line);
  }
  for (const [marker, line] of markers)
    if (!names.includes(marker))
      throw new AuthorError(
        { file: program.file, line, column: 1 },
        `The marker "${marker}" has no note in ${notes.file}. ${suggestion(marker, names)}`,
      );
  return lines;
}

/** A program that raises must have been announced to, with the type of its exception. */
function checkEnd(program: AuthorFile, notes: Notes, { exception }: Trace): void {
  if (exception === null && notes.raises !== undefined)
    throw new AuthorError(
      { file: notes.file, line: 1, column: 1 },
      `${program.file} is announced to raise ${notes.raises}, and raises nothing. Remove the field "raises".`,
    );
  if (exception === null || exception.type === notes.raises) return;
  throw new AuthorError(
    { file: program.file, line: exception.line, column: 1 },
    `Raises ${exception.type}: ${exception.message}. Mend the program, or announce it with "raises: ${exception.type}" in ${notes.file}.`,
  );
}

interface Parts {
  readonly scenes: readonly Scene[];
  readonly trace: Trace;
  readonly reference: Reference;
  readonly program: AuthorFile;
  readonly notes: Notes;
}

function panelOf(line: number, note: Note | undefined, parts: Parts): Panel {
  const { scenes, trace, notes, program } = parts;
  const own = scenes.filter(({ step }) => step.line === line);
  const states = own.filter(({ step }) => !step.exit).map(stateOf);
  const answers: Answers = trace.slots[line] ?? {};
  const names = [...new Set(own.flatMap(referenceNames))];
  return {
    line,
    end: trace.statements.find((statement) => statement.line === line)?.end ?? line,
    reference: names.map((name) => entryOf(name, line, parts.reference, program)),
    states,
    ...(note !== undefined && {
      note: {
        marker: note.marker,
        title: note.title,
        text: fillNote(notePieces(note, notes.file), answers, notes.file),
        place: { file: notes.file, line: note.bodyLine, column: 1 },
      },
    }),
  };
}

function entryOf(name: string, line: number, reference: Reference, { file }: AuthorFile): ReferenceEntry {
  const entry = reference.get(name);
  if (entry !== undefined) return entry;
  throw new AuthorError(
    { file, line, column: 1 },
    `"${name}" is not in the reference. Add an entry "## ${name}" to a file in content/reference. ${near(name, reference)}`,
  );
}

function near(name: string, reference: Reference): string {
  return suggestion(name, [...reference.keys()]).replace(/ ?(?:Known|There are none).*$/, '');
}
