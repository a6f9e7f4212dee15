/** A listing as a Jupyter notebook, format 4.5: notes between the code, outputs as they were printed. */
import { notePieces } from '../source/note-slots.ts';
import type { AuthoredListing } from '../source/read-listing.ts';
import { stateAt } from '../view/at-step.ts';
import type { ListingView, Panel } from '../view/listing-view.ts';
import { filledMarkdown } from './notebook-text.ts';

interface MarkdownCell {
  readonly cell_type: 'markdown';
  readonly id: string;
  readonly metadata: Record<string, never>;
  readonly source: readonly string[];
}

interface CodeCell {
  readonly cell_type: 'code';
  readonly id: string;
  readonly metadata: Record<string, never>;
  readonly execution_count: number;
  readonly source: readonly string[];
  readonly outputs: readonly {
    readonly output_type: 'stream';
    readonly name: 'stdout';
    readonly text: readonly string[];
  }[];
}

export interface Notebook {
  readonly nbformat: 4;
  readonly nbformat_minor: 5;
  readonly metadata: {
    readonly kernelspec: { readonly name: string; readonly display_name: string; readonly language: string };
    readonly language_info: { readonly name: string; readonly file_extension: string };
  };
  readonly cells: readonly (MarkdownCell | CodeCell)[];
}

/**
 * Returns the notebook of a listing.
 *
 * @param plainMarkdown writes a note's Markdown without the book's own commands, which a notebook does not know
 */
export function notebookOf(
  listing: AuthoredListing,
  view: ListingView,
  plainMarkdown: (markdown: string) => string,
): Notebook {
  const cells: (MarkdownCell | CodeCell)[] = [markdownCell('title', `# ${view.source.title}`)];
  const texts = notesMarkdown(listing, view);
  for (const [index, block] of blocksOf(view).entries()) {
    const panels = view.panels.filter(({ line }) => block.from <= line && line <= block.to);
    const notes = panels.flatMap(({ line }) => {
      const note = texts.get(line);
      return note ? `**${note.title}.** ${plainMarkdown(note.body)}` : [];
    });
    if (notes.length > 0) cells.push(markdownCell(`notes-${index}`, notes.join('\n\n')));
    cells.push(codeCell(index, block.code, printed(panels, view)));
  }
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' },
      language_info: { name: 'python', file_extension: '.py' },
    },
    cells,
  };
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly code: string;
}

/** Returns the program's paragraphs: what blank lines separate, as long as the next does not go on indented. */
function blocksOf({ text }: ListingView): Block[] {
  const blocks: Block[] = [];
  const lines = text.split('\n');
  let from = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    const ends = at === lines.length || ((lines[at] ?? '').trim() === '' && /^\S/.test(lines[at + 1] ?? ' '));
    if (!ends) continue;
    const code = lines.slice(from, at).join('\n').trim();
    if (code !== '') blocks.push({ from: from + 1, to: at, code });
    from = at + 1;
  }
  return blocks;
}

/** Returns the Markdown of each note, by its line, its slots filled. */
export function notesMarkdown({ source, notes }: AuthoredListing, { run }: ListingView) {
  const results = new Map(run.kind === 'ran' ? run.trace.slots : []);
  return new Map(
    source.notes.flatMap(({ marker, line }) => {
      const note = notes.notes.find((one) => one.marker === marker);
      if (note === undefined) return [];
      const values = new Map(results.get(line));
      const title = filledMarkdown(notePieces({ text: note.title, line: note.line }, notes.file), values);
      const body = filledMarkdown(notePieces({ text: note.body, line: note.bodyLine }, notes.file), values);
      return [[line, { title, body }] as const];
    }),
  );
}

function printed(panels: readonly Panel[], view: ListingView): string {
  const steps = panels.flatMap((panel) => panel.steps).toSorted((a, b) => a - b);
  return steps.map((step) => stateAt(view, step).prints).join('');
}

function markdownCell(id: string, text: string): MarkdownCell {
  return { cell_type: 'markdown', id, metadata: {}, source: asLines(text) };
}

function codeCell(index: number, code: string, output: string): CodeCell {
  const outputs =
    output === '' ? [] : ([{ output_type: 'stream', name: 'stdout', text: asLines(output) }] as const);
  return {
    cell_type: 'code',
    id: `code-${index}`,
    metadata: {},
    execution_count: index + 1,
    source: asLines(code),
    outputs,
  };
}

/** The format keeps text as lines that end in a line feed. */
function asLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
