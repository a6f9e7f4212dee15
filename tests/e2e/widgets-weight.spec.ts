/** What each widget adds to a page: its own part is small, and what several share is fetched once. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const DIST = join(import.meta.dirname, '../../dist');
/** The most bytes, in brotli, that a widget's own file takes, and all that it shares with others besides React. */
const OWN_LIMIT = 6_500;
const SHARED_LIMIT = 52_000;

const script = (name: string) => readFileSync(join(DIST, '_astro', name), 'utf8');
const size = (name: string) => brotliCompressSync(script(name)).length;

/** Returns a script and all that it imports before it runs. */
function fetched(name: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const [, imported = ''] of script(name).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
    fetched(imported, seen);
  return seen;
}

/** The script of the island on each widget's own page. */
const islands = new Map(
  globSync(join(DIST, 'embed/*/index.html')).flatMap((path) => {
    const [, file = ''] = /component-url="[^"]*?([^"/]+\.js)"/.exec(readFileSync(path, 'utf8')) ?? [];
    // Pages of listings have no island.
    return file === '' ? [] : [[path.split('/').at(-2) ?? '', file] as const];
  }),
);

test('each widget fetches its own part and what it shares, and no other widget', () => {
  expect(islands.size).toBeGreaterThan(6);
  const own = new Set(islands.values());
  expect(own.size).toBe(islands.size);
  for (const [name, island] of islands) {
    const others = [...fetched(island)].filter((file) => file !== island);
    expect.soft(size(island), `${name}'s own part`).toBeLessThanOrEqual(OWN_LIMIT);
    expect
      .soft(
        others.filter((file) => own.has(file)),
        `${name} and others`,
      )
      .toEqual([]);
    const shared = others
      .filter((file) => !file.startsWith('client.'))
      .reduce((sum, file) => sum + size(file), 0);
    expect.soft(shared, `what ${name} shares`).toBeLessThanOrEqual(SHARED_LIMIT);
  }
});
