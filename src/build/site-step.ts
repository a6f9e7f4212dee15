/**
 * The steps between what Astro builds and what is published. Parsing is most of their cost, so each page is parsed
 * once, and every step sees it then.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PageSource } from './page-source.ts';
import { listFiles } from './site-files.ts';
import { inOrder } from './threads/in-order.ts';

/** Pages may be changed in other threads: what a step finds in one is plain data, and all it learns from it. */
export type SiteStep<Found = unknown> = {
  /** Looks at the folder before any page. */
  readonly prepare?: (dist: string) => Promise<void>;
  /** Reads or changes one page; `path` is relative to the folder. */
  readonly page?: (page: PageSource, path: string) => Found;
  /** Takes what `page` found, in the order of the pages. */
  gather?(found: Found): void;
  /** Works on the folder once all pages are written; resolves to a line that says what was done. */
  readonly finish: (dist: string) => Promise<string>;
};

/** Changes the page at a path; resolves to what each step found in it. */
export type PageChange = (path: string) => Promise<readonly unknown[]>;

/** Whoever changes pages, and how many of them at once. */
export type PageChanger = { readonly change: PageChange; readonly atOnce: number };

/** Returns the change that the steps, once prepared, make to a page in the folder `dist`. */
export function pageChange(dist: string, steps: readonly SiteStep[]): PageChange {
  return async (path) => {
    const html = await readFile(join(dist, path), 'utf8');
    const page = new PageSource(html);
    const found = steps.map((step) => step.page?.(page, path));
    const changed = page.toString();
    if (changed !== html) await writeFile(join(dist, path), changed);
    return found;
  };
}

/** Prepares the steps for a folder. */
export async function prepare(dist: string, steps: readonly SiteStep[]): Promise<void> {
  for (const step of steps) await step.prepare?.(dist);
}

/** Runs the steps over the site in `dist`; a later step sees what the earlier ones changed. */
export async function runSteps(
  dist: string,
  steps: readonly SiteStep[],
  say: (line: string) => void = () => {},
  { change, atOnce }: PageChanger = { change: pageChange(dist, steps), atOnce: 1 },
): Promise<void> {
  await prepare(dist, steps);
  for await (const found of inOrder(await listFiles(dist, '.html'), change, atOnce))
    for (const [index, step] of steps.entries()) step.gather?.(found[index]);
  for (const step of steps) say(await step.finish(dist));
}
