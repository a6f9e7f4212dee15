import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** The most bytes, gzipped, that a widget may add to React: what it takes today with all it imports, and a little. */
const LIMITS: Readonly<Record<string, number>> = {
  vector: 47_000,
  'dot-product': 47_000,
  'matrix-transform': 48_000,
  matmul: 36_000,
  'forward-pass': 47_000,
  broadcasting: 33_000,
  reshape: 37_000,
};

async function gzippedSize(widget: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [`src/widgets/${widget}/index.tsx`],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    jsx: 'automatic',
    external: ['react', 'react-dom', 'react/jsx-runtime'],
    write: false,
  });
  return gzipSync(Buffer.concat(outputFiles.map(({ contents }) => contents)), { level: 9 }).length;
}

it.each(Object.entries(LIMITS))('what the %s widget fetches fits its limit', async (widget, limit) => {
  expect(await gzippedSize(widget)).toBeLessThanOrEqual(limit);
});
