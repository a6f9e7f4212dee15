/** Lighthouse with its defaults: a mobile screen, its simulated slow 4G and slow processor. */
import lighthouse from 'lighthouse';
import { freePort } from '../../browser/free-port.ts';
import { openBrowser } from './browser.ts';
import type { Measured, Quantity } from './quantities.ts';

const AUDITS: Readonly<Partial<Record<Quantity, string>>> = {
  transferred: 'total-byte-weight',
  firstPaint: 'first-contentful-paint',
  largestPaint: 'largest-contentful-paint',
  blocking: 'total-blocking-time',
};
const CATEGORIES: Readonly<Partial<Record<Quantity, string>>> = {
  performance: 'performance',
  accessibility: 'accessibility',
  practice: 'best-practices',
  seo: 'seo',
};

/** Loads the page once and judges it. @throws when Lighthouse could not */
export async function judge(url: string): Promise<Measured> {
  const port = await freePort();
  const browser = await openBrowser(port);
  try {
    const run = await lighthouse(url, { port, output: 'json', logLevel: 'error' });
    if (!run || run.lhr.runtimeError)
      throw new Error(`Lighthouse on ${url}: ${run?.lhr.runtimeError?.message}`);
    const { audits, categories } = run.lhr;
    return Object.fromEntries([
      ...Object.entries(AUDITS).map(([quantity, id]) => [quantity, audits[id]?.numericValue]),
      ['shift', toThreeDecimals(audits['cumulative-layout-shift']?.numericValue)],
      ...Object.entries(CATEGORIES).map(([quantity, id]) => [
        quantity,
        100 * (categories[id]?.score ?? Number.NaN),
      ]),
    ]);
  } finally {
    await browser.close();
  }
}

/** As Lighthouse shows a shift. */
function toThreeDecimals(value = Number.NaN): number {
  return Math.round(1000 * value) / 1000;
}
