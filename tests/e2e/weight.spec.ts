/**
 * What the chapter weighs. Bytes and counts do not vary, so they have limits, each a little above what is reached:
 * whoever adds to the page either finds room elsewhere or raises a limit knowingly.
 */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { builtFiles, dist } from './built-site.ts';
import { theSection } from './site.ts';

const { url } = theSection();
const kB = 1000;

/** In bytes on the wire, and elements. */
const LIMITS = {
  'first view': 224.2 * kB,
  'scripts at load': 10 * kB,
  'scripts of all widgets and listings': 190 * kB,
  'data of the largest listing': 12 * kB,
  'scripts of the editor': 122 * kB,
  'scripts of the search': 10 * kB,
  // The face of mathematics is 23 kB of it: it holds every letter that a changed formula can need.
  'fonts of the book': 99 * kB,
  'elements with scripts': 15_950,
  // The folded solutions of the exercises are among them.
  'elements without scripts': 35_200,
};

/** Each file, or part of the page, with its share. */
type Shares = Readonly<Record<string, number>>;

function keep(what: keyof typeof LIMITS, shares: Shares): void {
  const sum = Object.values(shares).reduce((total, share) => total + share, 0);
  const largest = Object.entries(shares).sort(([, a], [, b]) => b - a);
  const list = largest.map(([name, share]) => `  ${String(share).padStart(7)} ${name}`).join('\n');
  expect(sum, `${what}: ${sum}, the limit is ${LIMITS[what]}. It is made of\n${list}\n`).toBeLessThanOrEqual(
    LIMITS[what],
  );
}

/** As a host sends it: texts compressed, fonts as they are. */
function wireBytes(path: string): number {
  const bytes = readFileSync(dist + path);
  return path.endsWith('.woff2') ? bytes.length : brotliCompressSync(bytes).length;
}

const sharesOf = (paths: readonly string[]): Shares =>
  Object.fromEntries(paths.map((path) => [path, wireBytes(path)]));

/** Files that the page asks for until it rests, on a phone, before anything is scrolled or touched. */
async function firstView(page: Page): Promise<string[]> {
  const paths: string[] = [];
  page.on('request', (request) =>
    paths.push(new URL(request.url()).pathname.slice(1).replace(/\/$/, '/index.html')),
  );
  await page.setViewportSize({ width: 412, height: 823 });
  await page.goto(url, { waitUntil: 'networkidle' });
  return [...new Set(paths)];
}

test('the first view needs few bytes, notes and states of all listings included', async ({ page }) => {
  const paths = await firstView(page);
  expect(paths).toContain(`${url.slice(1)}index.html`);
  keep('first view', sharesOf(paths));
});

test('nearly no script is loaded before a reader comes to a widget', async ({ page }) => {
  const scripts = (await firstView(page)).filter((path) => path.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  keep('scripts at load', sharesOf(scripts));
});

/** The scripts that these ask for by themselves, and they in turn; what is imported later is not among them. */
function closureOf(roots: readonly string[]): Set<string> {
  const found = new Set<string>();
  const waiting = [...roots];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const text = readFileSync(dist + path, 'utf8');
    for (const [, name] of text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([\w.-]+\.js)"/g))
      waiting.push(`_astro/${name}`);
  }
  return found;
}

const scriptsNamed = (name: RegExp) => builtFiles.filter((path) => path.endsWith('.js') && name.test(path));

/** What the chapter asks for, by itself or when a widget or a listing comes near. */
function scriptsOfReading(): Set<string> {
  const html = readFileSync(`${dist}${url.slice(1)}index.html`, 'utf8');
  const named = [...html.matchAll(/_astro\/[\w.-]+\.js/g)].map(([path]) => path);
  return closureOf([...named, ...scriptsNamed(/live-listing/)]);
}

test('all widgets and listings together need few scripts', () => {
  keep('scripts of all widgets and listings', sharesOf([...scriptsOfReading()]));
  // It is fetched when a reader begins to search.
  keep('scripts of the search', sharesOf(scriptsNamed(/search-dialog/)));
});

test('the editor needs few scripts, and none of them is fetched for reading', () => {
  const reading = scriptsOfReading();
  const editor = [...closureOf(scriptsNamed(/create-editor/))].filter((path) => !reading.has(path));
  expect(editor.length).toBeGreaterThan(0);
  keep('scripts of the editor', sharesOf(editor));
});

test('what brings a listing to life is small', () => {
  const data = builtFiles.filter((path) => /\/listings\/\w+\.json$/.test(path));
  expect(data.length).toBeGreaterThan(10);
  const [largest] = Object.entries(sharesOf(data)).toSorted(([, a], [, b]) => b - a);
  keep('data of the largest listing', Object.fromEntries(largest ? [largest] : []));
});

test('the fonts hold what the book uses and little more', () => {
  const fonts = builtFiles.filter((path) => path.endsWith('.woff2'));
  expect(fonts.length).toBeGreaterThan(3);
  keep('fonts of the book', sharesOf(fonts));
});

/** How many elements there are in each kind of block of the text, and around it. */
async function elementsOf(browser: Browser, javaScriptEnabled: boolean): Promise<Shares> {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  const total = await page.locator('*').count();
  const parts: Record<string, number> = {};
  for (const selector of [
    'article .stretch > p',
    '.equation',
    '.callout',
    '.table',
    'book-listing',
    'astro-island',
  ])
    parts[selector] = await page.locator(`${selector} *`).count();
  await context.close();
  const rest = total - Object.values(parts).reduce((sum, count) => sum + count, 0);
  return { ...parts, 'all others': rest };
}

test('the page has few elements, with scripts and without', async ({ browser }) => {
  keep('elements with scripts', await elementsOf(browser, true));
  keep('elements without scripts', await elementsOf(browser, false));
});
