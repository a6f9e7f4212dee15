/** The book's Python agrees with real Python on the chapter's programs, expression by expression. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  prepareAll,
  slotsByLine,
  type Trace,
  traceProgram,
  withoutMarkers,
} from '../../src/listing/index.ts';
import { raised } from '../../src/slots/index.ts';

await prepareAll();

const programs = globSync('content/*/*/listings/*.py').map((path) => ({ path, name: basename(path, '.py') }));

function recorded(name: string): Trace {
  return JSON.parse(readFileSync(`tests/goldens/listings/${name}.json`, 'utf8')) as Trace;
}

function traced(path: string): Trace {
  const program = { file: path, text: readFileSync(path, 'utf8') };
  const file = path.replace(/\.py$/, '.notes.md');
  const notes = { file, text: readFileSync(file, 'utf8') };
  return traceProgram(withoutMarkers(program.text), slotsByLine(program, notes), path);
}

function inOrder<T>(all: readonly T[]): T[] {
  return all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function valuesOf({ steps, expressions }: Trace) {
  return steps.map(({ line, values = [] }) =>
    values.map(([number, value]) => [line, expressions[number]?.text, expressions[number]?.from, value]),
  );
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
    expect(mine.steps.map(({ changed }) => changed)).toEqual(real.steps.map(({ changed }) => changed));
  });

  it('fills every slot of the notes as Python does', () => {
    const texts = ({ slots }: Trace) =>
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
