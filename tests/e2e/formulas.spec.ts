/** A formula with fewer elements is drawn exactly as KaTeX's own: each character, each line and each picture. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { leanFormula, typeset } from '../../src/markdown/index.ts';

const katex = createRequire(import.meta.url)
  .resolve('katex/dist/katex.css')
  .replace(/katex\.css$/, '');
const sheets = [`${katex}katex.css`, 'src/styles/equations.css', 'src/styles/base.css'];

const FORMULAS = [
  '\\vz = \\mW\\vx + \\vb',
  '\\cw{w_{ij}}\\,\\cx{x_j} + \\cb{b_i} = \\cz{-1.5}',
  '\\lVert\\vx\\rVert = \\sqrt{\\cx{3}^2 + \\cx{4}^2} = 5',
  '\\begin{bmatrix}1 & -2 & 3 \\\\ 4 & 5 & 6\\end{bmatrix} \\begin{bmatrix}\\cx{1} \\\\ 2 \\\\ 3\\end{bmatrix}',
  '\\begin{aligned} a \\cdot b &= \\sum_{i=0}^{n-1} a_i b_i \\\\ &\\approx 2.25 \\end{aligned}',
  '\\cos\\theta = \\frac{\\mathbf{a} \\cdot b}{\\lVert a\\rVert\\,\\lVert b\\rVert}',
  '\\begin{cases} z & \\text{if } z > 0 \\\\ 0 & \\text{else} \\end{cases}',
  'f\\colon \\mathbb{R}^n \\to \\mathbb{R}^m',
  '\\hat{\\mathbf{v}} \\times \\overline{ab} \\pmod 3',
  '\\underbrace{a + b}_{n} \\; \\xrightarrow{W} \\; \\left(\\frac{a}{b}\\right)^2',
  '\\begin{array}{c|c} 1 & 2 \\\\ \\hline 3 & 4 \\end{array}',
  "\\int_0^1 f'(x)\\,dx - \\prod_i p_i \\quad \\boxed{x}",
];

/** How far two roundings to the 64th part of a pixel, one an element, may add up. */
const PIXELS = 0.15;

type Drawn = { readonly what: string; readonly box: readonly number[] };

/** Whatever a formula shows, in its order: characters with their face and colour, lines, pictures. */
function drawnIn(page: Page): Promise<Drawn[]> {
  return page.evaluate(() => {
    const drawn: { what: string; box: number[] }[] = [];
    const boxOf = ({ x, y, width, height }: DOMRect) => [x, y, width, height];
    for (const root of document.querySelectorAll('.katex-html')) {
      drawn.push({ what: 'formula', box: boxOf(root.getBoundingClientRect()) });
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node instanceof Text) {
          const { fontFamily, fontSize, fontStyle, fontWeight, color } = getComputedStyle(
            node.parentElement ?? root,
          );
          for (let at = 0; at < node.length; at++) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const what = [node.data[at], fontFamily, fontSize, fontStyle, fontWeight, color].join(' ');
            drawn.push({ what, box: boxOf(range.getBoundingClientRect()) });
          }
        } else if (node instanceof Element) {
          const { borderBottomWidth } = getComputedStyle(node);
          if (node.tagName === 'path' || borderBottomWidth !== '0px')
            drawn.push({ what: `line of ${borderBottomWidth}`, box: boxOf(node.getBoundingClientRect()) });
        }
      }
    }
    return drawn;
  });
}

/** Draws the formulas, each in a line of text, on a page with KaTeX's sheet and fonts and the book's rules on top. */
async function draw(page: Page, formulas: readonly string[]): Promise<Drawn[]> {
  const styles = await Promise.all(sheets.map((sheet) => readFile(sheet, 'utf8')));
  const lines = formulas.map((formula) => `<p>Text ${formula} text.</p>`).join('');
  const body = `<!doctype html><meta charset="utf-8"><style>${styles.join('\n')}</style>${lines}`;
  await page.route('http://formulas.test/**', (route) => {
    const { pathname } = new URL(route.request().url());
    return route.fulfill(pathname === '/' ? { contentType: 'text/html', body } : { path: katex + pathname });
  });
  await page.goto('http://formulas.test/');
  await page.evaluate(() => document.fonts.ready);
  const drawn = await drawnIn(page);
  await page.unrouteAll();
  return drawn;
}

test('a formula with fewer elements is drawn as KaTeX draws it', async ({ page }) => {
  const html = unified().use(rehypeStringify);
  const whole = FORMULAS.flatMap((tex) => [typeset(tex, true), typeset(tex, false)]);
  const lean = whole.map((formula) => html.stringify({ type: 'root', children: leanFormula(formula) }));
  const elements = (formulas: readonly string[]) => formulas.join('').split(/<[a-z]/).length;
  expect(elements(lean)).toBeLessThan(elements(whole) * 0.8);

  const [expected, drawn] = [await draw(page, whole), await draw(page, lean)];
  expect(expected.some(({ what }) => what.includes('KaTeX_Math'))).toBe(true);
  expect(drawn.map(({ what }) => what)).toEqual(expected.map(({ what }) => what));
  const moved = drawn.filter(({ box }, index) =>
    box.some((length, side) => Math.abs(length - (expected[index]?.box[side] ?? 0)) > PIXELS),
  );
  expect(moved).toEqual([]);
});
