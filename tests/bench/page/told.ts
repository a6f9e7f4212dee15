/**
 * How soon the book's page says what it has to say, with a processor six times slower: of an answer to an exercise, and of a
 * number that the reader turns. Chromium slows the page down, not its workers: the time of Python itself is that of this machine.
 */
import type { Browser, Page } from '@playwright/test';
import { median } from '../median.ts';
import { inNewPage } from './browser.ts';
import type { Measured } from './quantities.ts';

const SLOWER = 6;
/** The first time fetches and starts what is needed. */
const TURNS = 8;
/** Without a change for so long, the page has shown everything, in milliseconds. */
const QUIET = 1_000;

/** From a press of Enter until what is said of the answer stands in the page. */
export async function judgeAnswers(browser: Browser, url: string): Promise<Measured> {
  return inNewPage(browser, { viewport: 'desktop', slower: SLOWER }, async (page) => {
    await page.goto(url);
    const exercise = page.locator('#exercise-length');
    await exercise.scrollIntoViewIfNeeded();
    const field = exercise.getByRole('textbox');
    const times: number[] = [];
    for (let turn = 0; turn <= TURNS; turn++) {
      // An answer that cannot be read costs no try, and is evaluated as any other.
      await field.fill(`sqrt(${turn}) + nothing`);
      await watch(page);
      await field.press('Enter');
      times.push(await lastChange(page));
    }
    const [, ...later] = times;
    return { judged: median(later), judgedLongest: Math.max(...later) };
  });
}

/** From the key that turns a number until everything that follows from it is shown. */
export async function turnNumber(browser: Browser, url: string): Promise<Measured> {
  return inNewPage(browser, { viewport: 'desktop', slower: SLOWER }, async (page) => {
    await page.goto(url);
    await page.getByRole('button', { name: 'Your numbers' }).click();
    const number = page.locator('.figure-fields [aria-valuenow]').first();
    await number.focus();
    const times: number[] = [];
    for (let turn = 0; turn <= TURNS; turn++) {
      await watch(page);
      await number.press(turn % 2 === 0 ? 'ArrowUp' : 'ArrowDown');
      times.push(await lastChange(page));
    }
    const [, ...later] = times;
    return { followed: median(later), followedLongest: Math.max(...later) };
  });
}

/** Notes when the next key is pressed, and when what the selector finds last changed after it. */
export async function watch(page: Page, selector = 'article'): Promise<void> {
  await page.evaluate((where) => {
    const times = { pressed: Number.NaN, changed: Number.NaN };
    Object.assign(window, { times });
    const key = () => {
      times.pressed = performance.now();
    };
    addEventListener('keydown', key, { capture: true, once: true });
    const watched = document.querySelector(where);
    if (watched === null) throw new Error(`The page has no ${where}.`);
    new MutationObserver(() => {
      times.changed = performance.now();
    }).observe(watched, { subtree: true, childList: true, characterData: true });
  }, selector);
}

/** Milliseconds from the key to the last change, once the page is quiet. */
export async function lastChange(page: Page): Promise<number> {
  const handle = await page.waitForFunction((quiet) => {
    const { times } = window as unknown as { times: { pressed: number; changed: number } };
    const isQuiet = performance.now() - times.changed > quiet && times.changed > times.pressed;
    return isQuiet ? times.changed - times.pressed : false;
  }, QUIET);
  return Number(await handle.jsonValue());
}
