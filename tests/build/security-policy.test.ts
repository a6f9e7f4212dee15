import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { headersFor, parseHeaders } from '../../src/build/headers-file.ts';
import { PageSource } from '../../src/build/page-source.ts';
import { headerRules, pagePolicy, policyNeeds, securityPolicy } from '../../src/build/security-policy.ts';
import { runSteps } from '../../src/build/site-step.ts';
import { page, read, siteFolder } from './site-folder.ts';

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const needsOf = (html: string) => policyNeeds(new PageSource(html), 'a/index.html');

describe('what a page needs', () => {
  test('is the hash of each inline script and sheet', () => {
    const needs = needsOf(page('<script>a < b && c</script><style>b{top:0}</style>'));
    expect([...needs.scripts]).toEqual([sha256('a < b && c')]);
    expect([...needs.styles]).toEqual([sha256('b{top:0}')]);
  });

  test('is nothing for scripts of their own files and for data', () => {
    const needs = needsOf(
      page('<script src="/a.js"></script><script type="application/ld+json">{}</script>'),
    );
    expect(needs.scripts.size).toBe(0);
  });

  test.each([
    ['<p style="top:0">x</p>', '<p style="top:0"> is left; the policy forbids it'],
    ['<button onclick="go()">x</button>', '<button onclick="go()"> is inline code'],
    ['<a href="javascript:go()">x</a>', '<a href="javascript:go()"> is inline code'],
  ])('cannot be inline code: %s', (body, message) => {
    expect(() => needsOf(page(body))).toThrow(`a/index.html: ${message}`);
  });
});

describe('the policy', () => {
  const nothing = { scripts: new Set<string>(), styles: new Set<string>(), dataImages: false };

  test('allows nothing by default and never unsafe-inline or unsafe-eval', () => {
    const policy = pagePolicy(nothing);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
  });

  test('allows pictures as data only where there are some', () => {
    expect(pagePolicy(nothing)).toContain("img-src 'self';");
    expect(pagePolicy({ ...nothing, dataImages: true })).toContain("img-src 'self' data:;");
  });

  test('is widened by the frame of giscus for comments and only then', () => {
    expect(pagePolicy(nothing)).not.toContain('giscus');
    const widened = pagePolicy(nothing, { comments: 'giscus' });
    expect(widened.replace('frame-src https://giscus.app', "frame-src 'none'")).toBe(pagePolicy(nothing));
  });
});

describe('the headers', () => {
  const rules = headerRules(['_astro/', '03-maths/', 'embed/', '404.html', 'search.json'], 'P');

  test.each([
    ['/', "P; frame-ancestors 'none'"],
    ['/03-maths/08-vectors/', "P; frame-ancestors 'none'"],
    ['/404.html', "P; frame-ancestors 'none'"],
    ['/embed/vector/', 'P; frame-ancestors *'],
  ])('of %s have one policy', (path, policy) => {
    expect(headersFor(rules, path)['Content-Security-Policy']).toBe(policy);
  });

  test.each([
    ['/_astro/a.1.js', 'public, max-age=31536000, immutable'],
    ['/03-maths/', 'no-cache'],
    ['/service-worker.js', 'no-cache'],
    ['/search.json', 'no-cache'],
    ['/pdf/03-maths/08-vectors.pdf', 'no-cache'],
  ])('let %s be cached: %s', (path, cache) => {
    expect(headersFor(rules, path)['Cache-Control']).toBe(cache);
  });

  test('are the safe ones for every path', () => {
    expect(headersFor(rules, '/anything')).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    });
  });
});

test('each page states its own needs before anything else, and _headers those of all pages', async () => {
  const dist = await siteFolder({
    'index.html': page('<script>a</script>'),
    'b/index.html': page('<script>b</script>'),
  });
  await runSteps(dist, [securityPolicy()]);
  const front = await read(dist, 'index.html');
  expect(front).toContain(
    '<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src',
  );
  expect(front).toContain(sha256('a'));
  expect(front).not.toContain(sha256('b'));
  expect(front).not.toContain('frame-ancestors');
  const policy = headersFor(parseHeaders(await read(dist, '_headers')), '/b/')['Content-Security-Policy'];
  expect(policy).toContain(`script-src 'self' ${sha256('b')} ${sha256('a')}`);
});
