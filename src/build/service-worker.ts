/**
 * Writes the service worker that keeps what was read of the book on the reader's device. It comes after every
 * step that changes a file, because it lists each with its hash: a version arrives exactly as built, or not at all.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { ASSETS } from './asset-names.ts';
import { contentHash } from './content-hash.ts';
import { listFiles } from './site-files.ts';
import type { SiteStep } from './site-step.ts';

/** Its name stays the same for ever: browsers look for the next version there. */
export const SERVICE_WORKER = 'service-worker.js';

/** Says how many bytes the whole book takes on a device, for readers who have no worker yet: `{ "bytes": 7700000 }`. */
export const OFFLINE_SIZE = 'offline.json';

/** Files not needed offline: host configuration, crawler files, Markdown twins, preview pictures, PDFs, giscus. */
const NOT_READ = [
  new RegExp(`^(?:${SERVICE_WORKER}|${OFFLINE_SIZE})$`),
  /^_headers$/,
  /^(?:robots\.txt|llms\.txt|sitemap\.xml)$/,
  /\/index\.md$/,
  /^og\//,
  /\.pdf$/,
  new RegExp(`^${ASSETS}/giscus\\.`),
];

/** A file that is kept: the hash that it must have, and its size. */
export type KeptFile = { readonly integrity: string; readonly bytes: number };

/** Returns the files that a reader needs, each by its address from the root. */
export async function filesToKeep(dist: string): Promise<Map<string, KeptFile>> {
  const files = new Map<string, KeptFile>();
  for (const path of await listFiles(dist)) {
    if (NOT_READ.some((pattern) => pattern.test(path))) continue;
    const content = await readFile(join(dist, path));
    const hash = createHash('sha256').update(content).digest('base64');
    files.set(addressOf(path), { integrity: `sha256-${hash}`, bytes: content.length });
  }
  return files;
}

/** Returns the address of a file. Some hosts redirect `…/index.html` to the folder, so a page's address is its folder's. */
function addressOf(path: string): string {
  return `./${encodeURI(path.replace(/(^|\/)index\.html$/, '$1'))}`;
}

/**
 * Returns those of the addresses that are kept only once they are read: the pages two folders deep, which are sections and
 * figures alone. All that lies below such an address goes with it.
 */
export function partsOf(addresses: Iterable<string>): string[] {
  return [...addresses].filter((path) => /^\.\/[^/]+\/[^/]+\/$/.test(path));
}

/** Returns the size of each part in bytes, and of all that belongs to none. */
export function sizesOf(files: ReadonlyMap<string, KeptFile>): {
  readonly shellBytes: number;
  readonly parts: Record<string, number>;
} {
  const parts = Object.fromEntries(partsOf(files.keys()).map((part) => [part, 0]));
  let shellBytes = 0;
  for (const [path, { bytes }] of files) {
    const part = Object.keys(parts).find((start) => path.startsWith(start));
    if (part === undefined) shellBytes += bytes;
    else parts[part] = (parts[part] ?? 0) + bytes;
  }
  return { shellBytes, parts };
}

/** A build step that writes `service-worker.js`. It must come last, because it hashes the files as they are then. */
export function serviceWorker(): SiteStep {
  return {
    async finish(dist) {
      const program = await readFile(new URL('./service-worker-program.js', import.meta.url), 'utf8');
      const kept = await filesToKeep(dist);
      const files = Object.fromEntries([...kept].map(([path, { integrity }]) => [path, integrity]));
      const version = contentHash(JSON.stringify(files) + program);
      const sizes = sizesOf(kept);
      const build = JSON.stringify({ version, assets: ASSETS, ...sizes, files }, null, 1);
      await writeFile(join(dist, SERVICE_WORKER), `const BUILD = ${build};\n\n${program}`);
      const bytes = Object.values(sizes.parts).reduce((sum, size) => sum + size, sizes.shellBytes);
      await writeFile(join(dist, OFFLINE_SIZE), JSON.stringify({ bytes }));
      return `${kept.size} files can be kept for reading offline, in ${Object.keys(sizes.parts).length} parts`;
    },
  };
}

/** Answers for `service-worker.js` in development: with a worker that removes the one of an earlier build. */
export async function answerInDevelopment(
  { url }: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): Promise<void> {
  if (url !== `/${SERVICE_WORKER}`) {
    next();
    return;
  }
  response.setHeader('Content-Type', 'text/javascript');
  response.end(await readFile(new URL('./service-worker-remover.js', import.meta.url)));
}
