/**
 * Editions of the built book: the same pages, but each page, script and linked sheet says which edition it is of, and
 * every name by content differs. So a test sees whether a page was given anything of another edition.
 */
import { cp, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { nameAssets } from '../../src/build/asset-names.ts';
import { serviceWorker } from '../../src/build/service-worker.ts';
import { listFiles, rewriteFiles } from '../../src/build/site-files.ts';
import { runSteps } from '../../src/build/site-step.ts';
import { dist } from './built-site.ts';

export type Edition = {
  readonly folder: string;
  /** A script that no page loads by itself, relative to the site's root. */
  readonly lazyScript: string;
  readonly remove: () => Promise<void>;
};

export async function makeEdition(name: string): Promise<Edition> {
  const folder = await mkdtemp(join(tmpdir(), 'edition-'));
  await cp(dist, folder, { recursive: true });
  const marks: Record<string, (text: string) => string> = {
    '.html': (text) => text.replace(/<html /, `<html data-edition="${name}" `),
    '.js': (text) => `${text}\n(globalThis.editions ??= new Set()).add("${name}");`,
    '.css': (text) => `${text}\n:root { --edition: ${name}; }`,
    '.svg': (text) => `${text}<!-- ${name} -->`,
  };
  for (const [extension, mark] of Object.entries(marks))
    await rewriteFiles(folder, await listFiles(folder, extension), mark);
  await writeFile(join(folder, '_astro', 'lazy.js'), `export const edition = "${name}";`);
  await runSteps(folder, [nameAssets(), serviceWorker()]);
  // A release is seldom new, and the older a file is, the longer browsers use it unasked.
  const dayAgo = Date.now() / 1000 - 24 * 60 * 60;
  for (const path of await listFiles(folder)) await utimes(join(folder, path), dayAgo, dayAgo);
  const lazyScript = (await listFiles(folder)).find((path) => path.startsWith('_astro/lazy.'));
  if (!lazyScript) throw new Error('The edition has no lazy script.');
  return { folder, lazyScript, remove: () => rm(folder, { recursive: true }) };
}

/** The editions that the page, its scripts, its sheets and its icon are of; one alone where nothing is mixed. */
export async function editionsOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href ?? '';
    const [, ofIcon = 'no icon'] = /<!-- (\w+) -->/.exec(await (await fetch(icon)).text()) ?? [];
    const ofScripts: Set<string> = Reflect.get(globalThis, 'editions') ?? new Set(['no script']);
    // Most sheets stand in the page and are of its edition.
    const linked = document.querySelectorAll('link[rel=stylesheet]').length > 0;
    const ofSheets = getComputedStyle(document.documentElement).getPropertyValue('--edition') || 'no sheet';
    const ofPage = document.documentElement.dataset['edition'] ?? 'no page';
    return [...new Set([ofPage, ...ofScripts, ...(linked ? [ofSheets.trim()] : []), ofIcon])];
  });
}
