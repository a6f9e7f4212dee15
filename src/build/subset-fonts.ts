/**
 * Cuts every font file of the built site to what the book uses: characters, weights and features. Faces that no
 * text can use are dropped with their files. New names carry the content's hash.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { create } from 'fontkitten';
import subsetFont from 'subset-font';
import { renameReferences } from './asset-names.ts';
import { contentHash, nameWithHash } from './content-hash.ts';
import { type FontFace, fontFaces, namesFamily, usedFeatures, type WeightRange } from './font-faces.ts';
import { ALWAYS_IN_FORMULAS, formulaCharacters } from './formula-characters.ts';
import { fileOfUrl, listFiles, rewriteFiles } from './site-files.ts';
import type { SiteStep } from './site-step.ts';
import { applyEdits } from './text-edits.ts';
import { codeCharactersOf, pageCharacters } from './used-characters.ts';

/** What of one font file is needed. */
type FontNeeds = {
  readonly characters: Set<string>;
  readonly featuresOff: ReadonlySet<string>;
  readonly weights: WeightRange;
};

/** Characters of `available` that the face is for. */
function charactersOfFace(face: FontFace, available: Iterable<string>): Set<string> {
  const within = (codePoint: number) =>
    face.unicodeRange?.some(([first, last]) => codePoint >= first && codePoint <= last) ?? true;
  return new Set([...available].filter((character) => within(character.codePointAt(0) ?? 0)));
}

/** The family that `fonts.css` names for formulas. */
const FORMULA_FAMILY = 'STIX Two Math';

/** What pages show, in text and in formulas. */
type Shown = { characters: ReadonlySet<string>; formulas: ReadonlySet<string> };

/** Cuts the fonts, rewrites the sheets and every reference. */
export function subsetFonts(): SiteStep<Shown> {
  const shown: Shown = { characters: new Set(), formulas: ALWAYS_IN_FORMULAS };
  return {
    page: (page) => ({ characters: pageCharacters(page), formulas: formulaCharacters(page) }),
    gather({ characters, formulas }) {
      shown.characters = shown.characters.union(characters);
      shown.formulas = shown.formulas.union(formulas);
    },
    finish: (dist) => cutFonts(dist, shown),
  };
}

async function cutFonts(dist: string, shown: Shown): Promise<string> {
  const fonts = await listFiles(dist, '.woff2');
  if (fonts.length === 0) return 'the pages use no font files';
  const sheets = new Map<string, string>();
  for (const path of await listFiles(dist, '.css'))
    sheets.set(path, await readFile(join(dist, path), 'utf8'));
  const allCss = [...sheets.values()].join('\n');
  const used = shown.characters.union(await codeCharactersOf(dist));
  const charactersOf = (face: FontFace) =>
    charactersOfFace(face, face.family === FORMULA_FAMILY ? shown.formulas : used);

  const needs = new Map<string, FontNeeds>();
  for (const [path, css] of sheets) {
    const unused: FontFace[] = [];
    for (const face of fontFaces(css)) {
      const characters = namesFamily(allCss, face.family) ? charactersOf(face) : new Set<string>();
      if (characters.size === 0) unused.push(face);
      else for (const url of face.urls) addNeeds(needs, fileOfUrl(url, path), face, characters);
    }
    const edits = unused.map(({ start, end }) => ({ start, end, text: '' }));
    if (edits.length > 0) await writeFile(join(dist, path), applyEdits(css, edits));
  }
  await refuseUnusedPreloads(
    dist,
    fonts.filter((font) => !needs.has(font)),
  );

  const features = usedFeatures(allCss);
  const names = new Map<string, string>();
  let bytes = 0;
  for (const font of fonts) {
    const need = needs.get(font);
    if (need) {
      const subset = await subsetOf(await readFile(join(dist, font)), need, features);
      const name = nameWithHash(basename(font), contentHash(subset));
      await writeFile(join(dist, dirname(font), name), subset);
      names.set(basename(font), name);
      bytes += subset.length;
    }
    await rm(join(dist, font));
  }
  await renameReferences(dist, names);
  return `${names.size} of ${fonts.length} font files are used, cut to ${Math.ceil(bytes / 1000)} kB`;
}

function addNeeds(
  needs: Map<string, FontNeeds>,
  file: string,
  face: FontFace,
  characters: Set<string>,
): void {
  const known = needs.get(file);
  needs.set(file, {
    characters: known ? known.characters.union(characters) : characters,
    featuresOff: new Set(face.featuresOff.filter((tag) => known?.featuresOff.has(tag) ?? true)),
    weights: known ? wider(known.weights, face.weights) : face.weights,
  });
}

function wider(a: WeightRange, b: WeightRange): WeightRange {
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
}

function subsetOf(font: Buffer, needs: FontNeeds, features: ReadonlySet<string>): Promise<Buffer> {
  const { min, max } = needs.weights;
  return subsetFont(font, [...needs.characters].sort().join(''), {
    targetFormat: 'woff2',
    keepFeatures: [...features].filter((tag) => !needs.featuresOff.has(tag)),
    ...(hasWeightAxis(font) && { variationAxes: { wght: min === max ? min : { min, max } } }),
  });
}

function hasWeightAxis(bytes: Buffer): boolean {
  const font = create(bytes);
  return 'variationAxes' in font && 'wght' in font.variationAxes;
}

async function refuseUnusedPreloads(dist: string, unused: readonly string[]): Promise<void> {
  await rewriteFiles(dist, await listFiles(dist, '.html'), (html, page) => {
    const preloaded = unused.find((font) => html.includes(basename(font)));
    if (preloaded)
      throw new Error(
        `${page} asks for the font ${preloaded}, which no text of the book uses. Remove the link.`,
      );
    return html;
  });
}
