/**
 * Moves every `style="…"` attribute of the built pages into one external sheet, so that the policy can forbid
 * inline styles. Equal styles share one rule, named by the hash of what it says.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate, parse } from 'css-tree';
import { ASSETS } from './asset-names.ts';
import { contentHash } from './content-hash.ts';
import { attribute, isInside, type PageSource } from './page-source.ts';
import { urlFrom } from './relative-urls.ts';
import type { SiteStep } from './site-step.ts';

/** The sheet of the moved styles; the step that names assets adds its hash. */
const SHEET = `${ASSETS}/styles.css`;

/** Rules by their selector. */
type StyleRules = Map<string, string>;

/**
 * Two ids that nothing can have (a space) raise the rule above every selector of the book's sheets, as an inline
 * style would be, while `!important` still wins over it.
 */
const AS_STRONG_AS_INLINE = ':not(#\\20#\\20)';

/** Takes the styles out of one page; `normalised` knows those that were met before. */
function moveStyles(source: PageSource, page: string, normalised: Map<string, string>): StyleRules {
  const rules: StyleRules = new Map();
  for (const element of source.elements) {
    const style = attribute(element, 'style');
    if (style === undefined) continue;
    source.removeAttribute(element, 'style');
    const declarations = normalised.get(style) ?? normalise(style, page);
    normalised.set(style, declarations);
    if (declarations === '') continue;
    const name = `s-${contentHash(declarations)}`;
    // React owns `class` inside an island and would drop a class it did not set; it leaves unknown data attributes alone.
    if (isInside(element, 'astro-island')) {
      source.setAttribute(element, 'data-style', name);
      rules.set(`[data-style=${name}]`, declarations);
    } else {
      source.setAttribute(element, 'class', [attribute(element, 'class'), name].filter(Boolean).join(' '));
      rules.set(`.${name}`, declarations);
    }
  }
  return rules;
}

function normalise(style: string, page: string): string {
  const refuse = () => {
    throw new Error(`${page}: the style attribute "${style}" is not valid CSS; correct what writes it.`);
  };
  return generate(parse(style, { context: 'declarationList', onParseError: refuse }));
}

/** Returns the sheet of all rules, in a fixed order. */
function styleSheet(rules: StyleRules): string {
  const lines = [...rules].map(
    ([selector, declarations]) => `${selector}${AS_STRONG_AS_INLINE}{${declarations}}`,
  );
  return `${lines.sort().join('\n')}\n`;
}

/** Rewrites all pages, links the sheet from those that need it, and writes it. */
export function hashStyles(): SiteStep<StyleRules> {
  const rules: StyleRules = new Map();
  // Pages have tens of thousands of styles, of a few hundred kinds.
  const normalised = new Map<string, string>();
  let changed = 0;
  return {
    page(source, path) {
      const moved = moveStyles(source, path, normalised);
      if (moved.size > 0) source.addToHeadEnd(`<link rel="stylesheet" href="${urlFrom(path, `/${SHEET}`)}">`);
      return moved;
    },
    gather(moved) {
      if (moved.size > 0) changed += 1;
      for (const [selector, declarations] of moved) rules.set(selector, declarations);
    },
    async finish(dist) {
      if (rules.size > 0) {
        await mkdir(join(dist, ASSETS), { recursive: true });
        await writeFile(join(dist, SHEET), styleSheet(rules));
      }
      return `${rules.size} inline styles became rules of one sheet, on ${changed} pages`;
    },
  };
}
