/**
 * Makes one build work from any folder of any host: URLs that begin at the site's root become relative to the
 * page or sheet that holds them. URLs with an origin (canonical, social pictures, sitemap) stay.
 *
 * `404.html` is the exception, because hosts serve it in place of a page at any depth: no relative URL can be
 * right there. Its URLs stay rooted, right wherever the site has a domain of its own, and a script of a few
 * lines finds the site's real root when they are not (see find-root.js).
 */
import { readFileSync } from 'node:fs';
import { generate, parse, walk } from 'css-tree';
import { attribute, attributesOf, type PageElement, type PageSource, textOf } from './page-source.ts';
import { listFiles, rewriteFiles } from './site-files.ts';
import type { SiteStep } from './site-step.ts';
import { applyEdits, type TextEdit } from './text-edits.ts';

export const NOT_FOUND = '404.html';

const URL_ATTRIBUTES = new Set([
  ...['href', 'xlink:href', 'src', 'poster', 'data', 'action', 'formaction', 'cite'],
  ...['component-url', 'renderer-url', 'before-hydration-url'],
]);
const URL_LIST_ATTRIBUTES = new Set(['srcset', 'imagesrcset']);

/** Returns a rooted URL such as `/_astro/a.css` relative to a file `depth` folders below the root. */
export function relativeUrl(url: string, depth: number): string {
  if (!url.startsWith('/') || url.startsWith('//')) return url;
  return (depth === 0 ? './' : '../'.repeat(depth)) + url.slice(1);
}

/** Returns `url`, which begins at the root, relative to the page at `path`. */
export function urlFrom(path: string, url: string): string {
  return path === NOT_FOUND ? url : relativeUrl(url, depthOf(path));
}

/** Returns how many folders lie between the root and the file. */
export function depthOf(path: string): number {
  return path.split('/').length - 1;
}

/** Returns the sheet with each `url(/…)` and `@import "/…"` relative. */
export function relativeSheet(css: string, depth: number): string {
  return withUrls(css, (url) => relativeUrl(url, depth));
}

/** Returns the text of the sheet at `from` with its URLs relative to the page at `to`, for inlining. */
export function movedSheet(css: string, from: string, to: string): string {
  const site = 'https://site.invalid';
  return withUrls(css, (url) => {
    const { origin, pathname, search, hash } = new URL(url, `${site}/${from}`);
    return origin === site && !url.startsWith('#') ? urlFrom(to, pathname + search + hash) : url;
  });
}

/** Returns the sheet with each URL passed through `change`. */
function withUrls(css: string, change: (url: string) => string): string {
  const edits: TextEdit[] = [];
  walk(parse(css, { positions: true, parseCustomProperty: true }), function (node) {
    const isImport = node.type === 'String' && this.atrule?.name === 'import';
    if ((node.type !== 'Url' && !isImport) || !node.loc) return;
    const value = change(node.value);
    if (value === node.value) return;
    edits.push({
      start: node.loc.start.offset,
      end: node.loc.end.offset,
      text: generate({ ...node, value }),
    });
  });
  return applyEdits(css, edits);
}

/** Makes every URL in the page's attributes and inline sheets relative. */
function makeRelative(source: PageSource, depth: number): void {
  for (const element of source.elements) {
    for (const [name, value] of attributesOf(element)) {
      const relative = relativeAttribute(element, name, value, depth);
      if (relative !== value) source.setAttribute(element, name, relative);
    }
    if (element.tagName === 'style') {
      const css = textOf(element);
      const relative = relativeSheet(css, depth);
      if (relative !== css) source.setText(element, relative);
    }
  }
}

function relativeAttribute(element: PageElement, name: string, value: string, depth: number): string {
  if (URL_ATTRIBUTES.has(name)) return relativeUrl(value, depth);
  // Candidates are separated by a comma and a space; a comma alone may belong to a URL.
  if (URL_LIST_ATTRIBUTES.has(name))
    return value.replace(/(^\s*|,\s+)(\/\S*)/g, (_, before, url) => before + relativeUrl(url, depth));
  if (name === 'content' && attribute(element, 'http-equiv')?.toLowerCase() === 'refresh')
    return value.replace(/(url=\s*)(\S+)/i, (_, before, url) => before + relativeUrl(url, depth));
  return value;
}

/** Rewrites all pages and sheets. */
export function relativeUrls(): SiteStep {
  let pages = 0;
  return {
    page(source, path) {
      if (path === NOT_FOUND)
        source.addScript(readFileSync(new URL('./find-root.js', import.meta.url), 'utf8'));
      else makeRelative(source, depthOf(path));
    },
    gather() {
      pages += 1;
    },
    async finish(dist) {
      const sheets = await rewriteFiles(dist, await listFiles(dist, '.css'), (css, path) =>
        relativeSheet(css, depthOf(path)),
      );
      return `URLs in ${pages} pages and ${sheets} sheets do not depend on where the site lies`;
    },
  };
}
