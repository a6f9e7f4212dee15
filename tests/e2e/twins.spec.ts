/** The Markdown twins of the sections say what their pages say. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { attribute, PageSource } from '../../src/build/page-source.ts';
import { dist } from './built-site.ts';
import { book } from './site.ts';

/** The words of callouts' titles and of the paragraphs that stand directly in the text, formulas and numbers of widgets left out. */
function paragraphsOf(html: string): string[][] {
  const paragraphs = new Map<unknown, string>();
  for (const { text, around } of new PageSource(html).texts) {
    const [inner, outer] = [around?.element, around?.outer];
    if (inner?.tagName === 'p' && attribute(inner, 'class') === 'callout-title')
      paragraphs.set(inner, `${paragraphs.get(inner) ?? ''} ${text}`);
    if (inner?.tagName !== 'p' || inner.attrs.length > 0) continue;
    const box = outer && attribute(outer.element, 'class');
    if (box !== undefined && /\b(?:stretch|fault)\b/.test(box))
      paragraphs.set(inner, `${paragraphs.get(inner) ?? ''} ${text}`);
  }
  return [...paragraphs.values()].map(wordsOf);
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}{2,}/gu) ?? [];
}

for (const { url, title } of book.sections) {
  test(`the twin of "${title}" has every paragraph of its page, and is linked`, () => {
    const html = readFileSync(`${dist}${url.slice(1)}index.html`, 'utf8');
    const twin = readFileSync(`${dist}${url.slice(1)}index.md`, 'utf8');
    const links = new PageSource(html).elements.filter((link) => attribute(link, 'rel') === 'alternate');
    expect(links.map((link) => attribute(link, 'href'))).toEqual([`../..${url}index.md`]);
    expect(readFileSync(`${dist}llms.txt`, 'utf8')).toContain(`${url}index.md`);
    expect(twin).toContain(`# ${title}\n`);
    expect(twin).not.toContain('<!--');
    const blocks = twin.split('\n\n').map((block) => wordsOf(block));
    const paragraphs = paragraphsOf(html);
    expect(paragraphs.length).toBeGreaterThan(1);
    const isIn = (words: readonly string[]) =>
      blocks.some((block) => {
        let at = 0;
        for (const word of block) if (word === words[at]) at += 1;
        return at === words.length;
      });
    expect(paragraphs.filter((words) => !isIn(words)).map((words) => words.join(' '))).toEqual([]);
  });
}
