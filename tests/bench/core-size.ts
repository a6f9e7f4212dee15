import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What a page pays for the core: all of its public entry minified, without formatters and autograd. */
export type CoreSize = { readonly minified: number; readonly gzipped: number };

/** The most that the gzipped core may take, in bytes; the half precisions and all widths of integers are among it. */
export const CORE_LIMIT = 17.2 * 1024;

/** The size of `src/tensor/index.ts` with all it imports, in bytes. */
export async function coreSize(): Promise<CoreSize> {
  const { outputFiles } = await build({
    entryPoints: ['src/tensor/index.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    write: false,
  });
  const code = outputFiles.map(({ contents }) => Buffer.from(contents));
  const whole = Buffer.concat(code);
  return { minified: whole.length, gzipped: gzipSync(whole, { level: 9 }).length };
}
