/** Files that begin with a byte-order mark, as some editors write them, build like any other. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import { afterAll, expect, test } from 'vitest';
import { checkPages } from '../../src/build/dev/check-pages.ts';
import { markdownOptions } from '../../src/markdown/index.ts';

const content = join(mkdtempSync(join(tmpdir(), 'marked-')), 'content');
afterAll(() => rmSync(dirname(content), { recursive: true }));

const FILES = {
  'book.yaml': `title: Marked
subtitle: A book
description: A book whose files begin with a mark.
language: en
authors: [Someone]
sections_planned: 1
licences: { code: MIT, text: CC-BY-4.0 }
chapters:
  - number: 1
    title: First
    folder: 01-first
    sections:
      - number: 1
        folder: 01-one
`,
  '01-first/01-one/figures.py': 'import numpy as np\n\nW = np.array([[1, 2], [3, 4]])\n',
  '01-first/01-one/index.mdx': `---
title: One
lede: One section.
description: One section.
keywords: [one]
figures: figures.py
---

## A part

W has the shape {py\`W.shape\`}.
`,
};

function writeBook(head: string, change = (text: string) => text): void {
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(content, name)), { recursive: true });
    writeFileSync(join(content, name), head + change(text));
  }
}

test('a book whose every file has a mark is read as if there were none', async () => {
  writeBook('\ufeff');
  expect(await checkPages(content)).toEqual([]);
});

test('positions in a page are counted without its mark', async () => {
  writeBook('');
  const renderer = await unified(markdownOptions(content)).createMdxRenderer?.(
    { syntaxHighlight: false },
    { optimize: false, srcDir: new URL('../../src/', import.meta.url), sourcemap: false },
  );
  const page = join(content, '01-first/01-one/index.mdx');
  const made = async (text: string) => renderer?.process(text, page, {});
  const text = 'A book costs \\$5, and $x$ more.\n';
  expect(await made(`\ufeff${text}`)).toEqual(await made(text));
});

test('an author error keeps its line after a mark', async () => {
  writeBook('\ufeff', (text) => text.replace('W.shape', 'V.shape'));
  expect(await checkPages(content)).toEqual([expect.stringMatching(/index\.mdx:11:\d+ .*V/)]);
});
