/** The page for readers' own programs. */
import { expect, type Page, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { openListing } from './listing-page.ts';
import { book } from './site.ts';

function ownProgram(page: Page) {
  const program = page.getByRole('group', { name: 'program.py', exact: true });
  return {
    program,
    editor: program.getByRole('textbox', { name: 'Program program.py' }),
    console: program.getByRole('region', { name: 'What program.py prints' }),
    alert: program.getByRole('alert', { name: 'What went wrong' }),
  };
}

test('a program is run as it is typed, kept, explained where it fails, and put into a link', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/run/');
  const { program, editor, console, alert } = ownProgram(page);
  await editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('x = torch.arange(6).reshape(2, 3)\nprint(x.sum().item())\nx @ x\n');
  await expect(console).toHaveText('15');
  await expect(alert).toContainText('x has shape (2, 3)');
  expect(await axeFaults(page)).toEqual([]);
  await page.reload();
  await expect(editor).toContainText('x = torch.arange(6).reshape(2, 3)');
  await expect(console).toHaveText('15');
  await program.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.locator('[aria-live]').filter({ hasText: 'Link copied' })).toHaveCount(1);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await program.getByRole('button', { name: 'Reset' }).click();
  await expect(alert).toBeHidden();
  await page.goto('about:blank');
  await page.goto(link);
  const offer = program.getByRole('group', { name: 'A program from a link' });
  await expect(offer).toContainText('print(x.sum().item())');
  await expect(editor).not.toContainText('arange');
  await offer.getByRole('button', { name: 'Run it' }).click();
  await expect(console).toHaveText('15');
});

test('it begins with a listing, as the reader has changed it, and replaces nothing unasked', async ({
  page,
}) => {
  const listing = await openListing(page, 'dot_product.py');
  await listing.program.getByRole('spinbutton', { name: 'a[0]' }).press('ArrowUp');
  await expect(listing.console).toContainText('11.1');
  await listing.program.getByRole('link', { name: 'Start from this' }).click();
  const { program, editor, console } = ownProgram(page);
  await expect(editor).toContainText('a = np.array([3.1, 2.0])');
  await expect(console).toContainText('11.1');
  await expect(page).toHaveURL(/\/run\/$/);
  await page.goBack();
  const other = await openListing(page, 'vectors.py');
  await other.program.getByRole('link', { name: 'Start from this' }).click();
  const offer = program.getByRole('group', { name: 'Start from vectors.py' });
  await offer.getByRole('button', { name: 'Start from vectors.py' }).click();
  await expect(editor).toContainText('length = np.linalg.norm(x)');
  await program.getByRole('button', { name: 'Undo' }).click();
  await expect(editor).toContainText('a = np.array([3.1, 2.0])');
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('it says what it needs', async ({ page }) => {
    await page.goto('/run/');
    await expect(page.getByText(/needs JavaScript/)).toBeVisible();
  });
});

test('the front page and every other lead to it', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'Run a program of your own' }).click();
  await expect(page).toHaveTitle(`Run a program · ${book.title}`);
});
