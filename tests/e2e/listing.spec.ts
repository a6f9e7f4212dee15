/** Reading, stepping and sharing an annotated program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { theSection } from './site.ts';

const { url, folder } = theSection();

async function openListing(page: Page, name = 'matrix_vector', hash = '') {
  await page.goto(`${url}${hash}`);
  const listing = page.locator(`#listing-${name}`);
  await listing.scrollIntoViewIfNeeded();
  await listing.evaluate(comeToRest);
  return { listing, program: listing.locator('.program').first() };
}

/** Runs in the page: waits until what lies around the element has been laid out. */
async function comeToRest(element: Element): Promise<void> {
  let [top, still] = [Number.NaN, 0];
  while (still < 10) {
    await new Promise(requestAnimationFrame);
    const now = element.getBoundingClientRect().top;
    still = now === top ? still + 1 : 0;
    top = now;
  }
}

const shown = '.note.chosen';

test('a line shows its note and its state, beside the code', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 900 });
  const { program } = await openListing(page);
  const place = () => program.evaluate((box) => box.getBoundingClientRect().toJSON());
  const before = await place();
  await program.locator('.line[data-line="9"]').click();
  const note = program.locator(shown);
  await expect(note.locator('.note-title')).toHaveText('Every neuron at once');
  await expect(note.locator('.work p').first()).toHaveText(/^W\[0\] · x = 0\.2 · 0\.8 .* = 0\.06$/);
  await expect(note.locator('.out .value')).toHaveAttribute('data-name', 'z');
  // Far blocks above may be laid out meanwhile; the browser then keeps the place to the nearest pixel of its scroll.
  const after = await place();
  for (const side of ['left', 'top', 'right', 'bottom']) expect(after[side]).toBeCloseTo(before[side], 0);
  await expect(page).toHaveURL(/#matrix_vector\.py:9$/);
});

test('steps go forward and back, and the console fills', async ({ page }) => {
  const { program } = await openListing(page);
  const [status, console] = [program.locator('.controls output'), program.locator('.console pre')];
  const printed = () => console.evaluate((pre) => pre.firstChild?.textContent);
  await program.getByRole('button', { name: 'First' }).click();
  await expect(status).toHaveText('Line 1, step 1 of 17');
  expect(await printed()).toBe('');
  for (let k = 0; k < 5; k += 1) await program.getByRole('button', { name: 'Forward' }).click();
  await expect(status).toHaveText('Line 10, step 6 of 17');
  expect(await printed()).toBe('[0.16 0.43]\n');
  await program.getByRole('button', { name: 'Back' }).click();
  await expect(status).toHaveText('Line 9, step 5 of 17');
  await program.getByRole('button', { name: 'Last' }).click();
  await expect(status).toHaveText('Line 13, step 17 of 17');
  expect((await printed())?.split('\n')).toHaveLength(5);
});

test('each turn of a loop can be chosen, by step and by slider', async ({ page }) => {
  const { program } = await openListing(page, 'matrix_vector', '#matrix_vector.py:15');
  const note = program.locator(shown);
  const slider = note.getByRole('slider', { name: 'Turn' });
  await expect(slider).toHaveAttribute('aria-valuetext', 'i = 0');
  await expect(note.locator('.turn:visible .work p')).toHaveText('0.06 + 0.1 = 0.16');
  await slider.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', 'i = 1');
  await expect(note.locator('.turn:visible .work p')).toHaveText('0.53 + (−0.1) = 0.43');
});

test('a program plays to its end at the chosen speed and can be paused', async ({ page }) => {
  await page.clock.install();
  const { program } = await openListing(page, 'vectors');
  const status = program.locator('.controls output');
  await program.getByRole('button', { name: 'Speed 1×' }).click();
  await expect(program.getByRole('button', { name: 'Speed 2×' })).toBeFocused();
  await program.getByRole('button', { name: 'Play' }).click();
  await page.clock.runFor(2100);
  await expect(status).toHaveText(/step 2 of/);
  await program.getByRole('button', { name: 'Pause' }).click();
  await page.clock.runFor(5000);
  await expect(status).toHaveText(/step 2 of/);
  await program.getByRole('button', { name: 'Play' }).click();
  await page.clock.runFor(30_000);
  await expect(status).toHaveText('Line 21, step 15 of 15');
  await expect(program.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('the keyboard goes from line to line with one tab stop', async ({ page }) => {
  const { program } = await openListing(page);
  await program.locator('.line > a[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator(':focus')).toHaveAccessibleName('Line 3: A row for each neuron');
  await expect(program.locator(`${shown} .note-title`)).toHaveText('A row for each neuron');
  await page.keyboard.press('End');
  await expect(page.locator(':focus')).toHaveText('17');
  await page.keyboard.press('Home');
  await expect(page.locator(':focus')).toHaveText('1');
  await expect(program.locator('.line > a[tabindex="0"]')).toHaveCount(1);
});

test('a number tells where it comes from, back to the literals', async ({ page }) => {
  const { program } = await openListing(page, 'matrix_vector', '#matrix_vector.py:10');
  await program.locator(`${shown} .value[data-name="z"] tbody td`).nth(1).click();
  const origin = program.locator(`${shown} .origin`);
  await expect(origin).toContainText('z[1] = 0.43');
  await expect(origin).toContainText('z = W @ x + b');
  await expect(origin).toContainText('0.53');
  for (const literal of [
    'W = np.array([[0.2, -0.5, 0.1],',
    'x = np.array([0.8, 0.3, 0.5])',
    'b = np.array([0.1, -0.1])',
  ])
    await expect(origin).toContainText(literal);
  await page.keyboard.press('Escape');
  await expect(origin).toHaveCount(0);
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator(':focus')).toHaveText('0.16');
  await expect(origin).toContainText('z[0] = 0.16');
});

test('all variables so far follow the steps', async ({ page }) => {
  const { program } = await openListing(page, 'matrix_vector', '#matrix_vector.py:6');
  await program.getByText('All variables so far').click();
  const names = program.locator('.variables .value > code');
  await expect(names).toHaveText(['W', 'b', 'x']);
  await program.locator('.line[data-line="9"]').click();
  await expect(names).toHaveText(['W', 'b', 'x', 'z']);
});

test('only explained lines can be shown, and the others are counted', async ({ page }) => {
  const { program } = await openListing(page, 'dot_product');
  const button = program.getByRole('button', { name: 'Only explained lines (8 others)', pressed: false });
  await button.click();
  await expect(program.getByRole('button', { name: /^Only explained/, pressed: true })).toBeVisible();
  await expect(program.locator('.line:visible')).toHaveCount(16);
  await program.getByRole('button', { name: /^Only explained/ }).click();
  await expect(program.locator('.line:visible')).toHaveCount(24);
});

test('a reference entry opens in place, also where another line gave it first', async ({ page }) => {
  const { listing } = await openListing(page, 'matrices', '#matrices.py:6');
  await listing.locator(`${shown} .entry-link`, { hasText: 'print' }).click();
  await expect(listing.locator(`${shown} .entry[open]`)).toContainText('print(*objects');
});

test('the chosen library holds for every listing and for the next visit', async ({ page }) => {
  const { listing } = await openListing(page);
  await listing.locator('.tab', { hasText: 'PyTorch' }).click();
  await expect(page.locator('#listing-vectors .tab input[value="PyTorch"]')).toBeChecked();
  await page.reload();
  await expect(page.locator('#listing-matrices .tab input[value="PyTorch"]')).toBeChecked();
  await page.evaluate(() => localStorage.setItem('Wx + b / library', '{"broken'));
  await page.reload();
  await expect(page.locator('#listing-matrices .tab input[value="NumPy"]')).toBeChecked();
});

test('the twins stand side by side, and what differs is marked', async ({ page }) => {
  const { listing } = await openListing(page, 'vectors');
  await listing.locator('.tab', { hasText: 'Side by side' }).click();
  const row = listing.locator('.twins tbody tr', { hasText: 'torch.tensor([0.8, 0.3, 0.5])' });
  await expect(row).toContainText('np.array([0.8, 0.3, 0.5])');
  await expect(row.locator('.difference b')).toHaveText(['API', 'dtype']);
});

test('a link to a line opens its program and shows its note', async ({ page }) => {
  const { listing } = await openListing(page, 'vectors', '#vectors_torch.py:11');
  await expect(listing.locator('.tab input[value="PyTorch"]')).toBeChecked();
  await expect(listing.locator('.program').nth(1).locator('.line[data-line="11"]')).toBeInViewport();
  await expect(listing.locator(`.program >> nth=1 >> ${shown} >> .note-title`)).toHaveText(
    'Named for what it is',
  );
});

test('the program can be copied and downloaded as written, and opened as a notebook', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { program } = await openListing(page, 'vectors');
  const written = readFileSync(join(folder, 'listings/vectors.py'), 'utf8').replaceAll(
    / *#: [a-z-]+(?:, own)?$/gm,
    '',
  );
  await program.getByRole('button', { name: 'Copy' }).click();
  await expect(program.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect((await page.evaluate(() => navigator.clipboard.readText())).trimEnd()).toBe(written.trimEnd());
  const download = async (name: string) => {
    const started = page.waitForEvent('download');
    await program.getByRole('link', { name }).click();
    const file = await started;
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  };
  expect(await download('Download')).toEqual({ name: 'vectors.py', text: written });
  const notebook = await download('Notebook');
  expect(notebook.name).toBe('vectors.ipynb');
  expect(JSON.parse(notebook.text)).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
});

test('the state of a line is read as a table, with names, marks and sums in words', async ({ page }) => {
  const { program } = await openListing(page, 'matrix_vector', '#matrix_vector.py:14');
  const tree = await program.locator(shown).ariaSnapshot();
  for (const line of [
    'group "The neuron\'s weighted sum"',
    'term: in',
    'table "W, (2, 3) float64"',
    'columnheader "f2"',
    'row "n0 0.2 , in use −0.5 , in use 0.1 , in use"',
    'row "n1 0.8 0.3 −0.4"',
    'slider "Turn"',
    'math "W[i] dot x equals 0.2 times 0.8 plus minus 0.5 times 0.3 plus 0.1 times 0.5 equals 0.16 plus minus 0.15 plus 0.05 equals 0.06"',
    'term: out',
  ])
    expect(tree).toContain(line);
});

test('stepping says where it is, once', async ({ page }) => {
  const { program } = await openListing(page);
  await program.getByRole('button', { name: 'First' }).click();
  await program.getByRole('button', { name: 'Forward' }).click();
  await expect(page.locator('[aria-live]')).toHaveText([
    /^Line 3, step 2 of 17\. A row for each neuron\. W is /,
  ]);
});
