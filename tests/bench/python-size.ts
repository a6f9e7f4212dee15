/**
 * `npm run size:python`: what a page fetches to run a program, by what the program imports; and what each folder adds to the
 * evaluator with all its libraries in one piece. The last column is what the compressed piece would lose without the folder:
 * folders share words, so the column adds up to less than the whole.
 */
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { programSizes } from './python-chunks.ts';
import { table } from './table.ts';

const ENTRY = 'src/python/index.ts';
const TARGET = 90_000;
const FORMAT = { target: 'es2023', charset: 'utf8' } as const;

/** The text of one source file in the bundle, minified. */
type Piece = { readonly folder: string; readonly code: string };

const compressed = (code: string): number => gzipSync(code, { level: 9 }).length;
const join = (pieces: readonly Piece[]): string => pieces.map(({ code }) => code).join('');
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

/** Bundles with line breaks kept, so that the comment which names each file tells where its text begins. */
async function pieces(): Promise<Piece[]> {
  const { outputFiles } = await build({
    ...FORMAT,
    entryPoints: [ENTRY],
    bundle: true,
    format: 'esm',
    splitting: true,
    outdir: 'chunks',
    minifyIdentifiers: true,
    minifySyntax: true,
    write: false,
  });
  const made: Piece[] = [];
  for (const { text } of outputFiles) {
    const parts = text.slice(0, text.lastIndexOf('\nexport {')).split(/^\/\/ ((?:src|node_modules)\/.*)$/m);
    for (let at = 1; at < parts.length; at += 2) {
      const { code } = await transform(parts[at + 1] ?? '', { ...FORMAT, minifyWhitespace: true });
      made.push({ folder: folderOf(parts[at] ?? ''), code: code.trimEnd() });
    }
  }
  return made;
}

/** Deep folders count with the part of the book that they belong to. */
function folderOf(path: string): string {
  return dirname(path)
    .replace(/^node_modules\/(.*)\/dist$/, '$1')
    .replace(/(src\/tensor\/\w+|modules\/\w+)\/.*/, '$1');
}

process.stdout.write(
  table(
    ['program', 'minified kB', 'gzip kB'],
    Object.entries(await programSizes()).map(([program, { minified, gzipped }]) => [
      program,
      kilobytes(minified),
      kilobytes(gzipped),
    ]),
  ),
);
process.stdout.write(`\nThe aim is ${kilobytes(TARGET)} kB gzip.\n\n`);

const all = await pieces();
const whole = compressed(join(all));
const rows = [...new Set(all.map(({ folder }) => folder))].map((folder) => ({
  folder,
  minified: join(all.filter((piece) => piece.folder === folder)).length,
  adds: whole - compressed(join(all.filter((piece) => piece.folder !== folder))),
}));

process.stdout.write(
  table(
    ['folder', 'minified kB', 'adds, gzip kB'],
    rows
      .sort((a, b) => b.adds - a.adds)
      .map(({ folder, minified, adds }) => [folder, kilobytes(minified), kilobytes(adds)]),
  ),
);
process.stdout.write(
  `\nIn one piece: ${kilobytes(join(all).length)} kB minified, ${kilobytes(whole)} kB gzip.\n`,
);
