import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parsePort, startOnFreePort } from '../../src/build/free-port.ts';
import { replaceFolder } from '../../src/build/replace-folder.ts';
import { portOf, type ServerOptions, startServer } from '../../src/build/static-server.ts';
import { siteFolder } from './site-folder.ts';

async function served(options?: ServerOptions): Promise<string> {
  const dist = await siteFolder({
    'index.html': 'front',
    '404.html': 'nothing here',
    'a/b/index.html': 'section',
    '_astro/a.1.js': 'let a',
    '_astro/a.2.woff2': 'font',
    _headers: '/*\n  X-All: 1\n/a/*\n  X-Section: 2\n',
  });
  const server = await startServer(dist, 0, options);
  onTestFinished(() => void server.close());
  return `http://localhost:${portOf(server)}`;
}

test.each([
  ['/', 'text/html;charset=utf-8', 'front'],
  ['/a/b/', 'text/html;charset=utf-8', 'section'],
  ['/_astro/a.1.js', 'text/javascript', 'let a'],
  ['/_astro/a.2.woff2', 'font/woff2', 'font'],
])('%s is served as %s', async (path, type, text) => {
  const answer = await fetch((await served()) + path);
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, type, text]);
});

test.each(['/missing', '/a/missing/', '/_headers'])('%s gets 404.html with status 404', async (path) => {
  const answer = await fetch((await served()) + path);
  expect([answer.status, await answer.text()]).toEqual([404, 'nothing here']);
});

test('the headers of _headers are sent, with 404.html too', async () => {
  const site = await served();
  expect((await fetch(`${site}/a/b/`)).headers.get('x-section')).toBe('2');
  expect((await fetch(`${site}/missing`)).headers.get('x-all')).toBe('1');
});

test('a folder without its slash is redirected, query included', async () => {
  const answer = await fetch(`${await served()}/a/b?x=1`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([308, '/a/b/?x=1']);
});

test('a site in a folder answers there and nowhere else', async () => {
  const site = await served({ base: '/deep/er/path' });
  expect(await (await fetch(`${site}/deep/er/path`)).text()).toBe('front');
  expect(await (await fetch(`${site}/deep/er/path/a/b`)).text()).toBe('section');
  expect((await fetch(`${site}/a/b/`)).status).toBe(404);
});

test('only reading is allowed', async () => {
  expect((await fetch(await served(), { method: 'POST' })).status).toBe(405);
});

// fetch would tidy these paths, so the request is written by hand.
async function statusOf(path: string): Promise<string> {
  const socket = connect(Number(new URL(await served()).port), 'localhost');
  socket.end(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  let answer = '';
  socket.on('data', (data) => {
    answer += data;
  });
  await once(socket, 'close');
  return answer.slice(0, answer.indexOf('\r'));
}

test.each([
  '/../../../../etc/hosts',
  '/%2e%2e/%2e%2e/etc/hosts',
  '/..%2f..%2fetc/hosts',
  '/%',
  '//etc/hosts',
])('the path %s reaches nothing outside the site', async (path) => {
  expect(await statusOf(path)).toBe('HTTP/1.1 404 Not Found');
});

test('an address that is none is refused and the server goes on', async () => {
  expect(await statusOf('//')).toBe('HTTP/1.1 400 Bad Request');
});

test('a taken port gives way to the next free one', async () => {
  const dist = await siteFolder({ 'index.html': 'x' });
  const first = await startOnFreePort(dist, 0);
  onTestFinished(() => void first.close());
  const second = await startOnFreePort(dist, portOf(first));
  onTestFinished(() => void second.close());
  expect(portOf(second)).toBeGreaterThan(portOf(first));
});

test.each([
  [undefined, 4321],
  ['', 4321],
  ['8080', 8080],
  ['0', 0],
])('PORT=%s means %i', (text, port) => {
  expect(parsePort(text)).toBe(port);
});

test.each(['http', '-1', '70000', '80.5', '0x50'])('PORT=%s is refused with what is expected', (text) => {
  expect(() => parsePort(text)).toThrow(`PORT is "${text}"; expected a whole number from 0 to 65535`);
});

describe('while a build puts the next release in place', () => {
  const release = (text: string) => ({
    'index.html': text,
    'a/index.html': text,
    'service-worker.js': `// ${text}`,
  });

  async function servedFolder(text: string) {
    const dist = await siteFolder(release(text));
    const server = await startServer(dist, 0);
    onTestFinished(() => void server.close());
    return { dist, at: (path: string) => fetch(`http://localhost:${portOf(server)}${path}`) };
  }

  test.each([
    ['longer', 'the second, which is longer'],
    ['shorter', '2'],
  ])('pages are sent whole when the next is %s', async (_, next) => {
    const { dist, at } = await servedFolder('the first');
    expect(await (await at('/a/')).text()).toBe('the first');
    await replaceFolder(dist, await siteFolder(release(next)));
    const answer = await at('/a/');
    expect([answer.headers.get('content-length'), await answer.text()]).toEqual([String(next.length), next]);
  });

  test('a release stays until the next is there, and goes on when its files are removed', async () => {
    const { dist, at } = await servedFolder('the first');
    expect(await (await at('/')).text()).toBe('the first');
    await rm(dist, { recursive: true });
    for (const path of ['/', '/a/']) expect(await (await at(path)).text()).toBe('the first');
    expect((await at('/missing')).status).toBe(404);
  });

  test('a file that is written over changes nothing before the build is done', async () => {
    const { dist, at } = await servedFolder('the first');
    expect(await (await at('/a/')).text()).toBe('the first');
    await writeFile(join(dist, 'a/index.html'), 'half of it');
    expect(await (await at('/a/')).text()).toBe('the first');
    await writeFile(join(dist, 'service-worker.js'), '// the second');
    expect(await (await at('/a/')).text()).toBe('half of it');
  });
});
