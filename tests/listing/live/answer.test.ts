/** What the worker makes of a changed text is what the build would make of the changed file. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bookSlots,
  bookTokens,
  type NoteCompiler,
  prepareAll,
  readListing,
  runListing,
} from '../../../src/listing/build/index.ts';
import {
  bookText,
  type ListingSource,
  type ListingView,
  listingView,
  stateAt,
} from '../../../src/listing/index.ts';
import { answerTo } from '../../../src/listing/live/answer.ts';
import { turned, withNumber } from '../../../src/listing/live/index.ts';
import { literalsOf } from '../../../src/listing/live/text/index.ts';
import { noteTemplate } from '../../../src/markdown/index.ts';
import { filledText, type TemplateNode } from '../../../src/slots/index.ts';
import { chapterFiles, chapterPrograms } from '../program.ts';

await prepareAll();

/** The notes do not change with the program, and typesetting them takes most of a build. */
const templates = new Map<string, TemplateNode[]>();
const compile: NoteCompiler = (pieces, place) => {
  const key = JSON.stringify(pieces);
  const template = templates.get(key) ?? noteTemplate(pieces, place);
  templates.set(key, template);
  return template;
};
const read = (path: string) => readListing(...chapterFiles(path), compile).source;

/** What a reader sees of a view: code, notes, states, prints. */
function seen(view: ListingView) {
  return {
    lines: view.lines,
    stdout: view.stdout,
    panels: view.panels.map(({ line, end, note, reference, steps }) => ({
      line,
      end,
      reference,
      note: note && [note.status, filledText(note.title), filledText(note.body), note.failed],
      states: steps.slice(0, 50).map((step) => stateAt(view, step)),
    })),
    gone: view.gone.map(({ marker }) => marker),
  };
}

function answered(source: ListingSource, text: string): ListingView {
  const { run, lines, notes } = answerTo({ source, text }, 1000);
  return listingView(source, run, { text, lines, notes: new Map(notes) });
}

function built(path: string, text: string): ListingView {
  const [program, notes] = chapterFiles(path);
  const marked = program.text.split('\n');
  const shown = read(path).text.split('\n');
  // The markers of the file, at the ends of the changed lines.
  const file = text.split('\n').map((line, k) => line + (marked[k] ?? '').slice((shown[k] ?? '').length));
  const { source } = readListing({ ...program, text: file.join('\n') }, notes, compile);
  const run = runListing(source.text, bookSlots(source));
  return listingView(source, run, bookText(source, bookTokens(source.text, new Map(source.hues))));
}

describe.each(chapterPrograms)('%s with each of its numbers turned', (path) => {
  const source = read(path);
  const literals = literalsOf(source.text);

  it('is seen as the build would show the changed file', () => {
    expect(literals.length).toBeGreaterThan(3);
    for (const literal of literals) {
      const text = withNumber(source.text, literal, turned(literal, 1));
      expect(seen(answered(source, text))).toEqual(seen(built(path, text)));
    }
  }, 30_000);
});

/** Edits as a reader makes them: delete, duplicate or swap lines, change a word or a number. */
const edit = fc.record({
  kind: fc.constantFrom('delete', 'duplicate', 'swap', 'token'),
  at: fc.nat(40),
  other: fc.nat(40),
  token: fc.constantFrom(
    'x',
    'W',
    '0',
    '1.5',
    '-1',
    '(',
    ')',
    'T',
    'print',
    '""',
    '@',
    '+',
    'None',
    ':',
    ' ',
  ),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(text: string, { kind, at, other, token }: Edit): string {
  const lines = text.split('\n');
  const [k, j] = [at % lines.length, other % lines.length];
  const line = lines[k] ?? '';
  if (kind === 'delete') return lines.toSpliced(k, 1).join('\n');
  if (kind === 'duplicate') return lines.toSpliced(k, 0, line).join('\n');
  if (kind === 'swap')
    return lines
      .with(k, lines[j] ?? '')
      .with(j, line)
      .join('\n');
  const tokens = line.match(/\w+|[^\s\w]|\s+/g) ?? [''];
  return lines.with(k, tokens.with(other % tokens.length, token).join('')).join('\n');
}

describe('random edits', () => {
  const sources = chapterPrograms.map(read);

  it('each have an answer of the text that was asked about, as plain data', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        (source, edits) => {
          let text = source.text;
          for (const one of edits) text = edited(text, one);
          const answer = answerTo({ source, text, strict: edits.length % 2 === 0 }, 300);
          expect(answer.text).toBe(text);
          expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
          seen(listingView(source, answer.run, { text, lines: answer.lines, notes: new Map(answer.notes) }));
          for (const { edit: change } of answer.explanation?.repairs ?? [])
            expect(change.from).toBeLessThanOrEqual(change.to);
        },
      ),
      { numRuns: 300, seed: 29 },
    );
  }, 120_000);
});
