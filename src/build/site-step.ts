/**
 * The steps between what Astro builds and what is published. Parsing is most of their cost, so each page is parsed
 * once, and every step sees it then.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PageSource } from './page-source.ts';
import { listFiles } from './site-files.ts';

export type SiteStep = {
  /** Looks at the folder before any page. */
  readonly prepare?: (dist: string) => Promise<void>;
  /** Reads or changes one page; `path` is relative to the folder. */
  readonly page?: (page: PageSource, path: string) => void;
  /** Works on the folder once all pages are written; resolves to a line that says what was done. */
  readonly finish: (dist: string) => Promise<string>;
};

/** Runs the steps over the site in `dist`; a later step sees what the earlier ones changed. */
export async function runSteps(
  dist: string,
  steps: readonly SiteStep[],
  say: (line: string) => void = () => {},
): Promise<void> {
  for (const step of steps) await step.prepare?.(dist);
  for (const path of await listFiles(dist, '.html')) {
    const html = await readFile(join(dist, path), 'utf8');
    const page = new PageSource(html);
    for (const step of steps) step.page?.(page, path);
    const changed = page.toString();
    if (changed !== html) await writeFile(join(dist, path), changed);
  }
  for (const step of steps) say(await step.finish(dist));
}
