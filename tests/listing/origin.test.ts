/** Where a number comes from, at every depth and in every iteration; and what has been printed when. */
import { describe, expect, it } from 'vitest';
import { chainText } from '../../src/explain/index.ts';
import { consoleAt, type ListingView, type Origin, originOf, stateAt } from '../../src/listing/index.ts';
import { chapterPrograms, chapterView, view } from './program.ts';

const chapter = (name: string) =>
  chapterView(chapterPrograms.find((path) => path.endsWith(`/${name}.py`)) ?? name);

/** The origin of a cell of what a line wrote in one of its iterations. */
function origin(listing: ListingView, line: number, name: string, cell?: number, iteration = 0): Origin {
  const step = listing.stops.filter((stop) => stop.line === line)[iteration]?.step ?? -1;
  const found = originOf(listing, { step, name, ...(cell !== undefined && { cell }) });
  if (found === undefined) throw new Error(`Line ${line} never ran.`);
  return found;
}

/** An origin as indented lines: label, value, place, and the worked sums. */
function told({ label, value, line, work, inputs, cut }: Origin, depth = 0): string[] {
  const sums = work.flatMap(({ worked }) => worked.lines.map(chainText));
  const own = `${'  '.repeat(depth)}${label} = ${value}, line ${line}${cut ? ', told above' : ''}`;
  return [[own, ...sums].join(' | '), ...inputs.flatMap((input) => told(input, depth + 1))];
}

describe('a number', () => {
  it('comes from its statement, its worked sum, and what went in', () => {
    expect(told(origin(chapter('matrix_vector'), 9, 'z', 0))).toEqual([
      'z[0] = 0.16, line 9 | W[0] · x = 0.2 · 0.8 + (−0.5) · 0.3 + 0.1 · 0.5 = 0.16 + (−0.15) + 0.05 = 0.06 | ' +
        'W @ x + b = [0.06 + 0.1, 0.53 + (−0.1)] = [0.16, 0.43]',
      '  W = (2, 3) float64, line 3',
      '  x = (3,) float64, line 6',
      '  b = (2,) float64, line 5',
    ]);
  });

  it('in a later iteration comes from that iteration', () => {
    const listing = chapter('matrix_vector');
    const [first, second] = [0, 1].map((k) => told(origin(listing, 15, 'result', undefined, k))[0]);
    expect(first).toMatch(/^result = 0\.16, line 15 \| /);
    expect(second).toMatch(/^result = 0\.43, line 15 \| /);
  });

  it('that a function of the program returned comes from inside of it, and from what the call gave it', () => {
    const program = 'def double(n):\n    m = n + n\n    return m\n\na = 3\nb = double(a)  #: b\n';
    expect(told(origin(view(program, { b: 'Twice.' }), 6, 'b'))).toEqual([
      'b = 6, line 6',
      '  returned = 6, line 3',
      '    m = 6, line 2 | 3 + 3 = 6',
      '      n = 3, line 6',
      '        a = 3, line 5',
      '  a = 3, line 5, told above',
    ]);
  });

  it('in a cell that a later write left alone comes from before that write', () => {
    const listing = chapter('element_ops');
    expect(origin(listing, 22, 'image', 0).line).toBe(22);
    expect(origin(listing, 22, 'image', 1).line).not.toBe(22);
  });

  it('of a long loop is told up to a length that can be read', () => {
    const program = 'total = 0\nfor i in range(500):\n    total = total + i  #: add\n';
    expect(told(origin(view(program, { add: 'A sum.' }), 3, 'total', undefined, 499)).length).toBeLessThan(
      200,
    );
  });
});

describe('the console', () => {
  it('fills as the steps advance, and a call prints before the statement that prints its result', () => {
    const program = 'def f(n):\n    print("inside")\n    return n\n\nprint(f(1))\nprint("end")\n';
    const listing = view(program, {});
    const printed = listing.stops.map(({ step, line }) => [line, consoleAt(listing, step).printed]);
    expect(printed).toEqual(
      [
        [1, ''],
        [5, ''],
        [2, 'inside\n'],
        [3, 'inside\n1\n'],
        [6, 'inside\n1\nend\n'],
      ].filter(([line]) => listing.panels.some((panel) => panel.line === line)),
    );
    for (const { step } of listing.stops) expect(stateAt(listing, step).step).toBe(step);
  });
});
