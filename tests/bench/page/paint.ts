/** What a phone on slow 4G shows and when, with network and processor really slowed down. */
import type { Browser, Page } from '@playwright/test';
import { inNewPage } from './browser.ts';
import type { Measured } from './quantities.ts';
import type { Rival } from './rivals.ts';

/** A task that takes longer keeps a reader waiting for the time beyond. */
const LONG_TASK_MS = 50;
/** The largest paint can still change while pictures and fonts arrive; a page is left alone so long after it rests. */
const REST_MS = 1000;

/** Opens the page once as a first visit. Times are in milliseconds since the navigation began. */
export async function paints(browser: Browser, { url }: Rival): Promise<Measured> {
  return inNewPage(browser, { viewport: 'mobile', slower: 4, network: 'slow 4G link' }, async (page) => {
    await page.addInitScript(notePaints);
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.waitForTimeout(REST_MS);
    return noted(page);
  });
}

type Entry = PerformanceEntry & { readonly value?: number; readonly hadRecentInput?: boolean };
type Noted = { readonly noted: Entry[] };

/** Runs in the page, before anything else of it. */
function notePaints(): void {
  const entries: PerformanceEntry[] = [];
  for (const type of ['paint', 'largest-contentful-paint', 'layout-shift', 'longtask'])
    new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({ type, buffered: true });
  Object.assign(window, { noted: entries });
}

async function noted(page: Page): Promise<Measured> {
  const { entries, domReady } = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return {
      entries: (window as unknown as Noted).noted.map(
        ({ name, entryType, startTime, duration, value = 0 }) => ({
          name,
          entryType,
          startTime,
          duration,
          value,
        }),
      ),
      domReady: navigation?.domContentLoadedEventEnd ?? Number.NaN,
    };
  });
  const of = (type: string) => entries.filter(({ entryType }) => entryType === type);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    paintedFirst: of('paint').find(({ name }) => name === 'first-contentful-paint')?.startTime ?? Number.NaN,
    paintedLargest: of('largest-contentful-paint').at(-1)?.startTime ?? Number.NaN,
    blocked: sum(of('longtask').map(({ duration }) => duration - LONG_TASK_MS)),
    domReady,
    shifted: sum(of('layout-shift').map(({ value }) => value)),
  };
}
