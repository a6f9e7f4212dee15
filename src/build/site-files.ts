import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, posix, relative, sep } from 'node:path';

/**
 * Paths of all files below `dist` that end in one of `extensions` (with their dot; of any when none is named),
 * relative to `dist`, with forward slashes, sorted so that every step of the build is repeatable.
 */
export async function listFiles(dist: string, ...extensions: readonly string[]): Promise<string[]> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .filter(({ name }) => extensions.length === 0 || extensions.includes(extname(name)))
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Rewrites each listed file with the text that `change` returns; files whose text stays the same are not written. */
export async function rewriteFiles(
  dist: string,
  paths: readonly string[],
  change: (text: string, path: string) => string,
): Promise<number> {
  let changed = 0;
  for (const path of paths) {
    const before = await readFile(join(dist, path), 'utf8');
    const after = change(before, path);
    if (after === before) continue;
    await writeFile(join(dist, path), after);
    changed += 1;
  }
  return changed;
}

/** Returns the file, relative to `dist`, that `url` means in the sheet or page at `path`. */
export function fileOfUrl(url: string, path: string): string {
  return decodeURI(new URL(url, `https://site.invalid/${posix.normalize(path)}`).pathname.slice(1));
}
