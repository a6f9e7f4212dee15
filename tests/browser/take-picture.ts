/** `npm run picture`: takes the README's picture of the built book. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { loadBook } from '../../src/book/index.ts';
import { chromiumFlags, findChromium } from '../../src/build/find-chromium.ts';
import { startOnFreePort } from '../../src/build/free-port.ts';
import { portOf } from '../../src/build/static-server.ts';

const file = new URL('../../.github/chapter.png', import.meta.url);
const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const [section] = loadBook('content').sections;
const server = await startOnFreePort(dist, 0, { base: '/' });
const executablePath = findChromium();
const browser = await chromium.launch({ args: chromiumFlags(), ...(executablePath && { executablePath }) });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`http://localhost:${portOf(server)}${section?.url ?? '/'}`);
  const widget = page.locator('.widget[data-widget="dot"]');
  await widget.evaluate((element) => element.scrollIntoView({ block: 'end', behavior: 'instant' }));
  await page.mouse.wheel(0, 40);
  await page.locator('.widget[data-widget="dot"][data-live="true"]').waitFor();
  await mkdir(new URL('.', file), { recursive: true });
  await page.screenshot({ path: fileURLToPath(file) });
  console.log('Wrote .github/chapter.png.');
} finally {
  await browser.close();
  server.close();
}
