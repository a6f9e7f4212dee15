import { expect, test } from 'vitest';
import { bibtex, citation } from '../../src/components/page/tools/cite-dialog.ts';

const CITED = {
  title: 'Vectors, Matrices',
  book: 'Wx + b',
  authors: ['A. One', 'The Group of Two'],
  address: 'https://book.example/v/',
  visited: '2026-12-01',
};

test('a sentence', () => {
  expect(citation(CITED)).toBe(
    'A. One, The Group of Two. “Vectors, Matrices”. In: Wx + b. https://book.example/v/ (visited 2026-12-01).',
  );
});

test('BibTeX, each author in braces so that no name is taken apart', () => {
  expect(bibtex(CITED)).toBe(
    [
      '@incollection{vectors-matrices,',
      '  author = {{A. One} and {The Group of Two}},',
      '  title = {Vectors, Matrices},',
      '  booktitle = {Wx + b},',
      '  url = {https://book.example/v/},',
      '  urldate = {2026-12-01},',
      '}',
    ].join('\n'),
  );
});
