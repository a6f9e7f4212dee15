/** A book of two small sections in a temporary folder, compiled by the processor that the build uses. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { onTestFinished } from 'vitest';
import { markdownOptions } from '../../src/markdown/index.ts';

const FIGURES = `import numpy as np

W = np.array([[1, 2, 3], [4, 5, 6]])
norm = -3.7416
names = {"}": "a-1"}
`;

const FRONTMATTER = `---
title: A section
lede: What it says.
description: What it is about.
keywords: [test]
figures: figures.py
---
`;
/** Lines that come before a test's text in its file. */
export const LINES_BEFORE = FRONTMATTER.split('\n').length - 1;

export const BOOK = `title: Wx + b
subtitle: A book
description: A book for tests
language: en
authors: [Someone]
sections_planned: 9
licences: { code: MIT, text: CC-BY-4.0 }
chapters:
  - number: 1
    title: First
    folder: 01-first
    sections:
      - number: 1
        folder: 01-one
      - number: 2
        folder: 02-two
`;

export const ONE = '01-first/01-one';
const TWO = '01-first/02-two';

/** Writes a book's files, named as they lie under `content`, and returns that folder; gone after the test. */
export function writeBook(files: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'book-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const content = join(root, 'content');
  const section = {
    'figures.py': FIGURES,
    'plot.png': '',
    'index.mdx': `${FRONTMATTER}## A heading\n\nText.\n`,
  };
  const all: Record<string, string> = { 'book.yaml': BOOK };
  for (const folder of [ONE, TWO])
    for (const [name, text] of Object.entries(section)) all[`${folder}/${name}`] = text;
  for (const [name, text] of Object.entries({ ...all, ...files })) {
    mkdirSync(dirname(join(content, name)), { recursive: true });
    writeFileSync(join(content, name), text);
  }
  return content;
}

/** A compiled section: its module's code, its HTML tree, its metadata. */
export interface Page {
  readonly code: string;
  readonly tree: Root;
  readonly frontmatter: Readonly<Record<string, unknown>>;
}

/** Compiles the section in `folder` of the book in `content`. */
export async function compile(content: string, folder: string): Promise<Page> {
  const path = join(content, folder, 'index.mdx');
  let tree: Root = { type: 'root', children: [] };
  const frontmatter: Record<string, unknown> = {};
  const { remarkPlugins, rehypePlugins } = markdownOptions(content);
  const capture = () => (page: Root, file: VFile) => {
    tree = structuredClone(page);
    Object.assign(frontmatter, file.data.astro?.frontmatter);
  };
  const processor = unified({ remarkPlugins, rehypePlugins: [...rehypePlugins, capture] });
  const renderer = await processor.createMdxRenderer?.(
    { syntaxHighlight: false },
    { optimize: false, srcDir: new URL('../../src/', import.meta.url), sourcemap: false },
  );
  if (renderer === undefined) throw new Error('This processor renders no MDX.');
  const text = readFileSync(path, 'utf8').replace(/^---\n[\s\S]*?^---$/m, (block) =>
    block.replace(/\S/g, ' '),
  );
  const { code } = await renderer.process(text, path, {});
  return { code, tree, frontmatter };
}

/** A program that a page with a listing has beside it. */
export const LISTINGS = { [`${ONE}/listings/vectors.py`]: 'x = 1\n' };

/** Compiles a section with `text` as its page. */
export function compileText(text: string, files: Readonly<Record<string, string>> = {}): Promise<Page> {
  const listings = text.includes('<Listing') ? LISTINGS : {};
  const content = writeBook({ ...listings, ...files, [`${ONE}/index.mdx`]: `${FRONTMATTER}${text}\n` });
  return compile(content, ONE);
}

/** All elements of `tree` that are called `selector`, or have it as their class where it starts with a dot. */
export function find(tree: Root | Element, selector: string): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    const { className } = element.properties;
    const hasClass = Array.isArray(className) && className.some((name) => `.${name}` === selector);
    if (element.tagName === selector || hasClass) found.push(element);
  });
  return found;
}
