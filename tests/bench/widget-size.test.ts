import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** The most bytes, gzipped, that a widget may add to React: what it takes today with all it imports, and a little. */
const LIMITS: Readonly<Record<string, number>> = {
  vector: 49_000,
  'dot-product': 49_000,
  'matrix-transform': 50_000,
  matmul: 37_500,
  'forward-pass': 48_500,
  broadcasting: 34_500,
  reshape: 39_000,
  shapes: 33_000,
};

async function gzippedSize(widget: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [`src/widgets/${widget}/index.tsx`],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    jsx: 'automatic',
    // What runs another expression is fetched when a reader types.
    external: ['react', 'react-dom', 'react/jsx-runtime', '*/shapes/live/index.ts'],
    write: false,
  });
  return gzipSync(Buffer.concat(outputFiles.map(({ contents }) => contents)), { level: 9 }).length;
}

it.each(Object.entries(LIMITS))('what the %s widget fetches fits its limit', async (widget, limit) => {
  expect(await gzippedSize(widget)).toBeLessThanOrEqual(limit);
});
