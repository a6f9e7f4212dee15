/** A listing on a phone, on paper and without a script. */
import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { theSection } from './site.ts';

const { url } = theSection();

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('a note opens under its line and closes again', async ({ page }) => {
    await page.goto(url);
    const program = page.locator('#listing-matrix_vector .program').first();
    await expect(program.locator('.note:visible')).toHaveCount(0);
    const line = program.locator('.line[data-line="9"]');
    await line.tap();
    const note = program.locator('.note:visible');
    await expect(note).toHaveCount(1);
    const [above, below, next] = await Promise.all(
      [line, note, program.locator('.line[data-line="10"]')].map((box) => box.boundingBox()),
    );
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0) - 1);
    expect(next?.y).toBeGreaterThanOrEqual((below?.y ?? 0) + (below?.height ?? 0) - 1);
    await line.tap();
    await expect(note).toHaveCount(0);
  });

  test('controls are large enough for a finger', async ({ page }) => {
    await page.goto(url);
    const listing = page.locator('#listing-matrix_vector');
    const controls = listing
      .locator('.program')
      .first()
      .locator('.controls :is(button, select), .program-bar :is(a, button)');
    for (const control of await controls.all())
      expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });

  test('nothing scrolls sideways at 320 px with a note open', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${url}#forward_pass.py:17`);
    await expect(page.locator('#listing-forward_pass .note:visible')).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

test('nothing moves while the page loads', async ({ page }) => {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const total = Number(document.documentElement.dataset['shift'] ?? 0);
        document.documentElement.dataset['shift'] = String(total + Reflect.get(entry, 'value'));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${url}#listing-matrix_vector`);
  await page.waitForLoadState('networkidle');
  expect(Number(await page.evaluate(() => document.documentElement.dataset['shift'] ?? 0))).toBeLessThan(
    0.001,
  );
});

test('paper has every note and every state', async ({ page }) => {
  await page.goto(url);
  await page.emulateMedia({ media: 'print' });
  const program = page.locator('#listing-matrix_vector .program').first();
  await expect(program.locator('.note')).toHaveCount(11);
  for (const note of await program.locator('.note').all()) await expect(note).toBeVisible();
  await expect(program.locator('.note').nth(7).locator('.turn')).toHaveCount(2);
  for (const turn of await program.locator('.note').nth(7).locator('.turn').all())
    await expect(turn).toBeVisible();
  await expect(program.locator('.controls')).toBeHidden();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('every note and state stands below its line, in reading order', async ({ page }) => {
    await page.goto(url);
    const program = page.locator('#listing-matrix_vector .program').first();
    const notes = program.locator('.note');
    await expect(notes).toHaveCount(11);
    for (const note of await notes.all()) await expect(note).toBeVisible();
    await expect(program.locator('.note[data-line="9"] .out .value')).toBeVisible();
    await expect(program.locator('.note[data-line="15"] .turn')).toHaveCount(2);
    await expect(program.locator('.note[data-line="10"] .prints')).toHaveText('[0.16 0.43]');
    const tops = await notes.evaluateAll((all) => all.map((note) => note.getBoundingClientRect().top));
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    await expect(program.locator('.controls')).toBeHidden();
    await expect(program.getByRole('link', { name: 'Download' })).toBeVisible();
  });
});

for (const { name, width, hash, choose } of [
  { name: 'an open note on a phone', width: 360, hash: '#forward_pass.py:17', choose: undefined },
  {
    name: 'a number and where it comes from',
    width: 1366,
    hash: '#forward_pass.py:17',
    choose: '.note.chosen td',
  },
  { name: 'the twins side by side', width: 1366, hash: '', choose: '.tab:last-of-type' },
])
  test(`axe finds nothing in ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${url}${hash}`);
    const listing = page.locator('#listing-forward_pass');
    if (choose !== undefined) await listing.locator(choose).last().click();
    expect(await axeFaults(page, '#listing-forward_pass')).toEqual([]);
  });
