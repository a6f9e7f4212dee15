/**
 * Moves every `style="…"` attribute of the built pages into one external sheet, so that the policy can forbid
 * inline styles. Equal styles share one rule, named by the hash of what it says.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate, parse } from 'css-tree';
import { contentHash } from './content-hash.ts';
import { attribute, isInside, PageSource } from './page-source.ts';
import { listFiles } from './site-files.ts';

/** Rules by their selector; shared by all pages of one build. */
export type StyleRules = Map<string, string>;

/**
 * Two ids that nothing can have (a space) raise the rule above every selector of the book's sheets, as an inline
 * style would be, while `!important` still wins over it.
 */
const AS_STRONG_AS_INLINE = ':not(#\\20#\\20)';

/** The page without style attributes; what they said is added to `rules`. `sheet` is the URL to link. */
export function hashPageStyles(html: string, page: string, rules: StyleRules): string {
  const source = new PageSource(html);
  for (const element of source.elements) {
    const style = attribute(element, 'style');
    if (style === undefined) continue;
    source.removeAttribute(element, 'style');
    const declarations = normalise(style, page);
    if (declarations === '') continue;
    const name = `s-${contentHash(declarations)}`;
    // React owns `class` inside an island and would drop a foreign class with the next change; it leaves a data
    // attribute that it does not know alone.
    if (isInside(element, 'astro-island')) {
      source.setAttribute(element, 'data-style', name);
      rules.set(`[data-style=${name}]`, declarations);
    } else {
      source.setAttribute(element, 'class', [attribute(element, 'class'), name].filter(Boolean).join(' '));
      rules.set(`.${name}`, declarations);
    }
  }
  return source.toString();
}

function normalise(style: string, page: string): string {
  const refuse = () => {
    throw new Error(`${page}: the style attribute "${style}" is not valid CSS; correct what writes it.`);
  };
  return generate(parse(style, { context: 'declarationList', onParseError: refuse }));
}

/** The sheet of all rules, in a fixed order. */
export function styleSheet(rules: StyleRules): string {
  const lines = [...rules].map(
    ([selector, declarations]) => `${selector}${AS_STRONG_AS_INLINE}{${declarations}}`,
  );
  return `${lines.sort().join('\n')}\n`;
}

/** Rewrites all pages of `dist`, writes the sheet, and links it from the pages that need it. */
export async function hashStyles(dist: string): Promise<string> {
  const rules: StyleRules = new Map();
  const changed = new Map<string, string>();
  for (const page of await listFiles(dist, '.html')) {
    const before = await readFile(join(dist, page), 'utf8');
    const after = hashPageStyles(before, page, rules);
    if (after !== before) changed.set(page, after);
  }
  const sheet = styleSheet(rules);
  const url = `/_astro/styles.${contentHash(sheet)}.css`;
  if (rules.size > 0) {
    await mkdir(join(dist, '_astro'), { recursive: true });
    await writeFile(join(dist, url), sheet);
  }
  for (const [page, html] of changed) {
    const source = new PageSource(html);
    if (rules.size > 0) source.addToHeadEnd(`<link rel="stylesheet" href="${url}">`);
    await writeFile(join(dist, page), source.toString());
  }
  return `${rules.size} inline styles became rules of one sheet, on ${changed.size} pages`;
}
