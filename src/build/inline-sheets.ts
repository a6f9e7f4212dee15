/**
 * Inlines the style sheets of each page. A browser paints nothing before it has them, and requesting them costs a second round
 * trip, longer than the few kilobytes take. The offline copy keeps them with the page.
 *
 * `404.html` keeps its links: in the wrong folder it finds by them where the site really lies (see find-root.js).
 */
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { depthOf, movedSheet, NOT_FOUND } from './relative-urls.ts';
import { allowSheets, HEADERS } from './security-policy.ts';
import { fileOfUrl, listFiles, rewriteFiles } from './site-files.ts';
import type { SiteStep } from './site-step.ts';

/** A link as Astro and the steps before this one write it. */
const SHEET_LINK = /<link rel="stylesheet" href="([^"]+)">/g;

/** Works on the pages as they are once the assets have their names and the policies are written. */
export function inlineSheets(): SiteStep {
  return { finish: inlineAll };
}

async function inlineAll(dist: string): Promise<string> {
  const sheets = new Map<string, string>();
  for (const path of await listFiles(dist, '.css'))
    sheets.set(path, await readFile(join(dist, path), 'utf8'));
  // Pages that lie equally deep read the same.
  const moved = new Map<string, string>();
  const textIn = (page: string, sheet: string): string => {
    const css = sheets.get(sheet);
    if (css === undefined) throw new Error(`${page} links the sheet ${sheet}, which was not built.`);
    const key = `${depthOf(page)} ${sheet}`;
    const text = moved.get(key) ?? movedSheet(css, sheet, page);
    moved.set(key, text);
    return text;
  };
  const pages = (await listFiles(dist, '.html')).filter((path) => path !== NOT_FOUND);
  const changed = await rewriteFiles(dist, pages, (html, page) => {
    const texts: string[] = [];
    const complete = html.replace(SHEET_LINK, (_, url: string) => {
      const text = textIn(page, fileOfUrl(url, page));
      texts.push(text);
      return `<style>${text}</style>`;
    });
    return allowSheets(complete, texts);
  });
  await rewriteFiles(dist, [HEADERS], (headers) =>
    headers
      .split('\n')
      .map((line) => allowSheets(line, moved.values()))
      .join('\n'),
  );
  const unused = await removeUnused(dist, [...sheets.keys()]);
  return `sheets stand in ${changed} pages; ${unused} of ${sheets.size} files are not asked for any more`;
}

/** Removes the sheets that no page and no script names. */
async function removeUnused(dist: string, sheets: readonly string[]): Promise<number> {
  const unused = new Set(sheets);
  for (const path of await listFiles(dist, '.html', '.js')) {
    const text = await readFile(join(dist, path), 'utf8');
    for (const sheet of unused) if (text.includes(basename(sheet))) unused.delete(sheet);
  }
  for (const sheet of unused) await rm(join(dist, sheet));
  return unused.size;
}
