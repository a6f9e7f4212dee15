/** The reference: one entry for each function, method, attribute, operator or statement that a listing may use. */
import { AuthorError } from '../../diagnostics/index.ts';
import { type AuthorFile, plainText } from './author-file.ts';

const KINDS = ['module', 'function', 'method', 'attribute', 'operator', 'statement', 'class'] as const;

export interface ReferenceEntry {
  /** As listings find it: `np.dot`, `Tensor.item`, `@`, `[:, j]`. */
  readonly name: string;
  readonly kind: (typeof KINDS)[number];
  readonly signature: string;
  readonly returns: string;
  /** The name of what does the same in the other library. */
  readonly counterpart?: string;
  readonly trap?: string;
  /** Markdown. */
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

export type Reference = ReadonlyMap<string, ReferenceEntry>;

/**
 * Reads the reference's files: a heading `## name`, lines `field: value`, a blank line, the text.
 *
 * @throws {AuthorError} for an entry that stands twice, lacks a field or names a counterpart that is not there
 */
export function readReference(files: readonly AuthorFile[]): Reference {
  const entries = files.flatMap(entriesOf);
  const reference = new Map<string, ReferenceEntry>();
  for (const entry of entries) {
    const first = reference.get(entry.name);
    if (first !== undefined)
      throw problem(entry, `A second entry "${entry.name}"; the first is in ${first.file}:${first.line}.`);
    reference.set(entry.name, entry);
  }
  for (const entry of entries)
    if (entry.counterpart !== undefined && !reference.has(entry.counterpart))
      throw problem(
        entry,
        `The counterpart "${entry.counterpart}" has no entry. Add one, or leave the line out.`,
      );
  return reference;
}

function problem({ file, line }: Pick<ReferenceEntry, 'file' | 'line'>, message: string): AuthorError {
  return new AuthorError({ file, line, column: 1 }, message);
}

function entriesOf({ file, text }: AuthorFile): ReferenceEntry[] {
  const lines = plainText(text).split('\n');
  const starts = lines.flatMap((line, index) => (line.startsWith('## ') ? [index] : []));
  return starts.map((start, k) =>
    entryOf(lines.slice(start, starts[k + 1] ?? lines.length), file, start + 1),
  );
}

function entryOf([heading = '', ...lines]: readonly string[], file: string, line: number): ReferenceEntry {
  const name = heading.slice('## '.length).trim();
  const fields = new Map<string, string>();
  let at = 0;
  for (; at < lines.length; at += 1) {
    const [, field, value] = /^([a-z]+): (.+)$/.exec(lines[at] ?? '') ?? [];
    if (field !== undefined && value !== undefined) fields.set(field, value);
    else if (fields.size > 0) break;
  }
  const required = (field: string): string => {
    const value = fields.get(field);
    if (value !== undefined) return value;
    throw problem(
      { file, line },
      `The entry "${name}" has no ${field}. Expected a line "${field}: …" below it.`,
    );
  };
  const kind = KINDS.find((known) => known === required('kind'));
  if (kind === undefined)
    throw problem(
      { file, line },
      `Unknown kind "${fields.get('kind')}" of "${name}". Known: ${KINDS.join(', ')}.`,
    );
  const text = lines.slice(at).join('\n').trim();
  if (text === '')
    throw problem({ file, line }, `The entry "${name}" says nothing. Expected a text below its fields.`);
  const counterpart = fields.get('counterpart');
  const trap = fields.get('trap');
  return {
    name,
    kind,
    signature: required('signature'),
    returns: required('returns'),
    ...(counterpart !== undefined && { counterpart }),
    ...(trap !== undefined && { trap }),
    text,
    file,
    line,
  };
}
