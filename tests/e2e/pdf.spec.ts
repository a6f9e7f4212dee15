import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pdfOf } from '../../src/build/pdf-links.ts';
import { dist } from './built-site.ts';
import { theSection } from './site.ts';

const section = theSection();
const partTitles = [...readFileSync(section.path, 'utf8').matchAll(/^## (.+)$/gm)].map(([, title]) => title);
const A4_PT = { width: 595, height: 842 };
/** A reader prints the section in one evening: what each line reads and the later iterations are left to the page. */
const MAX_SHEETS = 60;
/** Headings are larger than all other text but the title and the lede. */
const HEADING_PT = 13;
let loading: PDFDocumentLoadingTask;
let pdf: PDFDocumentProxy;
let raw: string;

test.beforeAll(async () => {
  const file = readFileSync(join(dist, pdfOf(section.url)));
  raw = file.toString('latin1');
  const data = new Uint8Array(file);
  loading = getDocument({ data, verbosity: 0 });
  pdf = await loading.promise;
});

test.afterAll(() => loading.destroy());

/** The pieces of text on a page with where they stand, in points from its lower left corner. */
async function textOn(number: number) {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  return items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [
          {
            text: item.str.trim(),
            left: item.transform[4],
            bottom: item.transform[5],
            width: item.width,
            sizePt: item.height,
          },
        ]
      : [],
  );
}

test('the page links its PDF', async ({ page }) => {
  await page.goto(section.url);
  const link = page.getByRole('link', { name: 'PDF' });
  const href = await link.evaluate((element: HTMLAnchorElement) => element.href);
  const answer = await page.request.get(href);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toBe('application/pdf');
});

test('every sheet is A4, is filled by half at least, and clips nothing', async () => {
  expect(pdf.numPages).toBeGreaterThan(8);
  expect(pdf.numPages).toBeLessThanOrEqual(MAX_SHEETS);
  const faults: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const [, , width, height] = (await pdf.getPage(number)).view;
    if (Math.round(width ?? 0) !== A4_PT.width + 1 || Math.round(height ?? 0) !== A4_PT.height + 1)
      faults.push(`sheet ${number} measures ${width} by ${height}`);
    const text = await textOn(number);
    if (!text.some((item) => item.text === String(number))) faults.push(`sheet ${number} has no number`);
    const lowest = Math.min(
      ...text.filter((item) => item.text !== String(number)).map(({ bottom }) => bottom),
    );
    if (number < pdf.numPages && lowest > A4_PT.height / 2) faults.push(`sheet ${number} is left blank`);
    for (const item of text)
      if (
        item.left < 0 ||
        item.bottom < 0 ||
        item.left + item.width > A4_PT.width ||
        item.bottom > A4_PT.height
      )
        faults.push(`sheet ${number} clips "${item.text}"`);
  }
  expect(faults).toEqual([]);
});

test('no heading is parted from what it heads', async () => {
  const stranded: string[] = [];
  let headings = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const text = (await textOn(number)).filter((item) => item.text !== String(number));
    headings += text.filter(({ sizePt }) => sizePt > HEADING_PT).length;
    const lowest = text.toSorted((a, b) => a.bottom - b.bottom)[0];
    if (lowest && lowest.sizePt > HEADING_PT) stranded.push(`sheet ${number}: "${lowest.text}"`);
  }
  expect(headings).toBeGreaterThan(partTitles.length);
  expect(stranded).toEqual([]);
});

test('it is tagged for screen readers', async () => {
  expect(raw).toContain('/Marked true');
  const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
  for (const role of ['H1', 'H2', 'P', 'Table']) expect(tree).toContain(`"role":"${role}"`);
});

test('its outline leads to every part', async () => {
  const [top] = await pdf.getOutline();
  expect(top?.title).toBe(section.title);
  expect(top?.items.map(({ title }) => title)).toEqual(expect.arrayContaining(partTitles));
});

test('it has a title, and the letters of the book', async () => {
  const { info } = await pdf.getMetadata();
  expect(Reflect.get(info, 'Title')).toContain(section.title);
  for (const face of ['SourceSerif', 'Inter', 'JetBrainsMono', 'STIXTwoMath'])
    expect(raw).toMatch(new RegExp(`/FontName /\\w+\\+${face}`));
});
