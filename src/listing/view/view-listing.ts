/** A source and a run become what a reader sees. Nothing here throws, whatever the program was. */
import { claimsIn, failedSlots, fillTemplate, holds, type SlotResult } from '../../slots/index.ts';
import type { TokenLine } from '../highlight/token.ts';
import type { Run, Trace } from '../run/run.ts';
import type { ListingSource, NoteTemplate } from '../source/listing-source.ts';
import { printedAfter } from './console.ts';
import type { ListingText, ListingView, NoteView, Panel, Stop } from './listing-view.ts';
import { referenceNames } from './reference-names.ts';
import { hasState, saysSomething, stateOf } from './states.ts';
import { ProgramContext } from './step-context.ts';

/** Returns the text of the book's own program, with its notes where the author put them. */
export function bookText({ text, notes }: ListingSource, lines: readonly TokenLine[]): ListingText {
  return { text, lines, notes: new Map(notes.map(({ marker, line }) => [marker, line])) };
}

/** Returns the view of a run: every line, panel, variable and note that a reader sees. */
export function listingView(
  source: ListingSource,
  run: Run,
  { text, lines, notes }: ListingText,
): ListingView {
  const trace = run.kind === 'ran' ? run.trace : EMPTY_TRACE;
  const program = new ProgramContext(trace, source, text);
  const panels = panelsOf(source, notes, program);
  const shownLines = new Set(panels.map(({ line }) => line));
  return {
    source,
    run,
    file: source.file,
    library: source.library,
    text,
    lines,
    panels,
    gone: source.notes
      .filter(({ marker }) => !notes.has(marker))
      .map((note) => noteView(note, 'gone', NO_RESULTS)),
    stops: stopsOf(trace, shownLines),
    stdout: run.kind === 'ran' ? trace.stdout : run.stdout,
    program,
  };
}

const EMPTY_TRACE: Trace = { stdout: '', statements: [], expressions: [], steps: [], slots: [] };

type Results = ReadonlyMap<string, SlotResult>;
const NO_RESULTS: Results = new Map();

function panelsOf({ notes }: ListingSource, lineOf: ListingText['notes'], program: ProgramContext): Panel[] {
  const { trace } = program;
  const noteAt = new Map<number, NoteTemplate>();
  for (const note of notes) {
    const line = lineOf.get(note.marker);
    if (line !== undefined) noteAt.set(line, note);
  }
  const ran = linesThatRan(program);
  const results = new Map(trace.slots.map(([line, values]) => [line, new Map(values)]));
  return [...new Set([...noteAt.keys(), ...ran.keys()])]
    .toSorted((a, b) => a - b)
    .flatMap((line) => {
      const note = noteAt.get(line);
      const { steps, names } = ran.get(line) ?? NEVER_RAN;
      if (note === undefined && !steps.some((step) => doesSomething(step, program))) return [];
      const status = steps.length > 0 ? 'ran' : 'never-ran';
      return {
        line,
        end: program.statements.get(line)?.end ?? line,
        reference: [...names],
        steps,
        ...(note && { note: noteView(note, status, results.get(line) ?? NO_RESULTS) }),
      };
    });
}

interface LineRuns {
  /** Without the second visits to `with` lines. */
  readonly steps: readonly number[];
  readonly names: ReadonlySet<string>;
}

const NEVER_RAN: LineRuns = { steps: [], names: new Set() };

function linesThatRan(program: ProgramContext): Map<number, LineRuns> {
  const lines = new Map<number, { steps: number[]; names: Set<string> }>();
  for (const [index, { line, exit }] of program.trace.steps.entries()) {
    const runs = lines.get(line) ?? { steps: [], names: new Set() };
    lines.set(line, runs);
    if (exit) continue;
    runs.steps.push(index);
    const context = program.at(index);
    for (const name of context === undefined ? [] : referenceNames(context)) runs.names.add(name);
  }
  return lines;
}

function doesSomething(step: number, program: ProgramContext): boolean {
  const context = program.at(step);
  return context !== undefined && hasState(context) && saysSomething(stateOf(context));
}

function noteView(note: NoteTemplate, status: NoteView['status'], results: Results): NoteView {
  const title = fillTemplate(note.title, results);
  const body = fillTemplate(note.body, results);
  const claims = claimsIn([...note.title, ...note.body]);
  const broken = claims.filter((claim) => !holds(results.get(claim)));
  return { marker: note.marker, title, body, status, broken, failed: failedSlots([...title, ...body]) };
}

function stopsOf({ steps }: Trace, shownLines: ReadonlySet<number>): Stop[] {
  const printed = printedAfter(steps);
  return steps.flatMap(({ line, exit }, step) =>
    exit || !shownLines.has(line) ? [] : { step, line, printed: printed[step] ?? 0 },
  );
}
