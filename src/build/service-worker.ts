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

/** Files not needed offline: host configuration, crawler files, preview pictures, PDFs, giscus. */
const NOT_READ = [
  new RegExp(`^${SERVICE_WORKER}$`),
  /^_headers$/,
  /^(?:robots\.txt|llms\.txt|sitemap\.xml)$/,
  /^og\//,
  /\.pdf$/,
  new RegExp(`^${ASSETS}/giscus\\.`),
];

/** Returns the files that a reader needs, each by its address from the root with the hash that it must have. */
export async function filesToKeep(dist: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const path of await listFiles(dist)) {
    if (NOT_READ.some((pattern) => pattern.test(path))) continue;
    const hash = createHash('sha256').update(await readFile(join(dist, path)));
    files[addressOf(path)] = `sha256-${hash.digest('base64')}`;
  }
  return files;
}

/** Returns the address of a file. Some hosts redirect `…/index.html` to the folder, so a page's address is its folder's. */
function addressOf(path: string): string {
  return `./${encodeURI(path.replace(/(^|\/)index\.html$/, '$1'))}`;
}

/**
 * Returns the addresses, among those of `files`, that are kept only once they are read: the pages two folders deep, which are
 * sections and figures alone. All that lies below such an address goes with it.
 */
export function partsOf(files: Readonly<Record<string, string>>): string[] {
  return Object.keys(files).filter((path) => /^\.\/[^/]+\/[^/]+\/$/.test(path));
}

/** A build step that writes `service-worker.js`. It must come last, because it hashes the files as they are then. */
export function serviceWorker(): SiteStep {
  return {
    async finish(dist) {
      const program = await readFile(new URL('./service-worker-program.js', import.meta.url), 'utf8');
      const files = await filesToKeep(dist);
      const version = contentHash(JSON.stringify(files) + program);
      const parts = partsOf(files);
      const build = JSON.stringify({ version, assets: ASSETS, parts, files }, null, 1);
      await writeFile(join(dist, SERVICE_WORKER), `const BUILD = ${build};\n\n${program}`);
      return `${Object.keys(files).length} files can be kept for reading offline, in ${parts.length} parts`;
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
