import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { book, pages, theSection } from './site.ts';

const section = theSection();
const partTitles = [...readFileSync(section.path, 'utf8').matchAll(/^## (.+)$/gm)].map(([, title]) => title);

test('the front page lists every section in order and leads to it', async ({ page }) => {
  await page.goto('/');
  const links = page.getByRole('navigation', { name: 'Contents of the book' }).getByRole('link');
  await expect(links).toHaveCount(book.sections.length);
  await links.first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(section.title);
});

test('a section says where it stands in the book and how long it takes', async ({ page }) => {
  await page.goto(section.url);
  const kicker = page.locator('.kicker');
  await expect(kicker).toContainText(`Section ${section.number} of ${book.sections_planned}`);
  await expect(kicker).toContainText(/\d+ minutes/);
});

test('all parts of the section are there, in the order of the source', async ({ page }) => {
  await page.goto(section.url);
  const headings = page.locator('article h2');
  expect(partTitles.length).toBeGreaterThanOrEqual(8);
  await expect(headings).toHaveCount(partTitles.length);
  for (const [index, title] of partTitles.entries())
    await expect(headings.nth(index)).toContainText(title ?? '');
});

test('there is no link to a section before the first or after the last', async ({ page }) => {
  await page.goto(section.url);
  const first = book.sections[0] === section;
  const last = book.sections.at(-1) === section;
  await expect(page.locator('a[rel=prev]')).toHaveCount(first ? 0 : 1);
  await expect(page.locator('a[rel=next]')).toHaveCount(last ? 0 : 1);
});

test('the contents list leads to a part and marks it as the one being read', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 800 });
  await page.goto(section.url);
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await expect(contents.getByRole('link')).toHaveCount(partTitles.length);
  const link = contents.getByRole('link').nth(3);
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'location');
  await expect(contents.locator('[aria-current]')).toHaveCount(1);
  await expect(page.locator('article h2').nth(3)).toBeInViewport();
});

test('on a phone the contents open on demand and close when a part is chosen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(section.url);
  const contents = page.getByRole('navigation', { name: 'Contents of this page' });
  await expect(contents.getByRole('link').first()).toBeHidden();
  await page.getByRole('link', { name: 'Contents', exact: true }).click();
  await contents.getByRole('link').nth(2).click();
  await expect(page.locator('article h2').nth(2)).toBeInViewport();
  await expect(contents.getByRole('link').first()).toBeHidden();
});

test('a link to a heading or an equation shows it clear of the header', async ({ page }) => {
  await page.goto(section.url);
  const targets = await page
    .locator('article h2[id], .equation[id]')
    .evaluateAll((all) => all.map(({ id }) => id));
  expect(targets.length).toBeGreaterThan(12);
  const headerBottom = await page
    .locator('.site-header')
    .evaluate((header) => header.getBoundingClientRect().bottom);
  for (const id of [targets[2], targets.find((target) => target.startsWith('eq-')), targets.at(-4)]) {
    // A fresh visit, as from a link elsewhere: on the same page the browser would only glide there.
    await page.goto('about:blank');
    await page.goto(`${section.url}#${id}`);
    const target = page.locator(`[id="${id}"]`);
    await expect(target).toBeInViewport();
    expect(await target.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThanOrEqual(
      headerBottom,
    );
  }
});

test('an equation can be copied as plain LaTeX', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(section.url);
  const equation = page.locator('.equation').first();
  await equation.hover();
  await equation.getByRole('button', { name: 'Copy LaTeX' }).click();
  await expect(equation.getByRole('button')).toHaveText('Copied');
  const latex = await page.evaluate(() => navigator.clipboard.readText());
  expect(latex).toContain('\\mathbf');
  expect(latex).not.toMatch(/\\py|\\htmlClass|\\label|\\v[xbz]\b/);
});

test('formulas are drawn in the face of mathematics, from MathML alone', async ({ page }) => {
  await page.goto(section.url);
  expect(await page.locator('math').count()).toBeGreaterThan(50);
  const drawn = await page.evaluate(async () => {
    await document.fonts.ready;
    return document.fonts.check('1em "STIX Two Math"', '𝐱√');
  });
  expect(drawn).toBe(true);
});

test('the keyboard meets the skip link, the header and the contents in that order', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 800 });
  await page.goto(section.url);
  await expect(page.getByRole('button', { name: 'Search' })).toBeEnabled();
  const focused = page.locator(':focus');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveText('Skip to the text');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveClass('brand');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveText('Your numbers');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveText('Search');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveAttribute('aria-label', 'Theme');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveText(partTitles[0] ?? '');
});

test('the skip link moves the keyboard past the header and the contents', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 800 });
  await page.goto(section.url);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('article') !== null)).toBe(true);
});

test('an address that is not there gets a page that leads back, with status 404', async ({ page }) => {
  const response = await page.goto('/no/such/page/');
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: 'its contents' }).click();
  await expect(page.getByRole('navigation', { name: 'Contents of the book' })).toBeVisible();
});

for (const path of pages)
  for (const width of [320, 480, 768, 1366, 2560])
    test(`${path} does not scroll sideways at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 640 });
      await page.goto(path);
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      expect(scroll).toBe(client);
    });

test('every equation fits a phone without scrolling: its lines end where a printer would end them', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(section.url);
  await page.evaluate(() => document.fonts.ready);
  const equations = page.getByRole('group', { name: /^Equation \d+$/ });
  expect(await equations.count()).toBeGreaterThan(30);
  const wide = await equations.evaluateAll((all) => {
    for (const far of document.querySelectorAll<HTMLElement>('.part, .stretch'))
      far.style.contentVisibility = 'visible';
    return all.flatMap((equation) => {
      const [body] = equation.children;
      return body === undefined || body.scrollWidth > body.clientWidth ? [equation.id] : [];
    });
  });
  expect(wide).toEqual([]);
});

test('printing leaves out the chrome and shows both twins of a listing', async ({ page }) => {
  await page.goto(section.url);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.site-header')).toBeHidden();
  const code = page.locator('.listing').first().locator('.code');
  await expect(code).toHaveCount(2);
  for (const pane of await code.all()) await expect(pane).toBeVisible();
});
