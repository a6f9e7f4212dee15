import type { Page } from '@playwright/test';

/** Chromium's own default, in CSS pixels. */
const USUAL = { standard: 16, fixed: 13 };

/** Sets the size of text that a reader has chosen in the browser, before a page is opened. */
export async function chooseTextSize(page: Page, percent: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const scaled = (px: number) => Math.round((px * percent) / 100);
  const fontSizes = { standard: scaled(USUAL.standard), fixed: scaled(USUAL.fixed) };
  await session.send('Page.setFontSizes', { fontSizes });
}
