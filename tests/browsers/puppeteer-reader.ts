/** Chromium and Firefox, driven by puppeteer-core: the first by its own protocol, the second by WebDriver BiDi. */
import { type ElementHandle, type LaunchOptions, launch } from 'puppeteer-core';
import { comeToRest } from './come-to-rest.ts';
import { type Reader, WINDOW } from './reader.ts';

const STEPS = 8;

export async function openWithPuppeteer(options: LaunchOptions): Promise<Reader> {
  const browser = await launch({ headless: true, defaultViewport: WINDOW, ...options });
  const page = await browser.newPage();
  const find = async (selector: string): Promise<ElementHandle> => {
    await page.evaluate(comeToRest, selector);
    const element = await page.$(selector);
    if (!element) throw new Error(`The page has no ${selector} any more.`);
    return element;
  };
  return {
    open: async (url) => void (await page.goto(url)),
    // Puppeteer's types also describe handles of things in the page, which plain data never are.
    inPage: (run, ...args) => page.evaluate(run as never, ...args),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    click: async (selector) => (await find(selector)).click(),
    choose: async (selector, value) => void (await page.select(selector, value)),
    async drag(selector, [x, y]) {
      const middle = await (await find(selector)).clickablePoint();
      await page.mouse.move(middle.x, middle.y);
      await page.mouse.down();
      await page.mouse.move(middle.x + x, middle.y + y, { steps: STEPS });
      await page.mouse.up();
    },
    print: () => page.pdf({ format: 'a4', preferCSSPageSize: true }),
    close: () => browser.close(),
  };
}
