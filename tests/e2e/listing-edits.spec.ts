/** Whatever a reader makes of a program: nothing of ours fails, and nothing old is shown as new. */
import { expect, type Page, test } from '@playwright/test';
import { readKept } from '../../src/listing/live/index.ts';
import { listingOn } from './listing-page.ts';

const FILE = 'vectors.py';

/** Opens the program alone with its editor, and gives what fails in the page from then on. */
async function openEditor(page: Page) {
  const failures: string[] = [];
  page.on('pageerror', ({ message }) => failures.push(message));
  page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
  await page.goto(`/embed/listing/?program=${FILE}`);
  const { program, console, button } = listingOn(page, FILE);
  await button('Edit').click();
  const editor = program.getByRole('textbox', { name: `Program ${FILE}` });
  await expect(editor).toBeFocused();
  const alert = program.getByRole('alert', { name: 'What went wrong' });
  return { failures, program, console, button, editor, alert, proof: program.getByText(/^ran in /) };
}

/** The text that this device keeps; the book's own is not kept. */
async function keptText(page: Page, book: string): Promise<string> {
  const entry = await page.evaluate(
    (file) => Object.entries(localStorage).find(([name]) => name.includes(file))?.[1] ?? null,
    FILE,
  );
  return readKept(book, entry)?.text ?? book;
}

/** Numbers from 0 to 1 that a seed fixes: a linear congruential generator, with the constants of Numerical Recipes. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** The program with a line deleted, doubled or exchanged with the next, or with two characters exchanged. */
function edited(text: string, random: () => number): string {
  const lines = text.split('\n');
  const at = Math.floor(random() * (lines.length - 1));
  const [line = '', next = ''] = lines.slice(at);
  const inLine = Math.floor(random() * line.length);
  const [a = '', b = ''] = line.slice(inLine);
  const replacements = [
    [next],
    [line, line, next],
    [next, line],
    [line.slice(0, inLine) + b + a + line.slice(inLine + 2), next],
  ];
  const replacement = replacements[Math.floor(random() * replacements.length)] ?? [];
  return [...lines.slice(0, at), ...replacement, ...lines.slice(at + 2)].join('\n');
}

test('random edits leave no failure, no old value as new, and no lost text', async ({ page }) => {
  const { failures, program, editor, alert, proof, button } = await openEditor(page);
  const random = randomOf(7);
  const book = (await editor.locator('.cm-line').allTextContents()).join('\n');
  let text = book;
  for (let edit = 0; edit < 25; edit++) {
    // After some edits hardly anything runs: the book's program comes back from time to time.
    text = edited(edit % 5 === 0 ? book : text, random);
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(text);
    // It is kept before it is run.
    await expect.poll(() => keptText(page, book)).toBe(text);
    // A program that raises has run: then both are there.
    await expect(proof.or(alert).first()).toBeVisible();
    const isOld = await program.evaluate((element) => element.classList.contains('stale'));
    await expect(isOld ? alert : proof).toBeVisible();
    expect((await editor.locator('.cm-line').allTextContents()).join('\n')).toBe(text);
  }
  await page.reload();
  const again = listingOn(page, FILE);
  await again.button('Edit').click();
  const kept = again.program.getByRole('textbox', { name: `Program ${FILE}` }).locator('.cm-line');
  await expect.poll(async () => (await kept.allTextContents()).join('\n')).toBe(text);
  await button('Reset').click();
  await expect.poll(async () => (await kept.allTextContents()).join('\n')).toBe(book);
  expect(failures).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('a word that its keyboard composes is taken whole', async ({ page }) => {
    const { failures, editor, console } = await openEditor(page);
    await page.keyboard.press('Control+End');
    const session = await page.context().newCDPSession(page);
    for (const [text, at] of [
      ['p', 1],
      ['pri', 3],
      ['print', 5],
    ] as const)
      await session.send('Input.imeSetComposition', { text, selectionStart: at, selectionEnd: at });
    await session.send('Input.insertText', { text: 'print' });
    await page.keyboard.insertText('(40 + 2)');
    await expect(editor).toContainText('print(40 + 2)');
    await expect(console).toContainText('42');
    expect(failures).toEqual([]);
  });
});
