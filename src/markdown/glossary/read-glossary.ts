/**
 * The glossary: `content/glossary.md`. A term is a heading `## name`, lines `field: value`, a blank line, and its meaning. All
 * fields may be left out: `also` lists other forms between commas, `symbol` is a formula, `hue` and `letters` say by which
 * coloured letters formulas and programs show it, `code` names it in programs.
 */
import GithubSlugger from 'github-slugger';
import { AuthorError, suggestion } from '../../diagnostics/index.ts';

export interface Term {
  readonly name: string;
  /** Of its place on the page of terms. */
  readonly id: string;
  /** The name and its other forms, in lower case. */
  readonly forms: readonly string[];
  /** Markdown with a formula; empty where there is none. */
  readonly symbol: string;
  readonly hue: string;
  readonly letters: readonly string[];
  readonly code: readonly string[];
  /** Markdown. */
  readonly meaning: string;
  /** The line of its heading, and of its meaning, from 1. */
  readonly line: number;
  readonly meaningLine: number;
}

const FIELDS = ['also', 'symbol', 'hue', 'letters', 'code'] as const;
type Fields = Partial<Record<(typeof FIELDS)[number], string>>;

/** Reads a glossary. @throws {AuthorError} for a form that stands twice, an unknown field, a term without a meaning */
export function readGlossary(text: string, file: string): Term[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const starts = lines.flatMap((line, index) => (line.startsWith('## ') ? [index] : []));
  const terms = starts.map((start, k) => termOf(lines, start, starts[k + 1] ?? lines.length, file));
  const first = new Map<string, Term>();
  for (const term of terms)
    for (const form of term.forms) {
      const earlier = first.get(form);
      if (earlier !== undefined)
        throw new AuthorError(
          { file, line: term.line, column: 1 },
          `"${form}" stands under "${earlier.name}" too, in line ${earlier.line}. Keep one.`,
        );
      first.set(form, term);
    }
  return terms;
}

function termOf(lines: readonly string[], start: number, end: number, file: string): Term {
  const name = (lines[start] ?? '').slice('## '.length).trim();
  const fields: Fields = {};
  let at = start + 1;
  for (; at < end; at += 1) {
    const [, field, value] = /^([a-z]+): (.+)$/.exec(lines[at] ?? '') ?? [];
    if (field === undefined || value === undefined) {
      if (lines[at]?.trim() === '' && Object.keys(fields).length === 0) continue;
      break;
    }
    const known = FIELDS.find((each) => each === field);
    if (known === undefined)
      throw new AuthorError(
        { file, line: at + 1, column: 1 },
        `Unknown field "${field}" of "${name}". ${suggestion(field, FIELDS)}`,
      );
    fields[known] = value.trim();
  }
  const meaning = lines.slice(at, end).join('\n').trim();
  if (meaning === '')
    throw new AuthorError(
      { file, line: start + 1, column: 1 },
      `The term "${name}" has no meaning. Expected a text below its fields.`,
    );
  while (lines[at]?.trim() === '') at += 1;
  return {
    name,
    id: new GithubSlugger().slug(name),
    forms: [name, ...listOf(fields.also)].map((form) => form.toLowerCase()),
    symbol: fields.symbol ?? '',
    hue: fields.hue ?? '',
    letters: listOf(fields.letters),
    code: listOf(fields.code),
    meaning,
    line: start + 1,
    meaningLine: at + 1,
  };
}

function listOf(text = ''): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
}
