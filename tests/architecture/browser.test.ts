/** What turns programs and notes into what a reader sees runs in a browser as it runs in Node. */
import { build } from 'esbuild';
import { expect, it } from 'vitest';

it.each([
  'tensor',
  'python',
  'python/syntax',
  'explain',
  'slots',
  'slots/evaluate',
  'listing',
  'listing/run',
  'listing/highlight',
  'listing/live',
  'listing/live/text',
  'exercise',
  'exercise/run',
  'geometry',
])(
  'the entry %s bundles for a browser, with nothing of Node',
  async (layer) => {
    const { outputFiles } = await build({
      entryPoints: [`src/${layer}/index.ts`],
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      logLevel: 'silent',
    });
    expect(outputFiles[0]?.text).not.toMatch(/from ["']node:/);
  },
  30_000,
);
