import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { filesToKeep, partsOf, serviceWorker, sizesOf } from '../../src/build/service-worker.ts';
import { runSteps } from '../../src/build/site-step.ts';
import { page, read, siteFolder } from './site-folder.ts';

const site = {
  'index.html': page('front'),
  '404.html': page('nothing here'),
  '03-maths/08-vectors/index.html': page('section'),
  '_astro/Page.0123abcd.css': 'a{top:0}',
  '_astro/lazy.0123abcd.js': 'export {}',
  '_astro/serif.0123abcd.woff2': Uint8Array.of(1, 2, 3),
  'a picture.svg': '<svg/>',
};

const forOthers = {
  _headers: '/*\n  X: 1\n',
  'robots.txt': '',
  'sitemap.xml': '',
  'og/index.png': '',
  '03-maths/08-vectors/index.md': '# Vectors',
  '03-maths/08-vectors/section.pdf': '',
  '_astro/giscus.0123abcd.js': '',
};

async function workerOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const dist = await siteFolder(files);
  await runSteps(dist, [serviceWorker()]);
  return read(dist, 'service-worker.js');
}

const versionIn = (worker: string) => /"version": "([0-9a-f]+)"/.exec(worker)?.[1];

test('pages are kept by their folder, everything that they load by its address', async () => {
  expect([...(await filesToKeep(await siteFolder(site))).keys()].sort()).toEqual([
    './',
    './03-maths/08-vectors/',
    './404.html',
    './_astro/Page.0123abcd.css',
    './_astro/lazy.0123abcd.js',
    './_astro/serif.0123abcd.woff2',
    './a%20picture.svg',
  ]);
});

test('sections and figures alone are parts, the pages above them and what all share are not', () => {
  const paths = [
    './',
    './terms/',
    './maths/vectors/',
    './maths/vectors/listings/a.json',
    './embed/dot/',
    './_astro/a.js',
  ];
  expect(partsOf(paths)).toEqual(['./maths/vectors/', './embed/dot/']);
});

test('the size of a part is that of all that lies below it', async () => {
  const files = { 'a/b/index.html': '12345', 'a/b/data.json': '123', 'a/index.html': '12', 'icon.svg': '1' };
  const dist = await siteFolder(files);
  expect(sizesOf(await filesToKeep(dist))).toEqual({ shellBytes: 3, parts: { './a/b/': 8 } });
  await runSteps(dist, [serviceWorker()]);
  expect(JSON.parse(await read(dist, 'offline.json'))).toEqual({ bytes: 11 });
});

test('each is kept with the hash that browsers check it by', async () => {
  const files = await filesToKeep(await siteFolder(site));
  expect(files.get('./_astro/Page.0123abcd.css')?.integrity).toBe(
    `sha256-${createHash('sha256').update('a{top:0}').digest('base64')}`,
  );
});

test('what only hosts, robots, other sites, printers or giscus read is not kept', async () => {
  const kept = await filesToKeep(await siteFolder({ ...site, ...forOthers }));
  expect(kept).toEqual(await filesToKeep(await siteFolder(site)));
});

test('the version changes with any file that is kept, and with no other', async () => {
  const first = await workerOf(site);
  expect(versionIn(first)).toMatch(/^[0-9a-f]{8}$/);
  expect(await workerOf({ ...site, ...forOthers })).toBe(first);
  expect(versionIn(await workerOf({ ...site, '404.html': page('nothing there') }))).not.toBe(
    versionIn(first),
  );
});

test('a worker that is there from an earlier build is not kept by the next', async () => {
  expect(await workerOf({ ...site, 'service-worker.js': 'old' })).toBe(await workerOf(site));
});
