/**
 * The Content-Security-Policy of every page, made from the page as it is finally served: each inline script and
 * sheet is allowed by its hash, nothing else inline is. It goes into the page, before anything it governs, and
 * with the headers that only a server can send into `_headers`.
 *
 * Astro has a policy of its own (`security.csp`); it is not used because it is made before the last build steps
 * and stands after the scripts in the head.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ASSETS } from './asset-names.ts';
import { formatHeaders, type HeaderRule } from './headers-file.ts';
import { attribute, attributesOf, type PageElement, type PageSource, textOf } from './page-source.ts';
import { PDF_FOLDER } from './pdf-links.ts';
import { OFFLINE_SIZE, SERVICE_WORKER } from './service-worker.ts';
import { listFiles } from './site-files.ts';
import type { SiteStep } from './site-step.ts';

/** What pages need beyond the site's own files. */
export type PolicyNeeds = {
  /** Hashes of inline scripts, such as `'sha256-…'`. */
  readonly scripts: ReadonlySet<string>;
  /** Hashes of inline sheets. */
  readonly styles: ReadonlySet<string>;
  /** Whether pictures come as `data:` URLs. */
  readonly dataImages: boolean;
};

/** What the host of the site may turn on. */
export type PolicyOptions = {
  /** Comments by giscus: its web component shows a frame of giscus.app and needs nothing else. */
  readonly comments?: 'giscus' | undefined;
};

/** Where hosts look for headers. */
export const HEADERS = '_headers';

const STYLE_SOURCES = 'style-src';
const GISCUS = 'https://giscus.app';

/** Returns the policy that a page's own `<meta>` states. */
export function pagePolicy(needs: PolicyNeeds, options: PolicyOptions = {}): string {
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...needs.scripts],
    [STYLE_SOURCES]: ["'self'", ...needs.styles],
    'img-src': needs.dataImages ? ["'self'", 'data:'] : ["'self'"],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'frame-src': options.comments === 'giscus' ? [GISCUS] : ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Returns the sources that one page needs in its policy. Throws where it has inline code that no hash can allow. */
export function policyNeeds(page: PageSource, path: string): PolicyNeeds {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const code of page.addedScripts) scripts.add(hashSource(code));
  for (const element of page.elements) {
    for (const [name, value] of attributesOf(element)) refuseInlineCode(element, name, value, path);
    if (element.tagName === 'script' && isExecuted(element)) scripts.add(hashSource(textOf(element)));
    if (element.tagName === 'style') styles.add(hashSource(textOf(element)));
  }
  const dataImages = page.elements.some((element) => attribute(element, 'src')?.startsWith('data:image/'));
  return { scripts, styles, dataImages };
}

/** Returns the text with the first policy in it, as `pagePolicy` writes one, allowing these inline sheets too. */
export function allowSheets(text: string, sheets: Iterable<string>): string {
  const hashes = new Set([...sheets].map(hashSource));
  const more = [...hashes].filter((hash) => !text.includes(hash));
  return text.replace(`${STYLE_SOURCES} 'self'`, (sources) => [sources, ...more].join(' '));
}

function isExecuted(script: PageElement): boolean {
  const type = attribute(script, 'type')?.toLowerCase() ?? '';
  const kinds = ['', 'module', 'text/javascript', 'importmap', 'speculationrules'];
  return attribute(script, 'src') === undefined && kinds.includes(type);
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function refuseInlineCode(element: PageElement, name: string, value: string, path: string): void {
  const refuse = (why: string) => {
    throw new Error(`${path}: <${element.tagName} ${name}="${value}"> ${why}`);
  };
  if (name === 'style') refuse('is left; the policy forbids it. Move it to a sheet.');
  if (/^on[a-z]+$/.test(name)) refuse('is inline code. Use addEventListener in a script.');
  if (/^\s*javascript:/i.test(value)) refuse('is inline code. Use a button and a script.');
}

/** Headers that are the same for every file. */
const EVERYWHERE = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/**
 * For a file whose name does not change with its content. Without this, browsers use a file for a tenth of its age
 * (RFC 9111, 4.2.2) without asking, and show a new page with the data of the release before.
 */
const ASKED_AGAIN = { 'Cache-Control': 'no-cache' };

/** Powerful features are off; the button that copies a link or a formula needs the clipboard. */
function permissionsPolicy({ comments }: PolicyOptions): string {
  const off = ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'browsing-topics'].map(
    (name) => `${name}=()`,
  );
  const clipboard = comments === 'giscus' ? `clipboard-write=(self "${GISCUS}")` : 'clipboard-write=(self)';
  return [...off, clipboard].join(', ');
}

/**
 * Returns the rules of `_headers` for a site with these `entries` at its top (folders end in a slash). Hosts join the
 * values where two rules set one header for a path, and two joined policies both hold; so each page is matched
 * by one rule that sets a policy. Pages below `embed/` may be framed by anyone, the others by no one. Files beside them
 * at the top have a rule each.
 */
export function headerRules(
  entries: readonly string[],
  policy: string,
  options: PolicyOptions = {},
): HeaderRule[] {
  const pages = entries.filter((entry) => entry.endsWith('.html') || entry.endsWith('/'));
  const patterns = pages
    .filter((entry) => entry !== `${ASSETS}/`)
    .map((entry) => `/${entry.replace(/\/$/, '/*')}`);
  const pageRule = (path: string) => ({
    path,
    headers: {
      'Content-Security-Policy': `${policy}; frame-ancestors ${path === '/embed/*' ? '*' : "'none'"}`,
      ...ASKED_AGAIN,
    },
  });
  const special = [HEADERS, SERVICE_WORKER, OFFLINE_SIZE];
  const others = entries.filter((entry) => !pages.includes(entry) && !special.includes(entry));
  return [
    { path: '/*', headers: { ...EVERYWHERE, 'Permissions-Policy': permissionsPolicy(options) } },
    { path: `/${ASSETS}/*`, headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
    // Printed after the build, so that it is not among the entries yet.
    { path: `/${PDF_FOLDER}/*`, headers: ASKED_AGAIN },
    {
      path: `/${SERVICE_WORKER}`,
      headers: {
        'Content-Security-Policy': "default-src 'none'; connect-src 'self'",
        ...ASKED_AGAIN,
      },
    },
    ...['/', ...patterns].map(pageRule),
    ...[...others, OFFLINE_SIZE].map((entry) => ({ path: `/${entry}`, headers: ASKED_AGAIN })),
  ];
}

/** Writes each page's policy into it, and `_headers` with the policy that covers all pages. */
export function securityPolicy(options: PolicyOptions = {}): SiteStep<PolicyNeeds> {
  const all = { scripts: new Set<string>(), styles: new Set<string>(), dataImages: false };
  let sheetsHaveImages = false;
  let pages = 0;
  return {
    async prepare(dist) {
      sheetsHaveImages = await sheetsUseDataImages(dist);
    },
    page(page, path) {
      const own = policyNeeds(page, path);
      const needs = { ...own, dataImages: own.dataImages || sheetsHaveImages };
      const policy = pagePolicy(needs, options);
      page.addToHeadStart(`<meta http-equiv="content-security-policy" content="${policy}">`);
      return needs;
    },
    gather({ scripts, styles, dataImages }) {
      for (const hash of scripts) all.scripts.add(hash);
      for (const hash of styles) all.styles.add(hash);
      all.dataImages ||= dataImages;
      pages += 1;
    },
    async finish(dist) {
      const top = await readdir(dist, { withFileTypes: true });
      const entries = top.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort();
      const rules = headerRules(entries, pagePolicy(all, options), options);
      await writeFile(join(dist, HEADERS), formatHeaders(rules));
      return `policy in ${pages} pages and _headers: ${all.scripts.size} inline scripts, ${all.styles.size} inline sheets`;
    },
  };
}

async function sheetsUseDataImages(dist: string): Promise<boolean> {
  for (const path of await listFiles(dist, '.css'))
    if ((await readFile(join(dist, path), 'utf8')).includes('data:image/')) return true;
  return false;
}
