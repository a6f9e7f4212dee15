/**
 * A Vite plugin for KaTeX's own sheet: leaves only the woff2 source of each font, which every browser in use reads,
 * and puts the sheet into a cascade layer, so that the book's styles stand above it.
 */
import { generate, parse, walk } from 'css-tree';
import type { Plugin } from 'vite';

const KATEX_SHEET = /[\\/]katex[\\/]dist[\\/]katex(\.min)?\.css(\?|$)/;

/** The sheet with every `src` of `@font-face` cut to its woff2 source. */
export function woff2Only(css: string): string {
  const sheet = parse(css);
  walk(sheet, (node) => {
    if (node.type !== 'Declaration' || node.property !== 'src' || node.value.type !== 'Value') return;
    const sources = generate(node.value).split(/,(?=url\()/);
    const woff2 = sources.find((source) => source.includes('.woff2'));
    if (!woff2) throw new Error(`A font of KaTeX has no woff2 source: ${sources.join(', ')}.`);
    node.value = { type: 'Raw', value: woff2 };
  });
  return generate(sheet);
}

/** Changes KaTeX's own sheet before Vite collects the files it names. */
export function katexWoff2(): Plugin {
  return {
    name: 'katex-woff2',
    enforce: 'pre',
    transform(css, id) {
      return KATEX_SHEET.test(id) ? { code: `@layer katex{${woff2Only(css)}}`, map: null } : undefined;
    },
  };
}
