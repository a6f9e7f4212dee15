/** Checks that every program of the section is shown: one that no listing names would be built and read by nobody. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AuthorError } from '../diagnostics/index.ts';
import { eachElement, textOf } from './jsx.ts';
import { folderOf } from './page-context.ts';
import { remarkPlugin } from './plugin.ts';

export const remarkListings = remarkPlugin((tree, page, file) => {
  const folder = join(folderOf(file), 'listings');
  if (page.section === undefined || !existsSync(folder)) return;
  const shown = new Set<string | undefined>();
  eachElement(tree, (element) => {
    if (element.name !== 'Listing') return;
    for (const library of ['numpy', 'torch']) shown.add(textOf(element, library));
  });
  const programs = readdirSync(folder).filter((name) => name.endsWith('.py'));
  // A missing file is reported as its own error, and the author may have meant this one.
  if ([...shown].some((name) => name !== undefined && !programs.includes(name))) return;
  const unshown = programs.find((name) => !shown.has(name));
  if (unshown === undefined) return;
  const { file: pageFile } = page.section;
  throw new AuthorError(
    { file: pageFile.replace(/[^/]*$/, `listings/${unshown}`), line: 1, column: 1 },
    `No <Listing> of ${pageFile} shows this program. Add <Listing numpy="${unshown}" caption="…" />, or remove the file and its notes.`,
  );
});
