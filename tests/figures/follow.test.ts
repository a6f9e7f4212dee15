/** What a page shows after a change is what a build with the changed figures shows, at every place of the text. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Element } from 'hast';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadBook, type Section } from '../../src/book/index.ts';
import { readAdjustable } from '../../src/figures/build/index.ts';
import {
  type Place,
  type ReaderNumbers,
  type SlotResults,
  shownAt,
  slotsOf,
  withReaderNumbers,
} from '../../src/figures/index.ts';
import { prepareAll, slotEvaluator } from '../../src/slots/evaluate/index.ts';
import { filledText } from '../../src/slots/index.ts';
import { compile, type Page, writeBook } from '../markdown/page.ts';

await prepareAll();

const FOLDER = '01-first/01-one';
const TIME = 60_000;
const [section] = loadBook('content').sections as [Section, ...Section[]];
const figures = readFileSync(join(section.folder, section.figures), 'utf8');
/** Programs have a text of their own. */
const text = readFileSync(section.path, 'utf8').replaceAll(/<Listing [^>]*>/g, '');
/** A build stops at a claim that is false; here it is asked what the rest of the text becomes. */
const textWithoutClaims = text.replaceAll(/that="[^"]*"/g, 'that="True"');
const adjustable = readAdjustable({ file: section.figures, text: figures });
const entries = adjustable.flatMap((figure) => figure.entries.map((entry) => ({ ...figure, ...entry })));

const buildWith = (changed: string, page: string): Promise<Page> =>
  compile(writeBook({ [`${FOLDER}/figures.py`]: changed, [`${FOLDER}/index.mdx`]: page }), FOLDER);

const evaluate = slotEvaluator();
const resultsOf = (slots: readonly string[], changed: string): SlotResults =>
  new Map(evaluate({ text: changed, slots }, TIME).results);

/** Another number for every entry, within its bounds: negative where the book's is not, else with more digits. */
const otherNumbers = (sign: 1 | -1): ReaderNumbers =>
  new Map(
    entries.map(({ key, minimum, maximum, text: number }, k) => {
      const other =
        sign * (Number(number) > 0 ? -1 : 1) * (minimum + ((k * 0.37 + 0.15) % 1) * (maximum - minimum));
      return [key, Math.min(maximum, Math.max(minimum, other)).toFixed(2)];
    }),
  );

/** What a page's places are given by the build: their text, or what their component gets. */
function builtAt({ tree, frontmatter }: Page): Map<number, unknown> {
  const built = new Map<number, unknown>();
  const formulas: Element[] = [];
  const latex = new Map<Element, string>();
  visit(tree, (node) => {
    if (node.type === 'element' && node.tagName === 'math') formulas.push(node);
    if (node.type === 'element' && node.properties['className']?.toString() === 'equation') {
      // The copied LaTeX is that of all pieces; the first of them has the number of the place.
      const inside: Element[] = [];
      visit(node, 'element', (inner) => {
        if (inner.tagName === 'math') inside.push(inner);
        if (inner.tagName === 'button') latex.set(inside[0] ?? inner, String(inner.properties['dataLatex']));
      });
    }
    if (node.type === 'element' && node.tagName === 'span' && node.properties['dataN'] !== undefined)
      built.set(Number(node.properties['dataN']), toText(node, { whitespace: 'pre' }));
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const props = Object.fromEntries(
      node.attributes.flatMap((attribute) =>
        attribute.type === 'mdxJsxAttribute' &&
        typeof attribute.value === 'object' &&
        attribute.value !== null
          ? [[attribute.name, JSON.parse(attribute.value.value)]]
          : [],
      ),
    );
    const { place, value, numpyError, torchError, figures: numbers } = props;
    if (place !== undefined && node.name !== 'Claim')
      built.set(place, value ?? numbers ?? [numpyError, torchError].filter((error) => error !== undefined));
  });
  const distinct = [...new Set(formulas)];
  const places = frontmatter['places'] as readonly Place[];
  for (const [k, formula] of distinct.entries()) {
    const number = Number(formula.properties['dataN'] ?? -1);
    const place = places[number];
    if (place?.kind !== 'formula') continue;
    const pieces = distinct.slice(k, k + place.pieces).map((piece) => toText(piece, { whitespace: 'pre' }));
    built.set(number, { pieces, latex: latex.get(formula) });
  }
  return built;
}

/** The same of what the page puts there. */
function patchedAt(place: Place, results: SlotResults): unknown {
  const shown = shownAt(place, results);
  switch (shown.kind) {
    case 'text':
      return shown.text;
    case 'formula':
      return { pieces: shown.pieces.map((piece) => filledText([piece])), latex: shown.latex };
    case 'matrix':
      return shown.value;
    case 'raises':
      return shown.errors;
    case 'widget':
      return shown.figures;
    case 'claim':
      return undefined;
    default:
      return shown satisfies never;
  }
}

let places: readonly Place[] = [];
let slots: readonly string[] = [];
let book: SlotResults = new Map();

beforeAll(async () => {
  const { frontmatter } = await compile('content', relative('content', section.folder));
  places = frontmatter['places'] as readonly Place[];
  slots = [...new Set(places.flatMap(slotsOf))];
  book = resultsOf(slots, figures);
}, TIME);

describe('a page whose numbers were changed reads as a build with those numbers', () => {
  test.each([
    ['as the book has them', new Map()],
    ['with other signs', otherNumbers(1)],
    ['with other digits', otherNumbers(-1)],
  ])(
    '%s',
    async (_, numbers: ReaderNumbers) => {
      const changed = withReaderNumbers(figures, adjustable, numbers);
      const built = builtAt(await buildWith(changed, textWithoutClaims));
      const results = resultsOf(slots, changed);
      const patched = places.flatMap((place, k) =>
        place.kind === 'claim' ? [] : [[k, patchedAt(place, results)] as const],
      );
      expect(patched.length).toBeGreaterThan(200);
      // Formulas without slots have no place, and claims have no text of their own.
      expect(new Map(patched)).toEqual(new Map([...built].toSorted(([a], [b]) => a - b)));
    },
    TIME,
  );
});

const changedBy = (numbers: ReaderNumbers) => withReaderNumbers(figures, adjustable, numbers);

test(
  'a claim flips exactly where a build would stop',
  async () => {
    const changed = changedBy(otherNumbers(1));
    const results = resultsOf(slots, changed);
    const claims = places.filter((place) => place.kind === 'claim');
    const shown = claims.map((place) => shownAt(place, results));
    const broken = claims.filter((_, k) => shown[k]?.kind === 'claim' && !shown[k].holds);
    expect(broken.length).toBeGreaterThan(3);
    expect(broken.length).toBeLessThan(claims.length);
    await expect(buildWith(changed, text)).rejects.toThrow(`The claim "${broken[0]?.that}" is false`);
    // With the broken ones taken away, the build has nothing against the others.
    const mended = broken.reduce((page, { that }) => page.replaceAll(`that="${that}"`, 'that="True"'), text);
    await expect(buildWith(changed, mended)).resolves.toBeDefined();
  },
  TIME,
);

describe('each adjustable number', () => {
  test.each(entries)(
    '$key changes what depends on it and no shape',
    ({ key, name, minimum, maximum, text: number }) => {
      expect(book.size).toBe(slots.length);
      const other = Number(number) === maximum ? minimum : maximum;
      const changed = changedBy(new Map([[key, other.toFixed(1)]]));
      const all = resultsOf(slots, changed);
      const { results: some } = evaluate(
        { text: changed, slots: [], dependent: { slots, on: [name] } },
        TIME,
      );
      // What is left out as not depending on the figure is as it was.
      expect(new Map([...book, ...some])).toEqual(all);
      expect(some.length).toBeLessThan(slots.length);
      const shape = (results: SlotResults) =>
        [...results].map(([slot, result]) => [slot, 'shape' in result ? result.shape : []]);
      expect(shape(all)).toEqual(shape(book));
      expect(all).not.toEqual(book);
    },
  );
});
