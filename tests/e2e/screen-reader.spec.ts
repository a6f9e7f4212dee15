/**
 * Widgets and listings as a screen reader tells them: one comes to the figure, hears what it is and what it shows, changes
 * something, and hears what became of it. The numbers that must be heard come from the tensor core.
 */
import { expect, type Page, test } from '@playwright/test';
import { numberText } from '../../src/explain/index.ts';
import {
  add,
  cosineSimilarity,
  degrees,
  det,
  divide,
  dot,
  fromFlat,
  matmul,
  norm,
  relu,
  subtract,
  transpose,
} from '../../src/tensor/index.ts';
import { arccos } from '../../src/tensor/transcendental/index.ts';
import { tabInto, tabTo } from './by-keyboard.ts';
import { heardMatrix, heardRows, heardVector, written, writtenVector } from './heard-numbers.ts';
import { readAloud } from './read-aloud.ts';
import { theSection } from './site.ts';

const { url } = theSection();

// A screen reader makes Chromium keep the whole tree, what is laid out late included; without one it leaves that out.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--force-renderer-accessibility'] });
  },
});

/** What the page's one live region says next, or has just said. */
const announced = (page: Page) => expect.poll(() => page.locator('#announcer').textContent());

/** The element that has the focus. */
const focused = async (page: Page) => (await readAloud(page, ':focus'))[0];

const widgetOf = (name: string) => `[data-widget="${name}"]`;

test('the dot product: two vectors are heard, one is changed, and the new product is said', async ({
  page,
}) => {
  const widget = widgetOf('dot');
  await tabInto(page, widget);
  const heard = await readAloud(page, widget);
  expect(heard.slice(0, 2)).toEqual([
    'group "Dot product"',
    'Drag either tip, or use the sliders, the number fields or the arrow keys.',
  ]);
  const [a, b] = [heardVector(heard, 'Tip of a'), heardVector(heard, 'Tip of b')];
  const product = numberText(dot(a, b).item());
  const angle = numberText(degrees(arccos(cosineSimilarity(a, b, 0))).item(), 2);
  const sentence = heard.find((one) => one.startsWith('For a = ')) ?? '';
  expect(sentence).toContain(`For a = ${writtenVector(a)} and b = ${writtenVector(b)}, a · b = ${product}.`);
  expect(sentence).toContain(`${angle}°`);
  // The picture and the text below it tell the same.
  expect(heard).toContain(`image "${sentence}"`);
  const worked = heard.find((one) => one.startsWith('math "a dot b equals'));
  expect(worked).toContain(` equals ${product}`);

  const slider = page.locator(widget).getByRole('slider', { name: 'a, component 0' });
  await tabTo(page, slider);
  expect(await focused(page)).toBe(`slider "a, component 0", ${written(a)[0]}`);
  await page.keyboard.press('ArrowRight');
  const moved = await readAloud(page, widget);
  const next = heardVector(moved, 'Tip of a');
  expect(next.at(0)).toBeGreaterThan(a.at(0));
  expect(await focused(page)).toBe(`slider "a, component 0", ${written(next)[0]}`);
  await announced(page).toContain(
    `For a = ${writtenVector(next)} and b = ${writtenVector(b)}, a dot b = ${numberText(dot(next, b).item())}.`,
  );

  await tabTo(page, page.locator(widget).getByRole('button', { name: 'Undo' }));
  await page.keyboard.press('Enter');
  await announced(page).toContain(`a dot b = ${product}.`);
  expect(await focused(page)).toBe('button "Undo", unavailable');
});

test('the vector: its length and direction are heard, then the sum of two', async ({ page }) => {
  const widget = widgetOf('vector');
  await tabInto(page, widget);
  const heard = await readAloud(page, widget);
  expect(heard[0]).toBe('group "Vector"');
  const v = heardVector(heard, 'Tip of v');
  const length = norm(v);
  const sentence = heard.find((one) => one.startsWith('The vector v = ')) ?? '';
  expect(sentence).toContain(`The vector v = ${writtenVector(v)} has length ${numberText(length.item())}.`);
  expect(sentence).toContain(`the unit vector in that direction is ${writtenVector(divide(v, length))}.`);
  expect(heard).toContain(`image "${sentence}"`);

  await tabTo(page, page.locator(widget).getByRole('radio', { name: 'One vector' }));
  expect(await focused(page)).toBe('radio "One vector", checked');
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toBe('radio "a + b", checked');
  const both = await readAloud(page, widget);
  const [a, b] = [heardVector(both, 'Tip of a'), heardVector(both, 'Tip of b')];
  await announced(page).toContain(writtenVector(add(a, b)));
  await page.keyboard.press('ArrowRight');
  await announced(page).toContain(writtenVector(subtract(a, b)));
});

test('the transform: a matrix is heard with what it does, and each change with what it does then', async ({
  page,
}) => {
  const widget = widgetOf('transform');
  await tabInto(page, widget);
  const heard = await readAloud(page, widget);
  expect(heard[0]).toBe('group "Matrix transform"');
  const [W, x] = [heardMatrix(heard, 'W, 2 by 2'), heardVector(heard, 'Point x')];
  expect(heardMatrix(heard, 'The image of x').toFlat()).toEqual(matmul(W, x).toFlat());
  const area = numberText(det(W).item());
  expect(heard.find((one) => one.startsWith('W = '))).toContain(
    `The unit square's signed area becomes ${area}.`,
  );

  await tabTo(page, page.locator(widget).getByRole('slider', { name: 'W, row 0, column 1' }));
  await page.keyboard.press('PageUp');
  const sheared = heardMatrix(await readAloud(page, widget), 'W, 2 by 2');
  expect(sheared.at(0, 1)).toBeGreaterThan(W.at(0, 1));
  await announced(page).toContain(
    `The point ${writtenVector(x)} goes to ${writtenVector(matmul(sheared, x))}.`,
  );

  await tabTo(page, page.locator(widget).getByRole('button', { name: 'Project' }));
  await page.keyboard.press('Space');
  await announced(page).toContain('Singular: the whole plane collapses onto a line.');
});

test('the product of matrices: it begins at its first step, and is heard step by step, then whole', async ({
  page,
}) => {
  const widget = widgetOf('matmul');
  await tabInto(page, widget);
  const heard = await readAloud(page, widget);
  expect(heard[0]).toBe('group "Matrix multiplication"');
  const [X, Wt] = [heardMatrix(heard, 'X'), heardMatrix(heard, 'Wᵀ')];
  const product = matmul(X, Wt);
  const waiting = heard.filter((one) => one.includes('not computed yet'));
  expect(waiting).toHaveLength(X.shape[0] ?? 0);
  await tabTo(page, page.locator(widget).getByRole('button', { name: 'Step' }));
  await page.keyboard.press('Enter');
  const term = numberText(X.at(0, 0) * Wt.at(0, 0));
  await announced(page).toMatch(new RegExp(`^Step 1 of \\d+\\. .* equals ${term.replace('−', 'minus ')}$`));
  expect(await focused(page)).toBe('button "Step"');

  await tabTo(page, page.locator(widget).getByRole('button', { name: 'Last' }));
  await page.keyboard.press('Enter');
  await announced(page).toContain(
    written(product)
      .slice(-(Wt.shape[1] ?? 0))
      .join(', '),
  );
  expect(written(heardMatrix(await readAloud(page, widget), 'The result'))).toEqual(written(product));
  await expect(page.locator(widget).getByRole('button', { name: 'Step' })).toBeDisabled();
});

test('figures that no script has reached are heard with all their numbers', async ({ page }) => {
  await page.goto(url);
  const forward = await readAloud(page, '.widget[aria-label="Forward pass"]');
  const [X, W, b] = [heardMatrix(forward, 'X'), heardMatrix(forward, 'W'), heardMatrix(forward, 'b')];
  const Z = add(matmul(X, transpose(W)), fromFlat(b.toFlat(), [b.size]));
  expect(written(heardMatrix(forward, 'Z'))).toEqual(written(Z));
  expect(written(heardMatrix(forward, 'A'))).toEqual(written(relu(Z)));

  const broadcasting = await readAloud(page, '.widget[aria-label="Broadcasting"]');
  const [left, right] = [
    heardMatrix(broadcasting, 'a, stretched'),
    heardMatrix(broadcasting, 'b, stretched'),
  ];
  expect(written(heardMatrix(broadcasting, 'The sum'))).toEqual(written(add(left, right)));
  expect(broadcasting.some((one) => one.includes(', repeated'))).toBe(true);

  const reshape = await readAloud(page, '.widget[aria-label="Reshape"]');
  const memory = heardRows(reshape, 'Memory').find(([name]) => name === 'value');
  const grid = heardMatrix(reshape, 'g = a.reshape(3, 4)');
  expect(grid.toFlat()).toEqual(memory?.slice(1).map(Number));
  expect(heardMatrix(reshape, 'r = g.T').toFlat()).toEqual(transpose(grid).toFlat());
});

test('a listing: its lines are gone through, a step is taken, and its line and state are said', async ({
  page,
}) => {
  const listing = '#listing-matrix_vector';
  await tabInto(page, listing);
  const heard = await readAloud(page, listing);
  const caption = (await page.locator(`${listing} figcaption`).textContent())?.trim();
  expect(heard.slice(0, 3)).toEqual([`figure "${caption}"`, 'group "Library"', 'radio "NumPy", checked']);
  expect(heard).toContain('z = W @ x + b');

  await tabTo(page, page.locator(`${listing} .line > a[tabindex="0"]`).first());
  expect(await focused(page)).toMatch(/^link "Line 1: /);
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toMatch(/^link "Line 3: A row for each neuron"/);
  for (const line of [5, 6, 9]) {
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toMatch(new RegExp(`^link "Line ${line}: `));
  }
  const note = await readAloud(page, `${listing} .note.chosen`);
  const [W, x, b] = [heardMatrix(note, 'W'), heardMatrix(note, 'x'), heardMatrix(note, 'b')];
  const z = add(matmul(W, fromFlat(x.toFlat(), [x.size])), fromFlat(b.toFlat(), [b.size]));
  expect(note[0]).toBe('group "Every neuron at once"');
  expect(written(heardMatrix(note, 'z'))).toEqual(written(z));
  await announced(page).toBe(`Line 9, step 5 of 17. Every neuron at once. z is ${written(z).join(', ')}.`);

  await tabTo(page, page.locator(listing).getByRole('button', { name: 'Forward' }).first());
  await page.keyboard.press('Enter');
  await announced(page).toMatch(/^Line 10, step 6 of 17\. One number for each neuron\. Prints \[/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await announced(page).toContain('Line 9, step 5 of 17.');
});
