/** A bare page with nothing but the Mafs widget. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HTML = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mafs</title><link rel="stylesheet" href="mount-vectors.css"></head>
<body style="margin: 0"><div id="root"></div><script type="module" src="mount-vectors.js"></script></body>
</html>
`;

/** Builds the page as `index.html` in `folder`. */
export async function buildMafsPage(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [fileURLToPath(new URL('mount-vectors.tsx', import.meta.url))],
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff2': 'file', '.woff': 'file', '.ttf': 'file' },
    logLevel: 'error',
  });
  writeFileSync(join(folder, 'index.html'), HTML);
}
