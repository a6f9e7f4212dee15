/** The book's Python agrees with real Python on the chapter's programs, expression by expression. */
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bookSlots, prepareAll, readListing, runListing } from '../../src/listing/build/index.ts';
import type { Ran, Trace } from '../../src/listing/index.ts';
import { noteTemplate } from '../../src/markdown/index.ts';
import type { Snapshot } from '../../src/python/index.ts';
import { raised, type SlotResult } from '../../src/slots/index.ts';
import { recordingAt } from '../goldens/book/read-recording.ts';
import { chapterFiles } from './program.ts';

await prepareAll();

/** A run in the form of the recordings. */
interface Recorded extends Omit<Trace, 'slots'> {
  readonly source: string;
  readonly exception: Ran['exception'];
  readonly slots: Readonly<Record<string, Readonly<Record<string, SlotResult>>>>;
}

const programs = globSync('content/*/*/listings/*.py').map((path) => ({ path, name: basename(path, '.py') }));

function recorded(name: string): Recorded {
  return JSON.parse(recordingAt(`tests/goldens/listings/${name}.json`)) as Recorded;
}

function traced(path: string): Recorded {
  const { source } = readListing(...chapterFiles(path), noteTemplate);
  const run = runListing(source.text, bookSlots(source));
  if (run.kind !== 'ran') throw new Error(run.message);
  const { trace, exception } = run;
  const slots = trace.slots.map(([line, results]) => [line, Object.fromEntries(results)]);
  return { ...trace, source: source.text, exception, slots: Object.fromEntries(slots) };
}

function inOrder<T>(all: readonly T[]): T[] {
  return all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function valuesOf({ steps, expressions }: Recorded) {
  return steps.map(({ line, values = [] }) =>
    values.map(([number, value]) => [
      line,
      expressions[number]?.text,
      expressions[number]?.from,
      withoutMemory(value),
    ]),
  );
}

/** A value as the recordings have it: they do not tell which memory it looks into. */
function withoutMemory<Value extends Snapshot>({ memory: _memory, offset: _offset, ...value }: Value) {
  return value;
}

describe.each(programs)('the trace of $name', ({ path, name }) => {
  const [mine, real] = [traced(path), recorded(name)];

  it('is of the program that was recorded, and prints and ends as it did', () => {
    expect(mine.source).toBe(real.source);
    expect(mine.stdout).toBe(real.stdout);
    expect(mine.exception).toEqual(real.exception);
  });

  it('has the same statements, expressions and steps', () => {
    const text = ({
      kind,
      text,
      from,
      to,
      operator,
      name: named,
      function: called,
      method,
      keywords,
      specs,
    }: Trace['expressions'][number]) => ({
      kind,
      text,
      from,
      to,
      operator,
      named,
      called,
      method,
      keywords,
      specs,
    });
    expect(mine.statements).toEqual(real.statements);
    expect(inOrder(mine.expressions.map(text))).toEqual(inOrder(real.expressions.map(text)));
    expect(mine.steps.map(({ line, func, depth, out }) => ({ line, func, depth, out }))).toEqual(
      real.steps.map(({ line, func, depth, out }) => ({ line, func, depth, out })),
    );
  });

  it('gives every expression the value it had, and every variable', () => {
    expect(valuesOf(mine)).toEqual(valuesOf(real));
    expect(mine.steps.map(({ changed }) => changed.map(withoutMemory))).toEqual(
      real.steps.map(({ changed }) => changed),
    );
  });

  it('fills every slot of the notes as Python does', () => {
    const texts = ({ slots }: Recorded) =>
      Object.entries(slots).flatMap(([line, all]) =>
        Object.entries(all).map(([slot, result]) => [
          line,
          slot,
          raised(result) ? result.error.message : result.text,
        ]),
      );
    expect(texts(mine)).toEqual(texts(real));
  });
});
