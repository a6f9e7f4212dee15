import { readdirSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the built site. */
export const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Paths of all built files, relative to `dist`, sorted. */
export const builtFiles: readonly string[] = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(dist, `${entry.parentPath}/${entry.name}`).split(sep).join('/'))
  .sort();

/** Files of all pages. */
export const pageFiles = builtFiles.filter((path) => path.endsWith('.html'));

/** Addresses of all pages, relative to the site's root: `''`, `03-…/08-…/`, `404.html`. */
export const pagePaths = pageFiles.map((path) => path.replace(/(^|\/)index\.html$/, '$1'));
