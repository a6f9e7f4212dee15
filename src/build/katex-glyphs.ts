/**
 * Which characters each of KaTeX's faces has to draw. KaTeX chooses the face by classes; a face may be meant for
 * a text when the parts of one of its selectors all match elements around that text. That asks for a little too
 * much and never for too little.
 */
import { type CssNode, generate, parse, walk } from 'css-tree';
import { attribute, type PageElement, type PageSource } from './page-source.ts';

/** One selector that sets a face: all its parts (`.katex`, `span`, `.delimsizing.mult`) in any order. */
type FaceRule = { readonly family: string; readonly parts: readonly ElementPattern[] };
type ElementPattern = { readonly tag?: string; readonly classes: readonly string[] };

/** The rules of a sheet that set one of KaTeX's faces. */
export function faceRules(css: string): FaceRule[] {
  const rules: FaceRule[] = [];
  walk(parse(css), (rule) => {
    if (rule.type !== 'Rule' || rule.prelude.type !== 'SelectorList') return;
    const families = new Set<string>();
    walk(rule.block, (node) => {
      if (node.type !== 'Declaration' || !/^font(-family)?$/.test(node.property)) return;
      for (const [family] of generate(node.value).matchAll(/KaTeX_\w+/g)) families.add(family);
    });
    for (const selector of rule.prelude.children)
      for (const family of families) rules.push({ family, parts: readParts(selector) });
  });
  return rules;
}

function readParts(selector: CssNode): ElementPattern[] {
  const parts: { tag?: string; classes: string[] }[] = [{ classes: [] }];
  walk(selector, (node) => {
    const part = parts.at(-1);
    if (node.type === 'Combinator') parts.push({ classes: [] });
    else if (node.type === 'ClassSelector') part?.classes.push(node.name);
    else if (node.type === 'TypeSelector' && part && node.name !== '*') part.tag = node.name;
  });
  return parts;
}

/** Texts of formulas by the elements around them: what a text looks like depends on nothing else. */
export type FormulaTexts = Map<
  string,
  { readonly around: readonly ElementPattern[]; characters: Set<string> }
>;

/** Adds the texts of a page's formulas. */
export function collectFormulas(page: PageSource, formulas: FormulaTexts): void {
  for (const { text, ancestors } of page.texts) {
    if (!ancestors.some((element) => attribute(element, 'class')?.includes('katex-html'))) continue;
    const key = ancestors
      .map((element) => `${element.tagName}.${attribute(element, 'class') ?? ''}`)
      .join('>');
    const entry = formulas.get(key) ?? { around: ancestors.map(patternOf), characters: new Set() };
    for (const character of text) entry.characters.add(character);
    formulas.set(key, entry);
  }
}

/** The characters that each face has to draw, by family. */
export function glyphsByFamily(formulas: FormulaTexts, rules: readonly FaceRule[]): Map<string, Set<string>> {
  const glyphs = new Map<string, Set<string>>();
  for (const { around, characters } of formulas.values())
    for (const family of matching(rules, around))
      glyphs.set(family, characters.union(glyphs.get(family) ?? new Set()));
  return glyphs;
}

function patternOf(element: PageElement): ElementPattern {
  return { tag: element.tagName, classes: attribute(element, 'class')?.split(/\s+/) ?? [] };
}

function matching(rules: readonly FaceRule[], chain: readonly ElementPattern[]): readonly string[] {
  const matches = ({ tag, classes }: ElementPattern) =>
    chain.some(
      (element) => (!tag || element.tag === tag) && classes.every((c) => element.classes.includes(c)),
    );
  return [...new Set(rules.filter(({ parts }) => parts.every(matches)).map(({ family }) => family))];
}
