/**
 * Names scripts and sheets by a hash of their final content. Astro names them before the steps after the build change
 * them, and a name that is cached for ever must never have two contents.
 */
import { readFile, rename } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';
import { contentHash, nameWithHash } from './content-hash.ts';
import { listFiles, rewriteFiles } from './site-files.ts';
import type { SiteStep } from './site-step.ts';

/** Where Astro puts what it bundles; the only folder that hosts may cache for ever. */
export const ASSETS = '_astro';
const REFERRING = ['.html', '.css', '.js', '.json', '.webmanifest'];

/** Returns a pattern that finds any of the file names, wherever they are written. */
function anyOf(names: Iterable<string>): RegExp {
  const escaped = [...names].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\w.@-])(?:${escaped.join('|')})(?![\\w.-])`, 'g');
}

/** Writes new file names (without folder) over old ones in every file of `dist` that could mention them. */
export async function renameReferences(dist: string, names: ReadonlyMap<string, string>): Promise<void> {
  if (names.size === 0) return;
  const pattern = anyOf(names.keys());
  await rewriteFiles(dist, await listFiles(dist, ...REFERRING), (text) =>
    text.replace(pattern, (name) => names.get(name) ?? name),
  );
}

/**
 * New names for files that mention each other: each gets the hash of its own text and of all texts it can
 * reach, so that a change of one renames all that load it, also where they form a circle.
 */
export function namesByContent(texts: ReadonlyMap<string, string>): Map<string, string> {
  const pattern = anyOf(texts.keys());
  const mentions = new Map([...texts].map(([name, text]) => [name, new Set(text.match(pattern))] as const));
  const names = new Map<string, string>();
  for (const name of texts.keys()) {
    const reached = new Set([name]);
    for (const seen of reached) for (const next of mentions.get(seen) ?? []) reached.add(next);
    const hashes = [...reached].map((seen) => contentHash(texts.get(seen) ?? '', 64));
    names.set(name, nameWithHash(name, contentHash([hashes[0], ...hashes.slice(1).sort()].join())));
  }
  return names;
}

/** Renames the scripts and sheets by their content and updates every reference to them. */
export function nameAssets(): SiteStep {
  return { finish: renameAssets };
}

async function renameAssets(dist: string): Promise<string> {
  const paths = (await listFiles(dist, '.css', '.js')).filter((path) => path.startsWith(`${ASSETS}/`));
  const texts = new Map<string, string>();
  for (const path of paths) {
    const name = basename(path);
    if (texts.has(name)) throw new Error(`Two assets are called ${name}; give one of them another name.`);
    texts.set(name, await readFile(join(dist, path), 'utf8'));
  }
  const names = namesByContent(texts);
  await renameReferences(dist, names);
  for (const path of paths)
    await rename(join(dist, path), join(dist, posix.join(dirname(path), names.get(basename(path)) ?? '')));
  return `${paths.length} scripts and sheets are named by their content`;
}
