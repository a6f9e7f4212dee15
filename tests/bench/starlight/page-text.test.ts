/** The page that the book is measured beside says what the book says. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadBook } from '../../../src/book/index.ts';
import { programsOf } from '../../../src/build/listings/index.ts';
import { starlightPage } from './page-text.ts';

describe.each(loadBook('content').sections)('the Starlight page of $file', (section) => {
  const source = readFileSync(section.path, 'utf8');
  const page = starlightPage(section, source);
  const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

  test('has every heading, formula and table of the section', () => {
    for (const pattern of [/^##+ .*$/gm, /^\|(?: ?:?-+:? ?\|)+$/gm])
      expect(count(page, pattern)).toBe(count(source, pattern));
    expect(count(page, /^\$\$$/gm)).toBe(count(source, /^\$\$$/gm) + 2 * count(source, /^<Matrix /gm));
  });

  test('has every program, and the titles of its notes', () => {
    const programs = programsOf(section);
    expect(count(page, /^```python /gm)).toBe(programs.length);
    for (const program of programs) {
      const notes = readFileSync(`${section.folder}/listings/${program.replace(/py$/, 'notes.md')}`, 'utf8');
      for (const [, title] of notes.matchAll(/^## [\w-]+: (.*)$/gm)) expect(page).toContain(`**${title}**`);
    }
  });

  test('has no slot, label or component of the book left, and an island for the dot product', () => {
    expect(page).not.toMatch(/\{py`|\\py\{|\\label\{/);
    const islands = source.match(/^<DotProductWidget /gm)?.map(() => '<TwoVectors client:visible />') ?? [];
    expect(page.match(/^<\/?[A-Z].*$/gm) ?? []).toEqual(islands);
  });
});
