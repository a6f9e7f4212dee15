/** A listing on a phone, on paper and without a script. */
import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { listingOn, openListing } from './listing-page.ts';
import { theSection } from './site.ts';

const { url } = theSection();

/** The notes of matrix_vector.py. */
const TITLES = [
  'The only library needed',
  'A row for each neuron',
  'One number for each neuron',
  'One feature for each column',
  'Every neuron at once',
  'Over the rows',
  "The neuron's weighted sum",
  'Shift the threshold',
  'Arrays inside an f-string',
  'Show the sum as one would write it',
];

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('a note opens under its line and closes again', async ({ page }) => {
    const { program, line, note } = await openListing(page);
    const shown = note('Every neuron at once');
    await expect(program.getByRole('math').filter({ visible: true })).toHaveCount(0);
    await line(9).tap();
    await expect(shown).toBeVisible();
    const [above, below, next] = await Promise.all(
      [line(9), shown, line(10)].map((box) => box.boundingBox()),
    );
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0) - 1);
    expect(next?.y).toBeGreaterThanOrEqual((below?.y ?? 0) + (below?.height ?? 0) - 1);
    await line(9).tap();
    await expect(shown).toBeHidden();
  });

  test('controls are large enough for a finger', async ({ page }) => {
    const { program } = await openListing(page);
    const controls = [
      ...(await program.getByRole('button').all()),
      program.getByRole('link', { name: 'Download' }),
      program.getByRole('link', { name: 'Notebook' }),
    ];
    expect(controls.length).toBeGreaterThan(8);
    for (const control of controls) expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });

  test('nothing scrolls sideways at 320 px with a note open', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const { note } = await openListing(page, 'forward_pass.py', '#forward_pass.py:17');
    await expect(note('First the linear step')).toBeVisible();
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

for (const isLive of [false, true])
  test(`paper has every note and the essential states of a listing that ${isLive ? 'is live' : 'has not come to life'}`, async ({
    page,
  }) => {
    const listing = listingOn(page, 'matrix_vector.py');
    if (isLive) {
      await openListing(page);
      await listing.button('First').click();
      await expect(listing.status).toHaveText(/step 1 of/);
    } else {
      await page.route('**/*.json', (route) => route.abort());
      await page.goto(url);
    }
    await page.emulateMedia({ media: 'print' });
    for (const title of TITLES) await expect(listing.note(title).last()).toBeVisible();
    const iteration = (number: number) =>
      listing.note('Shift the threshold').getByText(`i = ${number}`, { exact: true }).last();
    await expect(iteration(0)).toBeVisible();
    await expect(iteration(1)).toBeHidden();
    const read = listing.note('Every neuron at once').getByText('in', { exact: true }).last();
    await expect(read).toBeHidden();
    await expect(listing.note('Every neuron at once').getByRole('table', { name: /^z, / })).toBeVisible();
    await page.locator(':root').evaluate((root) => root.setAttribute('data-print-states', 'all'));
    await expect(iteration(1)).toBeVisible();
    await expect(read).toBeVisible();
    await expect(listing.program.getByRole('button')).toHaveCount(0);
    await page.emulateMedia({ media: 'screen' });
    await expect(listing.note('Shift the threshold')).toBeHidden();
  });

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('every note and state stands below its line, in reading order', async ({ page }) => {
    await page.goto(url);
    const { program, note } = listingOn(page, 'matrix_vector.py');
    const tops: number[] = [];
    for (const title of TITLES) tops.push((await note(title).first().boundingBox())?.y ?? Number.NaN);
    expect(tops.toSorted((a, b) => a - b)).toEqual(tops);
    await expect(note('Every neuron at once').getByRole('table', { name: /^z, / })).toBeVisible();
    await expect(note('Shift the threshold').getByText(/^i = [01]$/)).toHaveCount(2);
    // Playwright takes no text of <noscript>, which is part of the page here.
    const printed = note('One number for each neuron').last();
    expect(await printed.evaluate((element) => element.textContent)).toContain('[0.16 0.43]');
    await expect(program.getByRole('button')).toHaveCount(0);
    await expect(program.getByRole('link', { name: 'Download' })).toBeVisible();
  });
});

for (const { name, width, hash, choose } of [
  { name: 'an open note on a phone', width: 360, hash: '#forward_pass.py:17', choose: undefined },
  { name: 'a number and where it comes from', width: 1366, hash: '#forward_pass.py:17', choose: 'cell' },
  { name: 'the twins side by side', width: 1366, hash: '', choose: 'twins' },
] as const)
  test(`axe finds nothing in ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const { note, tab, figure } = await openListing(page, 'forward_pass.py', hash);
    if (choose === 'cell') {
      await note('First the linear step').getByRole('cell', { name: '−0.31' }).click();
      await expect(note('First the linear step').getByText('Z[1, 0] = −0.31')).toBeVisible();
    } else if (choose === 'twins') {
      await tab('Side by side').check();
      await expect(figure.getByRole('columnheader', { name: 'What differs' })).toBeVisible();
    } else await expect(note('First the linear step')).toBeVisible();
    expect(await axeFaults(page, '#listing-forward_pass')).toEqual([]);
  });
