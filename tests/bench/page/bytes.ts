/** What a page fetches: until it has come to rest, and after its reader has scrolled to the end. */
import type { Browser, CDPSession, Page } from '@playwright/test';
import { inNewPage } from './browser.ts';
import type { Measured } from './quantities.ts';

type Sum = { script: number; font: number };

export async function weigh(browser: Browser, url: string): Promise<Measured> {
  return inNewPage(browser, { viewport: 'mobile' }, async (page, session) => {
    const sum = sumOf(session);
    await page.goto(url, { waitUntil: 'networkidle' });
    const atLoad = { ...sum };
    await scrollThrough(page);
    await page.waitForLoadState('networkidle');
    return {
      scriptAtLoad: atLoad.script,
      scriptScrolled: sum.script,
      fontsAtLoad: atLoad.font,
      fontsScrolled: sum.font,
    };
  });
}

/** Adds up bytes on the wire by kind as they come; the kind is what the server says. */
function sumOf(session: CDPSession): Sum {
  const sum: Sum = { script: 0, font: 0 };
  const kinds = new Map<string, keyof Sum>();
  session.on('Network.responseReceived', ({ requestId, response: { mimeType } }) => {
    if (mimeType.includes('javascript')) kinds.set(requestId, 'script');
    if (mimeType.startsWith('font/')) kinds.set(requestId, 'font');
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind !== undefined) sum[kind] += encodedDataLength;
  });
  return sum;
}

/** Goes on by most of a screen every other frame, until the page has no more. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const end = () => document.documentElement.scrollHeight - innerHeight;
    for (let at = 0; at < end(); at += 0.8 * innerHeight) {
      scrollTo({ top: at, behavior: 'instant' });
      await frame();
      await frame();
    }
  });
}
