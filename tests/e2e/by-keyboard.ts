/** Getting about with the Tab key. */
import { expect, type Locator, type Page } from '@playwright/test';
import { theSection } from './site.ts';

/** More stops than there are between a heading and a figure of its part, or in a figure. */
const ENOUGH = 80;

/** Opens the section at the heading before an element, and goes on with Tab until the focus is in the element. */
export async function tabInto(page: Page, selector: string): Promise<void> {
  await page.goto(theSection().url);
  const heading = await page.evaluate((wanted) => {
    const target = document.querySelector(wanted);
    const before = [...document.querySelectorAll('article :is(h2, h3)[id]')].filter(
      (one) => target && one.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    return before.at(-1)?.id;
  }, selector);
  await page.goto(`${theSection().url}#${heading}`);
  // What comes alive when it is near must be alive when it is reached.
  await page.locator(selector).first().scrollIntoViewIfNeeded();
  await expect(page.locator(`${selector} :is(button, a):not([disabled])`).first()).toBeVisible();
  const isInside = (wanted: string) => document.activeElement?.closest(wanted) !== null;
  for (let stop = 0; stop < ENOUGH; stop += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(isInside, selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

/** Goes on with Tab until the control has the focus. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stop = 0; stop < ENOUGH; stop += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${control}.`);
}
