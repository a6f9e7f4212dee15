/** A book with a second section and with comments is another `content/`: nothing under src/ changes. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadBook } from '../../src/book/index.ts';

const PROJECT = ['src', 'public', 'content', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
const root = mkdtempSync(join(tmpdir(), 'another-book-'));

function page(url: string): string {
  return readFileSync(join(root, 'dist', url, 'index.html'), 'utf8');
}

/** The addresses that the matching links of a page lead to. */
function linkedFrom(url: string, matching: RegExp): string[] {
  const tags = page(url).match(/<a\b[^>]*>/g) ?? [];
  return tags
    .filter((tag) => matching.test(tag))
    .map((tag) => new URL(/ href="([^"]*)"/.exec(tag)?.[1] ?? '', `http://book${url}`).pathname);
}

beforeAll(() => {
  for (const name of PROJECT) cpSync(name, join(root, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const [first] = loadBook('content').sections;
  if (first === undefined) throw new Error('The book has no section.');
  cpSync(first.folder, join(root, 'content', dirname(first.id), '..', '09-gradients'), { recursive: true });
  const yaml = readFileSync('content/book.yaml', 'utf8').trimEnd();
  const last = `        folder: ${basename(first.folder)}`;
  const entry = `${last}\n      - number: 9\n        folder: 09-gradients`;
  const comments = 'comments: { repo: owner/name, repoId: R_1, category: Talk, categoryId: C_2 }\n';
  writeFileSync(join(root, 'content', 'book.yaml'), `${yaml.replace(last, entry)}\n${comments}`);
  const build = spawnSync(process.execPath, [resolve('node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  expect(build.stderr + (build.status === 0 ? '' : build.stdout)).not.toMatch(/error/i);
  expect(build.status).toBe(0);
}, 240_000);

afterAll(() => rmSync(root, { recursive: true }));

test('a section that is added and listed becomes a page', () => {
  const [, second] = loadBook(join(root, 'content')).sections;
  expect(second?.slug).toBe('gradients');
  expect(page(second?.url ?? '').includes(`Section ${second?.number} of`)).toBe(true);
});

test('the sections lead to each other, and the front page to both', () => {
  const [first = '', second = ''] = loadBook(join(root, 'content')).sections.map(({ url }) => url);
  expect(linkedFrom(first, / rel="next"/)).toEqual([second]);
  expect(linkedFrom(second, / rel="prev"/)).toEqual([first]);
  expect(linkedFrom('/', /<a/)).toEqual(expect.arrayContaining([first, second]));
});

test('the sitemap lists both', () => {
  const sitemap = readFileSync(join(root, 'dist', 'sitemap.xml'), 'utf8');
  for (const { url } of loadBook(join(root, 'content')).sections) expect(sitemap).toContain(url);
});

test('comments that are configured widen the policy by their one frame and wait for the reader', () => {
  const [first] = loadBook(join(root, 'content')).sections;
  const html = page(first?.url ?? '');
  expect(
    /<meta http-equiv="content-security-policy" content="[^"]*frame-src https:\/\/giscus\.app;/.test(html),
  ).toBe(true);
  expect(/<comment-thread [^>]*owner\/name/.test(html)).toBe(true);
  expect(/<(script|iframe|link)[^>]*giscus\.app/.test(html)).toBe(false);
});
