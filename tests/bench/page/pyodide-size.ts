/** What a page with Pyodide fetches before it can run a line, from the package in the npm registry. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const PACKAGE = 'pyodide@314.0.8';
const FOLDER = resolve('reports/bench/pyodide');
/** Its loader, the interpreter and the standard library. NumPy's wheel comes on top: it is not in the package. */
const FETCHED = [
  'pyodide.mjs',
  'pyodide.asm.mjs',
  'pyodide.asm.wasm',
  'python_stdlib.zip',
  'pyodide-lock.json',
];

/** Bytes as a host sends them, in brotli; NaN where the registry cannot be reached. */
export function pyodideBytes(): number {
  try {
    mkdirSync(FOLDER, { recursive: true });
    const archive = execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', FOLDER], {
      encoding: 'utf8',
    }).trim();
    execFileSync('tar', ['xzf', join(FOLDER, archive), '-C', FOLDER]);
  } catch {
    return Number.NaN;
  }
  return FETCHED.reduce(
    (sum, file) => sum + brotliCompressSync(readFileSync(join(FOLDER, 'package', file))).length,
    0,
  );
}
