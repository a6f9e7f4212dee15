/** Reading, stepping and sharing an annotated program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { heardText, listingOn, openListing } from './listing-page.ts';
import { theSection } from './site.ts';

const { folder } = theSection();

test('a line shows its note and its state, beside the code', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 900 });
  const { program, line, note } = await openListing(page);
  const place = () => program.evaluate((box) => box.getBoundingClientRect().toJSON());
  const before = await place();
  await line(9).click();
  const shown = note('Every neuron at once');
  await expect(
    shown.getByRole('math', { name: /^W\[0\] times x equals 0\.2 times 0\.8 .* equals 0\.06$/ }),
  ).toBeVisible();
  await expect(shown.getByRole('table', { name: 'z, (2,) float64' })).toBeVisible();
  // Far blocks above may be laid out meanwhile; the browser then keeps the place to the nearest pixel of its scroll.
  const after = await place();
  for (const side of ['left', 'top', 'right', 'bottom']) expect(after[side]).toBeCloseTo(before[side], 0);
  await expect(page).toHaveURL(/#matrix_vector\.py:9$/);
});

test('a press anywhere on a line chooses it, on a later line of a statement too', async ({ page }) => {
  const { program, note } = await openListing(page);
  // A press on one of its numbers would open a field for that.
  await program.getByText('[0.8,  0.3, -0.4]])').click({ position: { x: 8, y: 8 } });
  await expect(note('A row for each neuron')).toBeVisible();
});

test('steps go forward and back, and the console fills', async ({ page }) => {
  const { button, status, console } = await openListing(page);
  await button('First').click();
  await expect(status).toHaveText('Line 1, step 1 of 17');
  expect(await heardText(console)).toBe('');
  for (let k = 0; k < 5; k += 1) await button('Forward').click();
  await expect(status).toHaveText('Line 10, step 6 of 17');
  expect(await heardText(console)).toBe('[0.16 0.43]\n');
  await button('Back').click();
  await expect(status).toHaveText('Line 9, step 5 of 17');
  await button('Last').click();
  await expect(status).toHaveText('Line 13, step 17 of 17');
  expect((await heardText(console)).trimEnd().split('\n')).toHaveLength(5);
});

test('a button that leads no farther says so and keeps the focus', async ({ page }) => {
  const { button, status } = await openListing(page);
  await button('First').click();
  await expect(button('First')).toBeDisabled();
  await expect(button('Back')).toBeDisabled();
  await expect(button('First')).toBeFocused();
  await button('Last').click();
  await expect(button('Forward')).toBeDisabled();
  await button('Last').press('Enter');
  await expect(status).toHaveText('Line 13, step 17 of 17');
  await expect(button('Back')).toBeEnabled();
});

test('each turn of a loop can be chosen, by step and by slider', async ({ page }) => {
  const { note, console } = await openListing(page, 'matrix_vector.py', '#matrix_vector.py:15');
  const shown = note('Shift the threshold');
  const slider = shown.getByRole('slider', { name: 'Turn' });
  await expect(slider).toHaveAttribute('aria-valuetext', 'i = 0');
  await expect(shown.getByRole('math', { name: /^0\.06 plus/ })).toHaveText('0.06+0.1=0.16');
  await slider.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', 'i = 1');
  await expect(shown.getByRole('math', { name: /^0\.53 plus/ })).toHaveText('0.53+(−0.1)=0.43');
  expect(await heardText(console)).not.toContain('1 0.43');
});

test('a program plays to its end at the chosen speed and can be paused', async ({ page }) => {
  await page.clock.install();
  const { button, status } = await openListing(page, 'vectors.py');
  await button('Speed 1×').click();
  await expect(button('Speed 2×')).toBeFocused();
  await button('Play').click();
  await expect(button('Pause')).toBeVisible();
  await page.clock.runFor(2100);
  await expect(status).toHaveText(/step [23] of/);
  await button('Pause').click();
  await expect(button('Play')).toBeVisible();
  // The clock runs by itself as well, so a busy machine may have come a step farther.
  const paused = (await status.textContent()) ?? '';
  await page.clock.runFor(5000);
  await expect(status).toHaveText(paused);
  await button('Play').click();
  for (let second = 0; second < 14; second += 1) await page.clock.runFor(1000);
  await expect(status).toHaveText('Line 21, step 15 of 15');
  await expect(button('Play')).toBeVisible();
});

test('the keyboard goes from line to line with one tab stop', async ({ page }) => {
  const { program, line, note } = await openListing(page);
  await line(1).focus();
  await page.keyboard.press('ArrowDown');
  await expect(line(3)).toBeFocused();
  await expect(line(3)).toHaveAccessibleName('Line 3: A row for each neuron');
  await expect(note('A row for each neuron')).toBeVisible();
  await page.keyboard.press('End');
  await expect(line(17)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(line(1)).toBeFocused();
  const stops = await program
    .getByRole('link', { name: /^Line \d+(:|$)/ })
    .evaluateAll((links) => links.filter((link) => (link as HTMLElement).tabIndex === 0).length);
  expect(stops).toBe(1);
});

test('the Tab key passes a listing that is not entered in three stops, or by its skip link', async ({
  page,
}) => {
  const { figure, button, line } = await openListing(page);
  await expect(line(1)).toHaveAttribute('tabindex', '0');
  const skip = page.getByRole('link', { name: 'Skip matrix_vector.py' });
  await skip.focus();
  await expect(skip).toBeInViewport();
  const isInside = () => figure.evaluate((box) => box.contains(document.activeElement));
  let stops = 1;
  for (await page.keyboard.press('Tab'); await isInside(); await page.keyboard.press('Tab')) stops += 1;
  expect(stops).toBeLessThanOrEqual(3);

  await skip.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await isInside()).toBe(false);
  expect(
    await figure.evaluate((box) => {
      const place = box.compareDocumentPosition(document.activeElement ?? document.body);
      return place === Node.DOCUMENT_POSITION_FOLLOWING;
    }),
  ).toBe(true);

  await line(1).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await isInside()).toBe(true);
  await button('Forward').focus();
  await expect(button('Forward')).toHaveJSProperty('tabIndex', 0);
});

test('a number tells where it comes from, back to the literals, and the answer is in view', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  const { note } = await openListing(page, 'matrix_vector.py', '#matrix_vector.py:10');
  const shown = note('One number for each neuron');
  await shown.getByRole('cell', { name: '0.43' }).click();
  await expect(shown.getByText('z[1] = 0.43')).toBeInViewport({ ratio: 1 });
  for (const statement of ['z = W @ x + b', 'x = np.array([0.8, 0.3, 0.5])', 'b = np.array([0.1, -0.1])'])
    await expect(shown.getByText(statement)).toBeVisible();
  await expect(shown.getByText('W = np.array([[0.2, -0.5, 0.1],')).toBeVisible();
  await expect(shown.getByRole('math', { name: /equals 0\.53$/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(shown.getByText('z[1] = 0.43')).toHaveCount(0);
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator(':focus')).toHaveText('0.16');
  await expect(shown.getByText('z[0] = 0.16')).toBeVisible();
});

test('all variables so far follow the steps', async ({ page }) => {
  const { program, line } = await openListing(page, 'matrix_vector.py', '#matrix_vector.py:6');
  await program.getByText('All variables so far').click();
  const box = program.getByRole('group').filter({ hasText: 'All variables so far' }).last();
  const names = box.locator('code');
  await expect(names).toHaveText(['W', 'b', 'x']);
  await line(9).click();
  await expect(names).toHaveText(['W', 'b', 'x', 'z']);
});

test('only explained lines can be shown, and the others are counted', async ({ page }) => {
  const { program, button } = await openListing(page, 'dot_product.py');
  const lines = program.getByRole('code').filter({ visible: true });
  await button('Only explained lines (8 others)').click();
  await expect(program.getByRole('button', { name: /^Only explained/, pressed: true })).toBeVisible();
  await expect(lines.first()).toBeVisible();
  await expect(lines.filter({ hasText: /^#/ })).toHaveCount(0);
  await button(/^Only explained/).click();
  await expect(program.getByRole('button', { name: /^Only explained/, pressed: false })).toBeVisible();
});

test('a reference entry opens in place, also where another line gave it first', async ({ page }) => {
  const { note } = await openListing(page, 'matrices.py', '#matrices.py:6');
  const shown = note('Rows under each other');
  await shown.getByRole('group').getByText('print', { exact: true }).click();
  await expect(shown.getByText('print(*objects')).toBeVisible();
});

test('the chosen library holds for every listing and for the next visit', async ({ page }) => {
  const { tab } = await openListing(page);
  await tab('PyTorch').check();
  await expect(listingOn(page, 'vectors.py').tab('PyTorch')).toBeChecked();
  await page.reload();
  await expect(listingOn(page, 'matrices.py').tab('PyTorch')).toBeChecked();
  await page.evaluate(() => localStorage.setItem('Wx + b / library', '{"broken'));
  await page.reload();
  await expect(listingOn(page, 'matrices.py').tab('NumPy')).toBeChecked();
});

test('the twins stand side by side, and what differs is marked', async ({ page }) => {
  const { figure, tab } = await openListing(page, 'vectors.py');
  await tab('Side by side').check();
  const row = figure.getByRole('row').filter({ hasText: 'torch.tensor([0.8, 0.3, 0.5])' });
  await expect(row).toContainText('np.array([0.8, 0.3, 0.5])');
  await expect(row.getByRole('cell').last()).toContainText('API');
  await expect(row.getByRole('cell').last()).toContainText('dtype');
});

test('a row of numbers stays on one line beside its twin', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 900 });
  const { figure, tab } = await openListing(page, 'matrices.py');
  await tab('Side by side').check();
  const row = figure.getByRole('cell').getByText('[0.8,  0.3, -0.4]').first();
  await expect(row).toBeVisible();
  expect(await row.evaluate((element) => element.getClientRects().length)).toBe(1);
});

test('a link to a line opens its program and shows its note', async ({ page }) => {
  const { tab, figure } = await openListing(page, 'vectors.py', '#vectors_torch.py:11');
  await expect(tab('PyTorch')).toBeChecked();
  await expect(figure.getByRole('link', { name: 'Line 11: Named for what it is' })).toBeInViewport();
  await expect(figure.getByRole('group', { name: 'Named for what it is' })).toBeVisible();
});

test('the program can be copied and downloaded as written, and opened as a notebook', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { program, button } = await openListing(page, 'vectors.py');
  const written = readFileSync(join(folder, 'listings/vectors.py'), 'utf8').replaceAll(
    / *#: [a-z-]+(?:, own)?$/gm,
    '',
  );
  await button('Copy').click();
  await expect(button('Copied')).toBeVisible();
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
  const { note } = await openListing(page, 'matrix_vector.py', '#matrix_vector.py:14');
  const shown = note("The neuron's weighted sum");
  await expect(shown.getByRole('slider')).toBeVisible();
  const tree = await shown.ariaSnapshot();
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
  const { button } = await openListing(page);
  await button('First').click();
  await button('Forward').click();
  await expect(page.locator('[aria-live]')).toHaveText([
    /^Line 3, step 2 of 17\. A row for each neuron\. W is /,
  ]);
});

test.describe('a listing whose files cannot be fetched', () => {
  test('stays as it was, says so, and answers once they can', async ({ page }) => {
    let isCut = true;
    await page.route('**/listings/*.json', (route) => (isCut ? route.abort() : route.continue()));
    const { line, note, status, button } = await openListing(page);
    const alert = page.getByRole('alert').filter({ hasText: 'could not be fetched' });
    await expect(alert.last()).toBeVisible();
    await expect(line(9)).toBeVisible();
    await expect(note('The only library needed')).toHaveCount(1);
    isCut = false;
    for (const again of await alert.getByRole('button', { name: 'Try again' }).all()) await again.click();
    await expect(alert).toHaveCount(0);
    await button('First').click();
    await expect(status).toHaveText('Line 1, step 1 of 17');
  });
});

test('an error of the page leaves a listing as it was printed, with all its notes, and the others working', async ({
  page,
}) => {
  const listing = await openListing(page, 'matrix_vector.py', '#matrix_vector.py:9');
  const shown = listing.note('Every neuron at once');
  await shown.getByRole('cell', { name: '0.43' }).click();
  await expect(shown.getByText('z[1] = 0.43')).toBeVisible();
  await page.evaluate(() => {
    const { scrollIntoView } = Element.prototype;
    // Only the answer to "where does this number come from" asks for it now.
    Element.prototype.scrollIntoView = () => {
      Element.prototype.scrollIntoView = scrollIntoView;
      throw new Error('broken on purpose');
    };
  });
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('alert').filter({ hasText: 'stands below as printed' })).toBeVisible();
  for (const title of ['Every neuron at once', 'Shift the threshold'])
    await expect(listing.note(title)).toBeVisible();
  await expect(listing.button('Forward')).toBeHidden();
  const other = await openListing(page, 'vectors.py', '#vectors.py:10');
  await expect(other.button('Forward')).toBeVisible();
});

test('nothing that a reader does in a listing fails unseen', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  for (const file of ['vectors.py', 'forward_pass.py']) {
    const { button, tab, status } = await openListing(page, file);
    await button('First').click();
    await expect(status).toHaveText(/step 1 of/);
    await tab('PyTorch').check();
    await tab('Side by side').check();
    await tab('NumPy').check();
    await button('Last').click();
  }
  expect(errors).toEqual([]);
});
