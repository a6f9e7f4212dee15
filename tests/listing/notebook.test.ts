/** The notebooks that readers download, opened by a reader of notebooks. */
import { parse } from 'notebookjs';
import { describe, expect, it } from 'vitest';
import { notebookOf } from '../../src/listing/build/index.ts';
import { chapterListing, chapterPrograms } from './program.ts';

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

describe.each(chapterPrograms)('the notebook of %s, opened', (path) => {
  const { listing, view: own } = chapterListing(path);
  const file = JSON.stringify(notebookOf(listing, own, (markdown) => markdown));
  const page = parse(JSON.parse(file)).render();
  const shown = (selector: string) =>
    [...page.querySelectorAll(selector)].flatMap(({ textContent }) => lines(textContent ?? ''));

  it('shows the whole program in order', () => {
    expect(shown('.nb-input')).toEqual(lines(own.text));
  });

  it('shows what the program prints', () => {
    expect(shown('.nb-output')).toEqual(lines(own.stdout));
  });

  it('shows the notes as text', () => {
    expect(shown('.nb-markdown-cell').length).toBeGreaterThan(0);
  });
});
