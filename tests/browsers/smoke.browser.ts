/** What must work in every engine: one description, run in each. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { dist } from '../e2e/built-site.ts';
import { ChangingHost } from '../e2e/offline-host.ts';
import { theSection } from '../e2e/site.ts';
import { comeToRest } from './come-to-rest.ts';
import { enginesToTest } from './engines.ts';
import type { Reader } from './reader.ts';

const section = theSection();

async function host(): Promise<ChangingHost> {
  const started = await ChangingHost.start(dist, { base: '/deep/er/path' });
  onTestFinished(() => started.stop());
  return started;
}

/** Opens the section and gives its address. */
async function openSection(reader: Reader, rest = ''): Promise<string> {
  const url = (await host()).url + section.url.slice(1);
  await reader.open(url + rest);
  return url;
}

const paper = (reader: Reader) =>
  reader.inPage(() => getComputedStyle(document.documentElement).backgroundColor);

/** Whether an editor in the page has the focus. */
const isWriting = () => document.activeElement?.shadowRoot?.activeElement?.getAttribute('role') === 'textbox';

/** Puts the focus into the page's editor, and says whether there is one. */
const write = () => {
  const hosts = [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot !== null);
  const box = hosts
    .map(({ shadowRoot }) => shadowRoot?.querySelector<HTMLElement>('[role=textbox]'))
    .find((found) => found);
  box?.focus();
  return box !== undefined && box !== null;
};

describe.each(enginesToTest())('$name', ({ find, start }) => {
  let reader: Reader;

  beforeAll(async () => {
    const program = find();
    if (!program) throw new Error('The browser is not installed: node tests/browsers/install.ts');
    reader = await start(program);
  });

  afterAll(() => reader?.close());

  test('the section is read: text, formulas, fonts, and nothing wider than the window', async () => {
    await openSection(reader);
    const seen = await reader.inPage(async () => {
      await document.fonts.ready;
      const fonts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2'));
      // Loaded by hand: a face that may come too late to be shown counts as failed when it does, in Firefox.
      const loads = fonts.map(async ({ name }) =>
        new FontFace('by-hand', await (await fetch(name)).arrayBuffer()).load(),
      );
      return {
        title: document.querySelector('h1')?.textContent,
        parts: document.querySelectorAll('article h2').length,
        formulas: document.querySelectorAll('article math').length,
        fonts: fonts.length,
        brokenFonts: (await Promise.allSettled(loads)).filter(({ status }) => status === 'rejected').length,
        sheetsWithoutRules: [...document.styleSheets].filter(({ cssRules }) => cssRules.length === 0).length,
        sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      };
    });
    expect(seen).toMatchObject({ title: section.title, brokenFonts: 0, sheetsWithoutRules: 0, sideways: 0 });
    expect(seen.fonts).toBeGreaterThanOrEqual(3);
    expect(seen.parts).toBeGreaterThanOrEqual(8);
    expect(seen.formulas).toBeGreaterThan(50);
  });

  test('a theme is chosen, and kept', async () => {
    const url = await openSection(reader);
    const choice = '[data-theme-choice] select';
    await reader.choose(choice, 'light');
    const light = await paper(reader);
    await reader.choose(choice, 'dark');
    const dark = await paper(reader);
    expect(dark).not.toBe(light);
    await reader.open(url);
    expect(await paper(reader)).toBe(dark);
  });

  test('a deep link shows its place clear of the header', async () => {
    await openSection(reader);
    const id = await reader.inPage(() => [...document.querySelectorAll('article h2[id]')].at(-2)?.id ?? '');
    await openSection(reader, `#${id}`);
    const place = (heading: string) => {
      const top = document.getElementById(heading)?.getBoundingClientRect().top ?? -1;
      const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
      return top >= header && top < innerHeight;
    };
    await expect.poll(() => reader.inPage(place, id)).toBe(true);
  });

  test('the contents lead to a part by mouse, and the skip link to the text by keyboard', async () => {
    await openSection(reader);
    await reader.press('Tab');
    await reader.press('Enter');
    await expect.poll(() => reader.inPage(() => location.hash)).toBe('#main');
    await reader.click('[data-contents] li:nth-child(3) a');
    const marked = () =>
      document.querySelector('[data-contents] li:nth-child(3) a')?.getAttribute('aria-current') ?? null;
    await expect.poll(() => reader.inPage(marked)).toBe('location');
  });

  test('a widget follows the mouse and the keyboard', async () => {
    await openSection(reader);
    const widget = '[data-widget=vector]';
    const handle = `${widget} .handle`;
    await reader.inPage(comeToRest, widget);
    const isLive = (selector: string) => document.querySelector(`${selector}[data-live=true]`) !== null;
    await expect.poll(() => reader.inPage(isLive, widget)).toBe(true);
    const value = (selector: string) =>
      document.querySelector(selector)?.getAttribute('aria-valuetext') ?? '';
    const before = await reader.inPage(value, handle);
    await reader.drag(handle, [-40, 40]);
    await expect.poll(() => reader.inPage(value, handle)).not.toBe(before);
    const dragged = await reader.inPage(value, handle);
    await reader.inPage((selector) => document.querySelector<SVGElement>(selector)?.focus(), handle);
    await reader.press('ArrowRight');
    await reader.press('ArrowUp');
    await expect.poll(() => reader.inPage(value, handle)).not.toBe(dragged);
  });

  test('a listing is stepped through', async () => {
    await openSection(reader);
    const program = '.listing .program';
    await reader.inPage(comeToRest, program);
    const noteShown = (selector: string) => {
      const notes = [...document.querySelectorAll<HTMLElement>(`${selector} .note`)];
      const shown = notes.find((note) => note.checkVisibility());
      return shown?.querySelector('.note-title')?.textContent ?? '';
    };
    await reader.click(`${program} .controls button:nth-of-type(1)`);
    await expect.poll(() => reader.inPage(noteShown, program)).not.toBe('');
    const first = await reader.inPage(noteShown, program);
    await reader.click(`${program} .controls button:nth-of-type(3)`);
    await reader.click(`${program} .controls button:nth-of-type(3)`);
    await expect.poll(() => reader.inPage(noteShown, program)).not.toBe(first);
  });

  test('a number of the section is turned, and the text follows and comes back', async () => {
    await openSection(reader);
    const equation = '#eq-neuron-zero';
    const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
    const book = await reader.inPage(text, equation);
    const offered = () => document.querySelector('button[data-numbers]:enabled') !== null;
    await expect.poll(() => reader.inPage(offered)).toBe(true);
    await reader.click('button[data-numbers]');
    const field = '.numbers-panel [role=spinbutton][aria-label="W[0, 1]"]';
    const isOpen = (selector: string) => document.querySelector(selector) !== null;
    await expect.poll(() => reader.inPage(isOpen, field)).toBe(true);
    await reader.inPage((selector) => document.querySelector<HTMLElement>(selector)?.focus(), field);
    await reader.press('ArrowUp');
    await expect.poll(() => reader.inPage(text, equation)).toContain('(−0.4)');
    await reader.click('.numbers-bar button:nth-of-type(1)');
    await expect.poll(() => reader.inPage(text, equation)).toBe(book);
  });

  test('a program is turned, edited, explained where it fails, and reset', async () => {
    const file = 'vectors.py';
    await reader.open(`${(await host()).url}embed/listing/?program=${file}`);
    const printed = `[aria-label="What ${file} prints"]`;
    const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
    const number = '[role=spinbutton][aria-label="x[0]"]';
    const isThere = (selector: string) => document.querySelector(selector) !== null;
    await expect.poll(() => reader.inPage(isThere, number)).toBe(true);
    const book = await reader.inPage(text, printed);
    await reader.inPage((selector) => document.querySelector<HTMLElement>(selector)?.focus(), number);
    await reader.press('ArrowUp');
    await expect.poll(() => reader.inPage(text, printed)).not.toBe(book);
    const press = (name: string) =>
      reader.inPage((wanted) => {
        const buttons = [...document.querySelectorAll<HTMLElement>('.program button')];
        buttons.find((button) => button.checkVisibility() && button.textContent?.trim() === wanted)?.click();
      }, name);
    await press('Edit');
    await expect.poll(() => reader.inPage(isWriting)).toBe(true);
    await reader.type('\nnothing\n');
    const alert = '[role=alert][aria-label="What went wrong"]';
    await expect.poll(() => reader.inPage(text, alert)).toContain("name 'nothing");
    await press('Reset');
    await expect.poll(() => reader.inPage(text, printed)).toBe(book);
    await expect.poll(() => reader.inPage(text, alert)).toBe('');
  });

  test('the section prints', async ({ skip }) => {
    const { print } = reader;
    if (!print) return skip('this engine cannot be asked to print from outside');
    await openSection(reader);
    const pdf = Buffer.from(await print()).toString('latin1');
    expect(pdf).toMatch(/^%PDF-/);
    expect(pdf.trimEnd()).toMatch(/%%EOF$/);
    expect(pdf.length).toBeGreaterThan(100_000);
  });

  test('after one visit the book is read, and a program is run, without a network', async () => {
    const site = await host();
    await reader.open(site.url + section.url.slice(1));
    // A worker takes charge of the page when it has stored the section and what all sections share.
    const isKept = () => navigator.serviceWorker.controller !== null;
    await expect.poll(() => reader.inPage(isKept)).toBe(true);
    site.cut();
    await reader.open(site.url);
    expect(await reader.inPage(() => document.querySelector('nav a[href*=vectors]') !== null)).toBe(true);
    await reader.open(site.url + section.url.slice(1));
    expect(await reader.inPage(() => document.querySelector('h1')?.textContent ?? '')).toBe(section.title);
    await reader.open(`${site.url}run/`);
    await expect.poll(() => reader.inPage(write)).toBe(true);
    await reader.type('import numpy as np; print(np.eye(2).sum())\n');
    const printed = () => document.querySelector('[aria-label="What program.py prints"]')?.textContent ?? '';
    await expect.poll(() => reader.inPage(printed)).toContain('2.0');
  });
});
