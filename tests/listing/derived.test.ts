/** Everything beside a line follows from the program: change a literal, and what depends on it changes, nothing else. */
import { describe, expect, it } from 'vitest';
import { chainText } from '../../src/explain/index.ts';
import type { ListingView, Panel } from '../../src/listing/index.ts';
import { chapterPrograms, chapterView, noteText, statesOf, view } from './program.ts';

const chapter = (name: string) => chapterPrograms.find((path) => path.endsWith(`/${name}.py`)) ?? name;

/** What a reader sees of a line that can change with the numbers. */
function seen(listing: ListingView, panel: Panel) {
  return {
    text: noteText(panel),
    states: statesOf(listing, panel).map(({ reads, work, writes, prints }) => ({
      reads,
      writes,
      prints,
      work: work.map(({ text, worked }) => [text.replaceAll(/[-\d.]+/g, '#'), worked.lines.map(chainText)]),
    })),
  };
}

function changedLines(one: ListingView, other: ListingView): number[] {
  return one.panels
    .filter(
      (panel, k) =>
        JSON.stringify(seen(one, panel)) !== JSON.stringify(seen(other, other.panels[k] ?? panel)),
    )
    .map(({ line }) => line);
}

const DEPENDENTS: readonly [program: string, from: string, to: string, lines: readonly number[]][] = [
  // The bias of neuron 1: the whole layer, its print, and the second turn of the loop.
  ['matrix_vector', 'b = np.array([0.1, -0.1])', 'b = np.array([0.1, -0.2])', [5, 9, 10, 15, 17]],
  // The second arrow: not the input vector above it, nor the scaling of the first arrow.
  ['vectors', 'b = np.array([1.0, 4.0])', 'b = np.array([1.0, 5.0])', [18, 19, 20]],
  // The first arrow of the dot product: all but the import and the arrows that stand alone.
  ['dot_product', 'opposite = np.array([-3.0, -2.0])', 'opposite = np.array([-3.0, -4.0])', [21, 24]],
  ['element_ops', 'flat[0] = 0.7', 'flat[0] = 0.6', [22, 23]],
  ['forward_pass', '[0.3, 0.8, 0.1]])', '[0.3, 0.8, 0.2]])', [6, 12, 17, 18, 19, 20, 23]],
  ['matrix_multiply_torch', '[0.3, 0.8, 0.1]])', '[0.3, 0.8, 0.2]])', [11, 17, 18, 19, 21, 22, 23]],
];

describe('a literal that changes', () => {
  it.each(DEPENDENTS)('in %s (%s) changes what depends on it and nothing else', (name, from, to, lines) => {
    const path = chapter(name);
    const before = chapterView(path);
    const after = chapterView(path, (text) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    });
    expect(changedLines(before, after)).toEqual(lines);
  });

  it('is followed by slots, worked sums, state and prints alike', () => {
    const make = (last: string) =>
      view(
        `import numpy as np\nx = np.array([3.0, ${last}])  #: input\nprint(np.linalg.norm(x))  #: length\n`,
        { input: 'Its last entry is {x[1]}.', length: 'About $\\py{np.linalg.norm(x):.2f}$.' },
      );
    const short = make('4.0');
    const [, length] = short.panels;
    expect(noteText(length)).toBe('About 5.00.');
    expect(statesOf(short, length)[0]?.prints).toBe('5.0\n');
    expect(statesOf(short, length)[0]?.work.flatMap(({ worked }) => worked.lines.map(chainText))).toEqual([
      '‖x‖ = √(3² + 4²) = √25 = 5',
    ]);
    const long = make('5.0');
    const [input, longer] = long.panels;
    expect(noteText(input)).toBe('Its last entry is 5.0.');
    expect(noteText(longer)).toBe('About 5.83.');
    expect(statesOf(long, longer)[0]?.work.flatMap(({ worked }) => worked.lines.map(chainText))).toEqual([
      '‖x‖ = √(3² + 5²) = √34 ≈ 5.831',
    ]);
  });
});
