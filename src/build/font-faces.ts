/** Reads the `@font-face` rules of a sheet, and which families and features the rest of the sheet uses. */
import { type Atrule, generate, parse, walk } from 'css-tree';

export type CodePointRange = readonly [first: number, last: number];

export type WeightRange = { readonly min: number; readonly max: number };

export type FontFace = {
  readonly family: string;
  /** URLs of the sources, as written. */
  readonly urls: readonly string[];
  /** What `font-weight` says: a range for a variable face, else one weight as both ends. */
  readonly weights: WeightRange;
  readonly italic: boolean;
  /** Absent when the face is for every character. */
  readonly unicodeRange?: readonly CodePointRange[];
  /** Features that the face's own `font-feature-settings` turns off. */
  readonly featuresOff: readonly string[];
  /** Where the rule stands in the sheet. */
  readonly start: number;
  readonly end: number;
};

/** Returns all `@font-face` rules of the sheet. */
export function fontFaces(css: string): FontFace[] {
  const faces: FontFace[] = [];
  walk(parse(css, { positions: true }), (node) => {
    if (node.type === 'Atrule' && node.name === 'font-face') faces.push(readFace(node));
  });
  return faces;
}

function readFace(rule: Atrule): FontFace {
  const values = new Map<string, string>();
  const urls: string[] = [];
  walk(rule, (node) => {
    if (node.type === 'Declaration') values.set(node.property, generate(node.value));
    if (node.type === 'Url') urls.push(node.value);
  });
  const range = values.get('unicode-range');
  return {
    family: unquote(values.get('font-family') ?? ''),
    urls,
    weights: readWeights(values.get('font-weight') ?? 'normal'),
    italic: values.get('font-style') === 'italic',
    ...(range && { unicodeRange: range.split(',').map(readRange) }),
    featuresOff: [...(values.get('font-feature-settings') ?? '').matchAll(/["'](.{4})["']\s*(?:0|off)/g)].map(
      ([, tag]) => tag ?? '',
    ),
    start: rule.loc?.start.offset ?? 0,
    end: rule.loc?.end.offset ?? 0,
  };
}

function readWeights(text: string): WeightRange {
  const [min = 400, max = min] = text
    .split(' ')
    .map((word) => ({ normal: 400, bold: 700 })[word] ?? Number(word));
  return { min, max };
}

function unquote(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}

/** Reads `U+26`, `U+0-7F` or `U+4??`. */
function readRange(text: string): CodePointRange {
  const [first = '', last] = text.trim().replace(/^u\+/i, '').split('-');
  const from = Number.parseInt(first.replaceAll('?', '0'), 16);
  return [from, Number.parseInt((last ?? first).replaceAll('?', 'f'), 16)];
}

/** Returns whether a rule other than `@font-face` names the family. */
export function namesFamily(css: string, family: string): boolean {
  let found = false;
  walk(parse(css, { parseCustomProperty: true }), function (node) {
    if (node.type !== 'Declaration' || this.atrule?.name === 'font-face') return;
    found ||= generate(node.value).replaceAll(/["']/g, '').includes(family);
  });
  return found;
}

const ALWAYS_ON = ['kern', 'liga', 'clig', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'rlig', 'rvrn', 'rclt'];
const FEATURES_OF_VARIANTS: Readonly<Record<string, readonly string[]>> = {
  'lining-nums': ['lnum'],
  'oldstyle-nums': ['onum'],
  'proportional-nums': ['pnum'],
  'tabular-nums': ['tnum'],
  'diagonal-fractions': ['frac', 'numr', 'dnom'],
  'stacked-fractions': ['afrc'],
  ordinal: ['ordn'],
  'slashed-zero': ['zero'],
  'small-caps': ['smcp'],
  'all-small-caps': ['smcp', 'c2sc'],
  'titling-caps': ['titl'],
  'discretionary-ligatures': ['dlig'],
  'historical-ligatures': ['hlig'],
  sub: ['subs'],
  super: ['sups'],
};

/** OpenType features that browsers apply by themselves or that the sheet turns on. */
export function usedFeatures(css: string): Set<string> {
  const features = new Set(ALWAYS_ON);
  walk(parse(css), function (node) {
    if (node.type !== 'Declaration' || this.atrule?.name === 'font-face') return;
    if (!/^font(-variant|-feature|$)/.test(node.property)) return;
    walk(node, (part) => {
      if (part.type === 'String' && part.value.length === 4) features.add(part.value);
      if (part.type === 'Identifier')
        for (const tag of FEATURES_OF_VARIANTS[part.name] ?? []) features.add(tag);
    });
  });
  return features;
}
