import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { headersFor, parseHeaders } from '../../src/build/headers-file.ts';
import { inlineSheets } from '../../src/build/inline-sheets.ts';
import { securityPolicy } from '../../src/build/security-policy.ts';
import { runSteps } from '../../src/build/site-step.ts';
import { filesOf, page, read, siteFolder } from './site-folder.ts';

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const link = (url: string) => `<link rel="stylesheet" href="${url}">`;

async function built(files: Readonly<Record<string, string>>) {
  const dist = await siteFolder(files);
  const lines: string[] = [];
  await runSteps(dist, [securityPolicy(), inlineSheets()], (line) => lines.push(line));
  return { dist, said: lines.at(-1), allowed: await allowedSheets(dist) };
}

/** What `_headers` allows of inline sheets on any page. */
async function allowedSheets(dist: string): Promise<string | undefined> {
  const rules = parseHeaders(await read(dist, '_headers'));
  return /style-src 'self' ?([^;]*)/.exec(headersFor(rules, '/')['Content-Security-Policy'] ?? '')?.[1];
}

test('a sheet stands in its page, its URLs as they are seen from there, and both policies allow it', async () => {
  const { dist, said, allowed } = await built({
    'index.html': page('<p>x</p>', link('./_astro/a.css')),
    'b/index.html': page('<p>x</p>', link('../_astro/a.css')),
    '_astro/a.css': 'a{src:url(../_astro/f.woff2)}',
  });
  const [top, deeper] = ['a{src:url(./_astro/f.woff2)}', 'a{src:url(../_astro/f.woff2)}'];
  expect(await read(dist, 'index.html')).toContain(`</title><style>${top}</style></head>`);
  expect(await read(dist, 'index.html')).toContain(`style-src 'self' ${sha256(top)};`);
  expect(await read(dist, 'b/index.html')).toContain(`</title><style>${deeper}</style></head>`);
  expect(await read(dist, 'b/index.html')).toContain(`style-src 'self' ${sha256(deeper)};`);
  expect(allowed?.split(' ').sort()).toEqual([sha256(top), sha256(deeper)].sort());
  expect(await filesOf(dist)).not.toContain('_astro/a.css');
  expect(said).toBe('sheets stand in 2 pages; 1 of 1 files are not asked for any more');
});

test('sheets keep their order and what a page had inline stays allowed', async () => {
  const { dist } = await built({
    'index.html': page('<p>x</p>', `${link('./1.css')}<style>b{}</style>${link('./2.css')}`),
    '1.css': 'a{}',
    '2.css': 'c{}',
  });
  const html = await read(dist, 'index.html');
  expect(html).toContain('<style>a{}</style><style>b{}</style><style>c{}</style>');
  expect(html).toContain(`style-src 'self' ${sha256('a{}')} ${sha256('c{}')} ${sha256('b{}')};`);
});

test('404.html keeps its links, and what it, a page or a script still asks for stays', async () => {
  const { dist, allowed } = await built({
    '404.html': page('<p>x</p>', link('/_astro/a.css')),
    'index.html': page('<p>x</p>', '<link rel="stylesheet" media="print" href="./_astro/b.css">'),
    '_astro/later.js': 'load("./c.css")',
    ...{ '_astro/a.css': 'a{}', '_astro/b.css': 'b{}', '_astro/c.css': 'c{}', '_astro/d.css': 'd{}' },
  });
  expect(await read(dist, '404.html')).toContain(link('/_astro/a.css'));
  expect((await filesOf(dist)).filter((path) => path.endsWith('.css'))).toEqual([
    '_astro/a.css',
    '_astro/b.css',
    '_astro/c.css',
  ]);
  expect(allowed).toBe('');
});

test('text that looks like a policy is no policy', async () => {
  const { dist } = await built({
    'index.html': page("<p>style-src 'self'</p>", link('./a.css')),
    'a.css': 'a{}',
  });
  expect(await read(dist, 'index.html')).toContain("<p>style-src 'self'</p>");
});

test('a page that links a sheet that was not built stops the build', async () => {
  const files = { 'b/index.html': page('', link('../gone.css')) };
  await expect(built(files)).rejects.toThrow('b/index.html links the sheet gone.css, which was not built.');
});
