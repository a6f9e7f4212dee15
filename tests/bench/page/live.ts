/**
 * How soon a changed program shows its result, each program of the section on its own page, with a processor six times slower;
 * and how soon the editor is there on slow 4G. Chromium slows the page down, not its workers.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { median } from '../median.ts';
import { inNewPage } from './browser.ts';
import { pyodideBytes } from './pyodide-size.ts';
import type { Measured } from './quantities.ts';
import { lastChange, watch } from './told.ts';

const SLOWER = 6;
/** Of each program; the first change starts what runs programs. */
const CHANGES = 5;
/** A reader looks at a program for so long before changing it, in milliseconds. */
const LOOKED_AT = 3_000;
const FIRST_NUMBER = '[role=spinbutton]';

/** @param url the section's page */
export async function changePrograms(browser: Browser, url: string): Promise<Measured> {
  const { origin, pathname } = new URL(url);
  const turned: number[] = [];
  const typed: number[] = [];
  for (const file of programsOf(pathname)) {
    const library = file.endsWith('_torch.py') ? 'PyTorch' : 'NumPy';
    const address = `${origin}/embed/listing/?program=${file.replace('_torch', '')}&library=${library}`;
    turned.push(
      await inNewPage(browser, { viewport: 'desktop', slower: SLOWER }, (page) => turn(page, address)),
    );
    typed.push(
      await inNewPage(browser, { viewport: 'desktop', slower: SLOWER }, (page) => type(page, address, file)),
    );
  }
  return {
    turned: median(turned),
    turnedLongest: Math.max(...turned),
    typed: median(typed),
    typedLongest: Math.max(...typed),
    edit: await untilEditor(browser, url),
    pyodide: pyodideBytes(),
  };
}

/** The programs of a section whose numbers can be turned. */
function programsOf(pathname: string): string[] {
  return readdirSync(join('dist', pathname, 'listings'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/json$/, 'py'));
}

/** From the key that turns a program's first number until the last of what follows is shown: the median of several. */
async function turn(page: Page, address: string): Promise<number> {
  await page.goto(address);
  const number = page.locator(`${FIRST_NUMBER}:visible`).first();
  await number.focus();
  return later(page, (change) => number.press(change % 2 === 0 ? 'ArrowUp' : 'ArrowDown'));
}

/** From a character typed at the end of the program until its run is shown; the pause in typing that is waited for is part of it. */
async function type(page: Page, address: string, file: string): Promise<number> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('textbox', { name: `Program ${file}` }).waitFor();
  await page.keyboard.press('Control+End');
  return later(page, (change) => page.keyboard.press(change % 2 === 0 ? '#' : 'Backspace'));
}

async function later(page: Page, act: (change: number) => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let change = 0; change <= CHANGES; change++) {
    await watch(page, 'body');
    await act(change);
    times.push(await lastChange(page));
  }
  return median(times.slice(1));
}

/** From Edit until the editor takes what is typed, on slow 4G, of a program that the reader has looked at for three seconds. */
async function untilEditor(browser: Browser, url: string): Promise<number> {
  return inNewPage(browser, { viewport: 'mobile', slower: 4, network: 'slow 4G link' }, async (page) => {
    await page.goto(url);
    const fetched = page.waitForEvent('requestfinished', (request) => /create-editor/.test(request.url()));
    await page.locator('book-listing').first().scrollIntoViewIfNeeded();
    await fetched;
    await page.waitForTimeout(LOOKED_AT);
    return page.evaluate(pressEdit);
  });
}

/** Runs in the page: to look for roles from outside would take longer, in a chapter, than what is measured. */
async function pressEdit(): Promise<number> {
  const buttons = [...document.querySelectorAll<HTMLElement>('.program button')];
  const edit = buttons.find((button) => button.textContent === 'Edit' && button.checkVisibility());
  if (edit === undefined) throw new Error('No program of the page can be edited.');
  const pressed = performance.now();
  edit.click();
  while (!document.activeElement?.shadowRoot?.activeElement) await new Promise(requestAnimationFrame);
  return performance.now() - pressed;
}
