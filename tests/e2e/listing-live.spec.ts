/** Changing a program: turning its numbers, writing in it, and what follows from that. */
import { expect, type Page, test } from '@playwright/test';
import { heardText, listingOn, openListing } from './listing-page.ts';
import { theSection } from './site.ts';

/** What the policy refuses while a test runs; refusals are silent for a reader. */
const refusals = new WeakMap<Page, string[]>();

test.beforeEach(async ({ page }) => {
  const found: string[] = [];
  refusals.set(page, found);
  await page.exposeFunction('noteRefusal', (what: string) => found.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      Reflect.get(window, 'noteRefusal')(`${violatedDirective} ${blockedURI}`),
    );
  });
  page.on('pageerror', (error) => found.push(String(error)));
});

test.afterEach(({ page }) => expect(refusals.get(page)).toEqual([]));

test('a number is turned by keys, and everything that follows from it follows', async ({ page }) => {
  const { program, line, note, console } = await openListing(page, 'matrix_vector.py', '#matrix_vector.py:9');
  const number = program.getByRole('spinbutton', { name: 'W[0, 0]' });
  await expect(number).toHaveText('0.2');
  await number.press('ArrowUp');
  await expect(number).toHaveText('0.3');
  await expect(number).toHaveAttribute('aria-valuenow', '0.3');
  // 0.3 · 0.8 − 0.5 · 0.3 + 0.1 · 0.5 + 0.1
  const shown = note('Every neuron at once');
  await expect(shown.getByRole('table', { name: /^z, / })).toContainText('0.24');
  await expect(console).toContainText('[0.24 0.43]');
  await number.press('Shift+ArrowDown');
  await expect(number).toHaveText('-0.7');
  await program.getByRole('button', { name: 'Undo' }).click();
  await expect(number).toHaveText('0.3');
  await program.getByRole('button', { name: 'Redo' }).click();
  await expect(number).toHaveText('-0.7');
  await program.getByRole('button', { name: 'Reset' }).click();
  await expect(console).toContainText('[0.16 0.43]');
  await expect(program.getByText(/^ran in .* ms, nothing was sent$/)).toBeVisible();
  await expect(line(9)).toBeVisible();
});

test('a number is turned by a drag, which is undone in one step', async ({ page }) => {
  const { program, console } = await openListing(page, 'matrix_vector.py');
  const number = program.getByRole('spinbutton', { name: 'x[0]' });
  await expect(number).toHaveText('0.8');
  const box = await number.boundingBox();
  if (!box) throw new Error('The number is not drawn.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 20, box.y + 4);
  await page.mouse.move(box.x + box.width / 2 + 41, box.y + 4);
  await page.mouse.up();
  await expect(number).toHaveText('1.3');
  await expect(console).toContainText('[0.26 0.83]');
  await program.getByRole('button', { name: 'Undo' }).click();
  await expect(number).toHaveText('0.8');
  await expect(console).toContainText('[0.16 0.43]');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('a press on a number opens a field and buttons for fingers', async ({ page }) => {
    const { program, console } = await openListing(page, 'matrix_vector.py');
    await program.getByRole('spinbutton', { name: 'b[1]' }).tap();
    const stepper = program.getByRole('group', { name: 'b[1]' });
    for (const button of await stepper.getByRole('button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await stepper.getByRole('button', { name: 'More' }).tap();
    await expect(program.getByRole('spinbutton', { name: 'b[1]' })).toHaveText('0.0');
    await expect(console).toContainText('[0.16 0.53]');
    const field = stepper.getByRole('textbox');
    await field.fill('one');
    await expect(stepper.getByText(/^Not taken/)).toBeVisible();
    await field.fill('−2');
    await expect(console).toContainText('[ 0.16 -1.47]');
    await field.press('Enter');
    await expect(stepper).toHaveCount(0);
  });
});

test('a changed program is kept on this device, and a link brings it to others', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { program, console } = await openListing(page, 'matrix_vector.py');
  await program.getByRole('spinbutton', { name: 'b[0]' }).press('ArrowUp');
  await expect(console).toContainText('[0.26 0.43]');
  await program.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.locator('[aria-live]').filter({ hasText: 'Link copied' })).toHaveCount(1);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.reload();
  await expect(program.getByRole('spinbutton', { name: 'b[0]' })).toHaveText('0.2');
  await expect(console).toContainText('[0.26 0.43]');

  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(link);
  const offer = program.getByRole('group', { name: 'A program from a link' });
  await expect(offer).toContainText('b = np.array([0.2, -0.1])');
  await expect(console).toContainText('[0.16 0.43]');
  await offer.getByRole('button', { name: 'Run it' }).click();
  await expect(console).toContainText('[0.26 0.43]');

  await page.goto('about:blank');
  await page.goto(link.replace(/text=.*/, 'text=1damaged'));
  await expect(program.getByText(/could not be read/)).toBeVisible();
});

test('the program is edited, an error is explained, and a repair runs', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 900 });
  const { program, console, button } = await openListing(page, 'matrix_vector.py');
  await button('Edit').click();
  const editor = program.getByRole('textbox', { name: 'Program matrix_vector.py' });
  await expect(editor).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('print(W @ b)');
  const alert = program.getByRole('alert', { name: 'What went wrong' });
  await expect(alert).toContainText('ValueError: matmul: Input operand 1 has a mismatch');
  await expect(alert).toContainText('W has shape (2, 3)');
  await alert.getByRole('button', { name: /^W\.T/ }).click();
  await expect(alert).toBeHidden();
  await expect(editor).toContainText('print(W.T @ b)');
  expect((await heardText(console)).trimEnd().split('\n').at(-1)).toMatch(/^\[-0\.06/);
});

test('while a text does not run, what ran last stays in view', async ({ page }) => {
  const { program, console, button } = await openListing(page, 'vectors.py');
  const before = await heardText(console);
  await button('Edit').click();
  await expect(program.getByRole('textbox', { name: 'Program vectors.py' })).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('import (');
  const alert = program.getByRole('alert', { name: 'What went wrong' });
  await expect(alert).toContainText('SyntaxError');
  expect(await heardText(console)).toBe(before);
  await button('Done').click();
  await button('Reset').click();
  await expect(alert).toBeHidden();
});

test('Escape, then Tab leaves the editor', async ({ page }) => {
  const { program, button } = await openListing(page, 'vectors.py');
  await button('Edit').click();
  const editor = program.getByRole('textbox', { name: 'Program vectors.py' });
  await expect(editor).toBeFocused();
  await expect(editor).toHaveAccessibleDescription(/Escape, then Tab leaves/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
});

test('an editor that cannot be fetched says so, and the listing stays', async ({ page }) => {
  await page.route('**/create-editor*.js', (route) => route.abort());
  const { program, line, button } = await openListing(page, 'vectors.py');
  await button('Edit').click();
  await expect(program.getByRole('alert').filter({ hasText: 'could not be fetched' })).toBeVisible();
  await button('Done').click();
  await expect(line(1)).toBeVisible();
  refusals.set(page, []);
});

test('what a line prints is predicted, and a wrong answer shows the program that prints it', async ({
  page,
}) => {
  const { program, button, status, console } = await openListing(page);
  await button('Predict before the line runs').click();
  await expect(button('Predict before the line runs')).toHaveAttribute('aria-pressed', 'true');
  const question = program.getByRole('group', { name: 'Predict line 10' });
  for (let step = 0; step < 5; step += 1) {
    await expect(question).toHaveCount(0);
    await button('Forward').click();
  }
  await expect(question.getByRole('textbox', { name: /^Shape/ })).toBeFocused();
  await page.keyboard.type('two');
  await page.keyboard.press('Enter');
  await expect(question.getByRole('alert')).toContainText('such as (3,)');
  await question.getByRole('textbox').fill('(2,)');
  await page.keyboard.press('Enter');
  await expect(question.getByRole('textbox', { name: 'Place 0' })).toBeFocused();
  await page.keyboard.type('0.06');
  await question.getByRole('textbox', { name: 'Place 1' }).fill('0.53');
  await expect(console).not.toContainText('[0.16 0.43]', { useInnerText: true });
  await page.keyboard.press('Enter');
  await expect(question.getByRole('status')).toContainText('bias forgotten');
  await expect(question.locator('mark')).toHaveText('+ b');
  await expect(question.getByText('[0.06 0.53]')).toBeVisible();
  await expect(question.getByRole('button', { name: 'Go on' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(status).toHaveText(/^Line 10, step 6 of/);
  await expect(question).toHaveCount(0);
  await expect(button('Forward')).toBeFocused();
});

test('Escape skips a question', async ({ page }) => {
  const { program, line, button, status } = await openListing(page);
  await button('Predict before the line runs').click();
  await line(10).click();
  const question = program.getByRole('group', { name: 'Predict line 10' });
  await expect(question.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(status).toHaveText(/^Line 10,/);
});

test('a value that grew larger than both operands stops the program where the reader wants it to', async ({
  page,
}) => {
  const { program, button } = await openListing(page, 'element_ops.py', '#element_ops.py:10');
  await button('Stop at silent broadcasting').click();
  await expect(button('Stop at silent broadcasting (none here)')).toBeVisible();
  await button('Edit').click();
  const editor = program.getByRole('textbox', { name: 'Program element_ops.py' });
  await expect(editor).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nprint(image[:, :1] - bias)');
  const trouble = program.getByRole('alert', { name: 'What went wrong' });
  await expect(trouble).toContainText('(2, 1) and (2,) → (2, 2): 2 and 2 values became 4');
  await expect(trouble).toContainText('an error of this book');
  await button('Stop at silent broadcasting').click();
  await expect(trouble).toBeHidden();
});

test("a widget's numbers go into the listing that it illustrates, and back", async ({ page }) => {
  await page.goto(`${theSection().url}#dot?a=-1.5,2&b=1,4`);
  const widget = page.locator('[data-widget="dot"]');
  await widget.scrollIntoViewIfNeeded();
  await expect(widget).toHaveAttribute('data-live', 'true');
  await widget.getByRole('button', { name: 'See in code' }).click();
  const { program, console, line } = listingOn(page, 'dot_product.py');
  const told = "In dot_product.py a and b now have the figure's numbers; Undo takes them back.";
  await expect(program.getByText(told)).toBeVisible();
  await expect(line(3)).toBeInViewport();
  await expect(program.getByRole('spinbutton', { name: 'a[0]' })).toHaveText('-1.5');
  // −1.5 · 1 + 2 · 4
  await expect(console).toContainText('6.5');
  await program.getByRole('button', { name: 'Undo' }).click();
  await expect(console).toContainText('11.0');
  await expect(program.getByText(told)).toBeHidden();
});
