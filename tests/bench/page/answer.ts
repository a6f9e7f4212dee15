import type { Browser } from '@playwright/test';
import { inNewPage } from './browser.ts';
import type { Measured } from './quantities.ts';
import { reachSlider, type WithWidget, watchSlider } from './reach-slider.ts';

/** How long a reader on slow 4G, with a processor four times slower, waits for a widget that answers the keyboard. */
export async function timeToAnswer(browser: Browser, rival: WithWidget): Promise<Measured> {
  return inNewPage(browser, { viewport: 'desktop', slower: 4, network: 'slow 4G' }, async (page) => {
    await watchSlider(page, rival);
    await page.goto(rival.url, { waitUntil: 'commit' });
    return { answer: await reachSlider(page, rival) };
  });
}
