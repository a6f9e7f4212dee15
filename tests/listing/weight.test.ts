/** What a page fetches for stepping, for turning a number and for running a program, held to a budget. */
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { bookSlots, prepareAll, readListing, runListing } from '../../src/listing/build/index.ts';
import { programTokens } from '../../src/listing/highlight/index.ts';
import { noteTemplate } from '../../src/markdown/index.ts';
import { chapterFiles, chapterPrograms } from './program.ts';

/** The entries that a page can fetch, with the most that each may weigh: kB, minified and gzipped. */
const BUDGETS: readonly [entry: string, purpose: string, kilobytes: number][] = [
  ['listing/index.ts', 'stepping through a program', 30],
  ['listing/live/index.ts', 'turning a number', 4],
  ['listing/highlight/index.ts', 'the tokens of a changed program', 40],
  ['listing/live/text/index.ts', 'numbers put into a text', 40],
  // All parts of Python and its libraries together: of these a page fetches what its program names.
  ['worker/worker.ts', 'programs, figures of a section and exercises, in the worker', 480],
];

async function weightOf(entry: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [`src/${entry}`],
    bundle: true,
    write: false,
    minify: true,
    splitting: true,
    outdir: 'none',
    format: 'esm',
    platform: 'browser',
    // What `import()` fetches later is not part of the entry.
    external: ['./here.ts'],
    logLevel: 'silent',
  });
  const sizes = outputFiles.map(({ contents }) => gzipSync(contents).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

it.each(BUDGETS)(
  '%s, for %s, weighs at most %i kB',
  async (entry, _, kilobytes) => {
    const weight = await weightOf(entry);
    expect(weight).toBeLessThanOrEqual(kilobytes);
    // A budget that is far above what is there holds nothing.
    expect(weight).toBeGreaterThan(kilobytes / 2);
  },
  30_000,
);

await prepareAll();

it.each(chapterPrograms)('the data of %s weighs at most 12 kB', (path) => {
  const { source } = readListing(...chapterFiles(path), noteTemplate);
  const run = runListing(source.text, bookSlots(source));
  const lines = programTokens(source.text, new Map(source.hues));
  expect(gzipSync(JSON.stringify({ source, run, lines })).length / 1000).toBeLessThanOrEqual(12);
});
