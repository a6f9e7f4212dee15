/** What a reader sees of one listing. */
import { describe, expect, it } from 'vitest';
import { chainText } from '../../src/explain/index.ts';
import { notebookOf } from '../../src/listing/build/index.ts';
import type { GridView, ListingView } from '../../src/listing/index.ts';
import { chapterListing, chapterPrograms, chapterView, panelAt, statesOf, view } from './program.ts';

const chapter = (name: string) =>
  chapterView(chapterPrograms.find((path) => path.endsWith(`/${name}.py`)) ?? name);
const at = (listing: ListingView, line: number) => statesOf(listing, panelAt(listing, line));

describe('the state of a line', () => {
  const listing = chapter('matrix_vector');

  it('shows what it reads, how it computes and what it writes, with names of rows and columns', () => {
    const [state] = at(listing, 9);
    expect(state?.reads.map(({ name, badge, hue, line }) => [name, badge, hue, line])).toEqual([
      ['W', '(2, 3) float64', 'w', 3],
      ['x', '(3,) float64', 'x', 6],
      ['b', '(2,) float64', 'b', 5],
    ]);
    expect(state?.reads[0]).toMatchObject({ rowNames: ['n0', 'n1'], columnNames: ['f0', 'f1', 'f2'] });
    expect(state?.work.flatMap(({ worked }) => worked.lines.map(chainText))).toEqual([
      'W[0] · x = 0.2 · 0.8 + (−0.5) · 0.3 + 0.1 · 0.5 = 0.16 + (−0.15) + 0.05 = 0.06',
      'W[1] · x = 0.8 · 0.8 + 0.3 · 0.3 + (−0.4) · 0.5 = 0.64 + 0.09 + (−0.2) = 0.53',
      'W @ x + b = [0.06 + 0.1, 0.53 + (−0.1)] = [0.16, 0.43]',
    ]);
    expect(state?.writes).toMatchObject([
      { name: 'z', cells: [['0.16', '0.43']], columnNames: ['n0', 'n1'] },
    ]);
  });

  it('has a turn of the loop for each time it ran', () => {
    expect(at(listing, 13).map(({ iteration }) => iteration)).toEqual(['i = 0', 'i = 1', 'no turn left']);
    const inside = at(listing, 14);
    expect(inside.map(({ iteration }) => iteration)).toEqual(['i = 0', 'i = 1']);
    const [first, second] = inside.map(({ reads }) => reads[0] as GridView);
    expect(first?.marks).toEqual([
      ['active', 'active', 'active'],
      [undefined, undefined, undefined],
    ]);
    expect(second?.marks).toEqual([
      [undefined, undefined, undefined],
      ['active', 'active', 'active'],
    ]);
  });

  it('keeps exactly what was printed', () => {
    expect(at(listing, 16).map(({ prints }) => prints)).toEqual([
      'neuron 0: row [ 0.2 -0.5  0.1], x [0.8 0.3 0.5]\n',
      'neuron 1: row [ 0.8  0.3 -0.4], x [0.8 0.3 0.5]\n',
    ]);
  });

  it('marks what a write changed, through every name of the same memory', () => {
    const writes = at(chapter('element_ops'), 22)[0]?.writes as GridView[];
    expect(
      writes.map(({ name, marks }) => [name, marks?.[0]?.[0], marks?.flat().filter(Boolean).length]),
    ).toEqual([
      ['image', 'changed', 1],
      ['flat', 'changed', 1],
    ]);
  });

  it('marks the two cells that ReLU silences', () => {
    const a = at(chapter('forward_pass_torch'), 17)[0]?.writes[0] as GridView | undefined;
    expect(a?.marks).toEqual([
      [undefined, undefined],
      ['silent', undefined],
      [undefined, undefined],
      ['silent', undefined],
    ]);
  });

  it('does not take a function of the program for one of a library', () => {
    const own = view('def relu(z):\n    return z + 1  #: body\n\na = relu(2)  #: call\n', {
      body: 'One more.',
      call: 'Three.',
    });
    expect(at(own, 4)[0]?.work).toEqual([]);
    expect(panelAt(own, 4)?.reference).toEqual([]);
    expect(at(own, 2)[0]?.work.flatMap(({ worked }) => worked.lines.map(chainText))).toEqual(['2 + 1 = 3']);
  });

  it('names the reference entries of each line', () => {
    const names = (name: string, line: number) => panelAt(chapter(name), line)?.reference;
    expect(names('matrix_vector', 17)).toEqual(['[i]', 'f-string', 'format spec', 'print']);
    expect(names('matrix_vector_torch', 12)).toEqual(['Linear.weight', 'Tensor.copy_']);
    expect(names('matrices', 12)).toEqual(['[:, j]', 'print']);
  });
});

describe.each(chapterPrograms)('the notebook of %s', (path) => {
  const { listing, view: own } = chapterListing(path);
  const notebook = notebookOf(listing, own, (markdown) => markdown);

  it('is sound: format 4.5, an id for each cell, text as lines', () => {
    expect(notebook).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
    const ids = notebook.cells.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, source } of notebook.cells) {
      expect(id).toMatch(/^[\w-]{1,64}$/);
      for (const line of source.slice(0, -1)) expect(line).toMatch(/\n$/);
    }
  });

  it('holds the whole program in order, and prints what it prints', () => {
    const code = notebook.cells.flatMap((cell) => (cell.cell_type === 'code' ? cell : []));
    const text = code
      .map(({ source }) => source.join(''))
      .join('\n')
      .replaceAll(/\n\s*\n/g, '\n');
    expect(text).toBe(own.text.trim().replaceAll(/\n\s*\n/g, '\n'));
    expect(code.flatMap(({ outputs }) => outputs.flatMap((output) => output.text)).join('')).toBe(own.stdout);
  });
});
