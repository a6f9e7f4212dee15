/** A listing as a Jupyter notebook, format 4.5: notes between the code, outputs as they were printed. */
import type { ListingView, Panel } from './listing-view.ts';

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
 * @param plainMarkdown writes a note's Markdown without the book's own commands, which a notebook does not know
 */
export function notebookOf(view: ListingView, plainMarkdown: (markdown: string) => string): Notebook {
  const cells: (MarkdownCell | CodeCell)[] = [markdownCell('title', `# ${view.title}`)];
  for (const [index, block] of blocksOf(view).entries()) {
    const panels = view.panels.filter(({ line }) => block.from <= line && line <= block.to);
    const notes = panels.flatMap(({ note }) =>
      note ? `**${note.title}.** ${plainMarkdown(note.text)}` : [],
    );
    if (notes.length > 0) cells.push(markdownCell(`notes-${index}`, notes.join('\n\n')));
    cells.push(codeCell(index, block.code, printed(panels)));
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

/** The program's paragraphs: what blank lines separate, as long as the next does not go on indented. */
function blocksOf({ source }: ListingView): Block[] {
  const blocks: Block[] = [];
  const lines = source.split('\n');
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

function printed(panels: readonly Panel[]): string {
  const states = panels.flatMap((panel) => panel.states).toSorted((a, b) => a.step - b.step);
  return states.map(({ prints }) => prints).join('');
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
