/** Checks that links inside the book lead somewhere, and fills links to equations that have no words. */
import type { Link } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Section } from '../book/index.ts';
import { suggestion } from '../diagnostics/index.ts';
import { pageIds } from './ids.ts';
import type { PageContext } from './page-context.ts';
import { parsePage, readPage } from './parse-page.ts';
import { attempt, remarkPlugin } from './plugin.ts';

/** A placeholder for the site's address, to resolve relative links against. */
const ORIGIN = 'https://book.invalid';

export const remarkLinks = remarkPlugin((tree, page, file) => {
  const own = pageIds(tree);
  const formulas = file.data.formulas ?? [];
  visit(tree, 'definition', (definition) => {
    throw page.slip(definition, 'A link defined apart from its words. Expected [words](address) in place.');
  });
  visit(tree, 'link', (link: Link) => {
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(link.url)) return;
    const equation = formulas.find(({ equation }) => link.url === `#${equation?.id}`)?.equation;
    if (link.children.length === 0 && equation !== undefined)
      link.children = [{ type: 'text', value: `(${equation.number})` }];
    // The number of a formula that could not be read is not known yet.
    const isEquation = link.url.startsWith('#eq-') && own.includes(link.url.slice(1));
    attempt(file, () => {
      if (link.children.length === 0 && !isEquation)
        throw page.slip(link, `The link to ${link.url} has no words. Only links to equations may be empty.`);
      checkTarget(link, own, page);
    });
  });
});

function checkTarget(link: Link, own: readonly string[], page: PageContext): void {
  const { section } = page;
  const base = `${ORIGIN}${section?.url ?? '/'}`;
  const { pathname, hash } = new URL(link.url, base);
  const fragment = decodeURIComponent(hash.slice(1));
  if (link.url.startsWith('#')) {
    checkFragment(fragment, own, link, page);
    return;
  }
  const target = page.book.sections.find(({ url }) => url === pathname);
  if (target === undefined && pathname !== '/') {
    const known = ['/', ...page.book.sections.map(({ url }) => url)];
    throw page.slip(
      link,
      `No page ${pathname} in the book (link to ${link.url}). ${suggestion(pathname, known)}`,
    );
  }
  if (target !== undefined && fragment !== '')
    checkFragment(fragment, target === section ? own : idsOf(target), link, page);
}

/** Returns what can be linked to on another page. */
function idsOf(section: Section): string[] {
  return pageIds(parsePage(readPage(section.path), section));
}

function checkFragment(fragment: string, ids: readonly string[], link: Link, page: PageContext): void {
  if (ids.includes(fragment)) return;
  throw page.slip(
    link,
    `No #${fragment} to link to (${link.url}). ${suggestion(fragment, ids, (id) => `#${id}`)}`,
  );
}
