/** Prints every section of the built site in `dist/` as a PDF and links it from its page: `node src/build/pdf.ts`. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium } from '@playwright/test';
import { loadBook } from '../book/index.ts';
import { chromiumFlags, findChromium } from './find-chromium.ts';
import { linkPdfs, pdfOf } from './pdf-links.ts';
import { serviceWorker } from './service-worker.ts';
import { runSteps } from './site-step.ts';
import { portOf, startServer } from './static-server.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

async function print(context: BrowserContext, address: string, path: string): Promise<void> {
  const page = await context.newPage();
  // A face that comes too late for the first look at a page is not used in it; at the second all are at hand.
  await page.goto(address);
  await page.reload();
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await mkdir(dirname(path), { recursive: true });
  // Margins and page numbers come from the print sheet. Tags and outline are what screen readers go by.
  await page.pdf({
    path,
    format: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
  });
  await page.close();
}

async function printBook(): Promise<void> {
  if (!existsSync(join(dist, 'index.html')))
    throw new Error('There is no built site in dist/. Run "npm run pdf", which builds it first.');
  const executablePath = findChromium();
  const server = await startServer(dist, 0);
  try {
    const browser = await chromium.launch({
      args: chromiumFlags(),
      ...(executablePath && { executablePath }),
    });
    // What is printed is what is there without a script: every note and every figure, at rest.
    const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'light' });
    for (const { url } of loadBook('content').sections) {
      await print(context, `http://localhost:${portOf(server)}${url}`, join(dist, pdfOf(url)));
      console.log(`dist${pdfOf(url)}`);
    }
    await browser.close();
  } finally {
    server.close();
    server.closeAllConnections();
  }
  // The pages change by their link, and the service worker knows each page by its hash.
  await runSteps(dist, [linkPdfs(dist), serviceWorker()], (line) => console.log(line));
}

try {
  await printBook();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
