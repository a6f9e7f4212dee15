/**
 * Which characters each of KaTeX's faces has to draw. A text is drawn in the family, weight and style that the
 * innermost element around it sets; where several rules set one for the same element, each of them counts. That
 * may ask for a little too much and never for too little.
 */
import { type CssNode, generate, parse, walk } from 'css-tree';
import { type Ancestry, attribute, type PageElement, type PageSource } from './page-source.ts';

/** A face by its family, weight and style, as `faceName` writes it. */
type FaceName = string;

type ElementPattern = { readonly tag?: string; readonly classes: readonly string[] };
/** One compound of a selector, and whether it has to match the parent of what the next one matches. */
type SelectorPart = ElementPattern & { readonly isParent: boolean };

/** What one rule sets of a font. */
type FontRule = {
  readonly selector: readonly SelectorPart[];
  readonly families: readonly string[];
  readonly bold: readonly boolean[];
  readonly italic: readonly boolean[];
};

export function faceName(family: string, bold: boolean, italic: boolean): FaceName {
  return [family, bold && 'bold', italic && 'italic'].filter(Boolean).join(' ');
}

/** The rules of a sheet that set a family of KaTeX's, a weight or a style. */
export function fontRules(css: string): FontRule[] {
  const rules: FontRule[] = [];
  walk(parse(css), (rule) => {
    if (rule.type !== 'Rule' || rule.prelude.type !== 'SelectorList') return;
    const set = { families: [] as string[], bold: [] as boolean[], italic: [] as boolean[] };
    walk(rule.block, (node) => {
      if (node.type !== 'Declaration') return;
      const value = generate(node.value);
      if (/^font(-family)?$/.test(node.property)) set.families.push(...(value.match(/KaTeX_\w+/g) ?? []));
      if (/^font(-weight)?$/.test(node.property)) set.bold.push(...either(value, /bold|\b[6-9]\d\d\b/));
      if (/^font(-style)?$/.test(node.property)) set.italic.push(...either(value, /italic|oblique/));
    });
    if (set.families.length + set.bold.length + set.italic.length === 0) return;
    for (const selector of rule.prelude.children) rules.push({ selector: readParts(selector), ...set });
  });
  return rules;
}

/** Whether a value says so; both where only the reader's browser knows. */
function either(value: string, yes: RegExp): boolean[] {
  if (value === 'inherit') return [];
  return /var\(/.test(value) ? [true, false] : [yes.test(value)];
}

function readParts(selector: CssNode): SelectorPart[] {
  const parts: { tag?: string; classes: string[]; isParent: boolean }[] = [{ classes: [], isParent: false }];
  walk(selector, (node) => {
    const part = parts.at(-1);
    if (!part) return;
    if (node.type === 'Combinator') {
      part.isParent = node.name === '>';
      parts.push({ classes: [], isParent: false });
    } else if (node.type === 'ClassSelector') part.classes.push(node.name);
    else if (node.type === 'TypeSelector' && node.name !== '*') part.tag = node.name;
  });
  return parts;
}

/** Texts of formulas by the elements around them: what a text looks like depends on nothing else. */
export type FormulaTexts = Map<
  string,
  { readonly around: readonly ElementPattern[]; characters: Set<string> }
>;

/** The texts of a page's formulas. */
export function formulaTexts(page: PageSource): FormulaTexts {
  const formulas: FormulaTexts = new Map();
  for (const { text, around } of page.texts) {
    if (!isInFormula(around)) continue;
    const ancestors = elementsOf(around);
    const key = ancestors
      .map((element) => `${element.tagName}.${attribute(element, 'class') ?? ''}`)
      .join('>');
    const entry = formulas.get(key) ?? { around: ancestors.map(patternOf), characters: new Set() };
    for (const character of text) entry.characters.add(character);
    formulas.set(key, entry);
  }
  return formulas;
}

function isInFormula(around: Ancestry | undefined): boolean {
  for (let at = around; at; at = at.outer)
    if (attribute(at.element, 'class')?.includes('katex-html')) return true;
  return false;
}

/** Outermost first. */
function elementsOf(around: Ancestry | undefined): PageElement[] {
  const elements: PageElement[] = [];
  for (let at = around; at; at = at.outer) elements.push(at.element);
  return elements.reverse();
}

/** Adds the texts of another page to those in `all`. */
export function addFormulas(all: FormulaTexts, formulas: FormulaTexts): void {
  for (const [key, { around, characters }] of formulas)
    all.set(key, { around, characters: characters.union(all.get(key)?.characters ?? new Set()) });
}

/** The characters that each face has to draw. */
export function glyphsByFace(formulas: FormulaTexts, rules: readonly FontRule[]): Map<FaceName, Set<string>> {
  const glyphs = new Map<FaceName, Set<string>>();
  for (const { around, characters } of formulas.values())
    for (const family of innermost(around, rules, ({ families }) => families))
      for (const bold of innermost(around, rules, (rule) => rule.bold))
        for (const italic of innermost(around, rules, (rule) => rule.italic)) {
          const face = faceName(family, bold, italic);
          glyphs.set(face, characters.union(glyphs.get(face) ?? new Set()));
        }
  return glyphs;
}

function patternOf(element: PageElement): ElementPattern {
  return { tag: element.tagName, classes: attribute(element, 'class')?.split(/\s+/) ?? [] };
}

/** What the rules set for the innermost element for which one of them sets anything. */
function innermost<Value>(
  chain: readonly ElementPattern[],
  rules: readonly FontRule[],
  valuesOf: (rule: FontRule) => readonly Value[],
): readonly Value[] {
  const setting = rules.filter((rule) => valuesOf(rule).length > 0);
  for (let at = chain.length - 1; at >= 0; at--) {
    const values = setting
      .filter(({ selector }) => matches(selector, chain, at))
      .flatMap((rule) => valuesOf(rule));
    if (values.length > 0) return [...new Set(values)];
  }
  return [];
}

/** Whether the selector matches the element at `at` of the chain. */
function matches(selector: readonly SelectorPart[], chain: readonly ElementPattern[], at: number): boolean {
  const [subject, rest] = [selector.at(-1), selector.slice(0, -1)];
  const element = chain[at];
  if (subject === undefined) return true;
  if (!element || (subject.tag && subject.tag !== element.tag)) return false;
  if (!subject.classes.every((name) => element.classes.includes(name))) return false;
  if (rest.length === 0) return true;
  const nearest = rest.at(-1)?.isParent ? at - 1 : 0;
  for (let above = at - 1; above >= Math.max(nearest, 0); above--)
    if (matches(rest, chain, above)) return true;
  return false;
}
