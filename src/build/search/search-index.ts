import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIndex, type SearchEntry } from '../../search/index.ts';
import type { SiteStep } from '../site-step.ts';
import { pageEntries } from './page-entries.ts';

/** The file that a page fetches when its reader begins to search. */
const SEARCH_FILE = 'search.json';

/** Pages that lead nowhere in the book: what is embedded elsewhere, and what answers a wrong address. */
const LEFT_OUT = /^(?:embed\/|404\.html$)/;

/** Returns a build step that writes the search index of all pages. */
export function searchIndex(): SiteStep<readonly SearchEntry[]> {
  const entries: SearchEntry[] = [];
  return {
    page: (page, path) => (LEFT_OUT.test(path) ? [] : pageEntries(page, path.replace(/index\.html$/, ''))),
    gather: (found) => void entries.push(...found),
    async finish(dist) {
      const json = JSON.stringify(buildIndex(entries));
      await writeFile(join(dist, SEARCH_FILE), json);
      return `${entries.length} places can be found, in ${Math.ceil(json.length / 1000)} kB`;
    },
  };
}
