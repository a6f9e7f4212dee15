/** Compiles a program with its notes. */
import { AuthorError, type Place, suggestion } from '../../diagnostics/index.ts';
import { type Slot, slotKey, type TemplateNode } from '../../slots/index.ts';
import { type AuthorFile, plainText } from './author-file.ts';
import type { Library, ListingSource, NoteTemplate } from './listing-source.ts';
import { type Markers, readMarkers, withoutMarkers } from './markers.ts';
import { type NotePiece, notePieces } from './note-slots.ts';
import { type Note, type Notes, readNotes } from './notes-file.ts';
import type { AuthoredPrediction } from './prediction-block.ts';
import type { PredictionSource } from './prediction-source.ts';

/** A program and its notes, compiled, with what only the build needs of them. */
export interface AuthoredListing {
  readonly source: ListingSource;
  readonly program: AuthorFile;
  readonly notes: Notes;
  readonly markers: Markers;
}

/**
 * Parses Markdown with formulas, given in pieces, into a template with a hole for each slot. `place` is where the first
 * piece was written. It throws an `AuthorError` for what a note may not hold.
 */
export type NoteCompiler = (pieces: readonly NotePiece[], place: Place) => TemplateNode[];

/**
 * Reads and compiles a program and the notes beside it.
 *
 * @param program with its markers
 * @throws {AuthorError} for a marker without a note, a note without a marker, and whatever cannot be read in either file
 */
export function readListing(
  program: AuthorFile,
  notesFile: AuthorFile,
  compile: NoteCompiler,
): AuthoredListing {
  const notes = readNotes(notesFile.text, notesFile.file);
  const file = program.file.split('/').at(-1) ?? program.file;
  if (notes.program !== file)
    throw new AuthorError(
      { file: notes.file, line: 2, column: 1 },
      `Wrong field "program": found "${notes.program}". These are the notes of ${file}.`,
    );
  const markers = readMarkers(program);
  const lines = linesOfNotes(program, notes, markers);
  const text = plainText(withoutMarkers(program.text));
  const source: ListingSource = {
    file,
    title: notes.title,
    library: libraryOf(text),
    text,
    axes: [...notes.axes],
    hues: [...notes.hues],
    notes: [...lines]
      .toSorted(([, a], [, b]) => a - b)
      .map(([note, line]) => template(note, line, notes, compile)),
    twins: [...notes.twins],
  };
  return { source, program, notes, markers };
}

function libraryOf(text: string): Library {
  return /^\s*(?:import|from)\s+torch\b/m.test(text) ? 'PyTorch' : 'NumPy';
}

function template(note: Note, line: number, { file }: Notes, compile: NoteCompiler): NoteTemplate {
  const title = notePieces({ text: note.title, line: note.line }, file);
  const body = notePieces({ text: note.body, line: note.bodyLine }, file);
  const slots = new Map<string, Slot>();
  for (const piece of [...title, ...body])
    if (piece.kind === 'slot') slots.set(slotKey(piece.slot), piece.slot);
  return {
    marker: note.marker,
    line,
    title: withoutParagraph(compile(title, { file, line: note.line, column: 1 })),
    body: compile(body, { file, line: note.bodyLine, column: 1 }),
    slots: [...slots.values()],
    ...(note.prediction && { prediction: predictionSource(note.prediction) }),
  };
}

function predictionSource({ isDefault, wrong }: AuthoredPrediction): PredictionSource {
  return { isDefault, wrong: wrong.map(({ belief, marker, code }) => ({ belief, marker, code })) };
}

/** Returns the nodes of a text of one paragraph, without the paragraph around them. */
export function withoutParagraph(nodes: readonly TemplateNode[]): readonly TemplateNode[] {
  const blocks = nodes.filter((node) => typeof node !== 'string' || node.trim() !== '');
  const [only, ...more] = blocks;
  const isParagraph = typeof only === 'object' && 'tag' in only && only.tag === 'p' && more.length === 0;
  return isParagraph ? (only.children ?? []) : nodes;
}

/** Returns the line of each note. @throws {AuthorError} for a marker without a note, and for a note without a marker */
function linesOfNotes({ file }: AuthorFile, { notes, file: notesFile }: Notes, markers: Markers) {
  const names = notes.map(({ marker }) => marker);
  const lines = new Map<Note, number>();
  for (const [index, note] of notes.entries()) {
    const line = markers.lines.get(note.marker);
    const place = { file: notesFile, line: note.line, column: 1 };
    if (names.indexOf(note.marker) !== index)
      throw new AuthorError(place, `A second note "${note.marker}". Keep one.`);
    if (line === undefined)
      throw new AuthorError(
        place,
        `No line of ${file} is marked "#: ${note.marker}". ${suggestion(note.marker, [...markers.lines.keys()])}`,
      );
    lines.set(note, line);
  }
  for (const [marker, line] of markers.lines)
    if (!names.includes(marker))
      throw new AuthorError(
        { file, line, column: 1 },
        `The marker "${marker}" has no note in ${notesFile}. ${suggestion(marker, names)}`,
      );
  return lines;
}
