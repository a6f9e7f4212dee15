/** A page of another site that holds a page of the book in a frame. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, type FrameLocator, type Page } from '@playwright/test';

/** Opens a page of another site with this HTML and returns its frame. */
export async function onOtherSite(page: Page, html: string): Promise<FrameLocator> {
  const slides = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<title>Slides</title>${html}`);
  }).listen(0, '127.0.0.1');
  await once(slides, 'listening');
  const address = slides.address();
  if (address === null || typeof address === 'string') throw new Error('The other site has no port.');
  await page.goto(`http://127.0.0.1:${address.port}/`);
  slides.close();
  return page.frameLocator('iframe');
}

/** Waits until the frame is as tall as the page in it, which ends with the line that names its source. */
export async function expectFittingHeight(page: Page, frame: FrameLocator): Promise<void> {
  await expect(async () => {
    const bottom = await frame
      .locator('.embed-source')
      .evaluate((line) => line.getBoundingClientRect().bottom);
    const height = await page.locator('iframe').evaluate((element) => element.clientHeight);
    expect(Math.abs(height - bottom)).toBeLessThanOrEqual(2);
  }).toPass();
}
