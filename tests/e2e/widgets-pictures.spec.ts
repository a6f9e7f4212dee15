/** What the pictures show: the same as the tables under them, in every mode, at the end of every motion, and no more often than it changes. */
import { expect, type Locator, test } from '@playwright/test';
import { handle, middleOf, openAlone, twinRows } from './widget-page.ts';

test.describe.configure({ timeout: 60_000 });

/** "= 3" and "≈ 3.6056" out of "v₀ = 3" and "‖v‖ ≈ 3.6056", as the table has them: "3" and "≈ 3.6056". */
const shownIn = (label: string) => label.replace(/^.*?(?=[=≈])/, '').replace(/^= /, '');

const labels = async (widget: Locator) =>
  (await widget.locator('.plane-label').allTextContents()).map(shownIn).toSorted();

async function tableOf(widget: Locator): Promise<ReadonlyMap<string, string>> {
  return new Map((await twinRows(widget)).map(([name = '', value = '']) => [name, value]));
}

/** Where a drawn arrow starts and where its head points, in pixels of the drawing. */
async function tailAndTip(arrow: Locator): Promise<[number, number, number, number]> {
  const start = async (part: string) =>
    numbersIn((await arrow.locator(part).getAttribute('d')) ?? '').slice(0, 2);
  const [[tailX = 0, tailY = 0], [tipX = 0, tipY = 0]] = await Promise.all([
    start('.arrow-shaft'),
    start('.arrow-head'),
  ]);
  return [tailX, tailY, tipX, tipY];
}

const numbersIn = (text = '') =>
  [...text.replaceAll('−', '-').matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));

test('vector: the labels are the numbers of the table, before and after a drag', async ({ page }) => {
  const widget = await openAlone(page, 'vector');
  const agree = async () => {
    const table = await tableOf(widget);
    expect(await labels(widget)).toEqual(
      ['Component v₀', 'Component v₁', 'Length ‖v‖', 'Direction']
        .map((name) => table.get(name))
        .concat('v̂')
        .toSorted(),
    );
  };
  await agree();
  const { x, y } = await middleOf(handle(widget, 'Tip of v'));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 170, y + 90, { steps: 5 });
  await page.mouse.up();
  await expect(agree).toPass();
});

for (const name of ['a + b', 'a − b', 'c a'])
  test(`vector: the arrow of ${name} ends at the result of the table`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const widget = await openAlone(page, 'vector', '#vector?a=2,1&b=-1,2&c=-1.5');
    await widget.getByRole('radio', { name, exact: true }).check();
    const arrow = (letter: string) => widget.locator(`.arrow[data-name="${letter}"]`);
    await expect(async () => {
      const [x = 0, y = 0] = numbersIn((await tableOf(widget)).get('Result'));
      const [originX, originY, aX, aY] = await tailAndTip(arrow('a'));
      const [, , tipX, tipY] = await tailAndTip(arrow(name));
      // a is (2, 1), which gives the length of a unit.
      expect((tipX - originX) / ((aX - originX) / 2)).toBeCloseTo(x, 1);
      expect((tipY - originY) / (aY - originY)).toBeCloseTo(y, 1);
    }).toPass();
  });

test('dot product: the labels are the numbers of the table, and the bars its products', async ({ page }) => {
  const widget = await openAlone(page, 'dot');
  for (const fragment of ['dot?a=3,2&b=1,4', 'dot?a=-1,3&b=2,2.5', 'dot?a=4,0&b=0,3']) {
    await page.evaluate((to) => {
      window.location.hash = to;
    }, fragment);
    await expect(async () => {
      const table = await tableOf(widget);
      expect(await labels(widget)).toEqual([table.get('Angle'), table.get('Shadow of b on a')].toSorted());
      expect(await widget.locator('.bars-value').allTextContents()).toEqual(
        ['a₀ · b₀', 'a₁ · b₁', 'a · b'].map((row) => table.get(row)),
      );
    }).toPass();
  }
});

test('matrix transform: the square bears the determinant, and x goes where the table says', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const widget = await openAlone(page, 'transform', '#transform?x=2,1');
  for (const preset of ['Scale', 'Rotate', 'Shear', 'Reflect', 'Project', 'I + εA']) {
    await widget.getByRole('button', { name: preset, exact: true }).click();
    await expect(async () => {
      const table = await tableOf(widget);
      expect(await labels(widget)).toContain(table.get('Determinant: signed area'));
      const [x = 0, y = 0] = numbersIn(table.get('Its image'));
      const [originX, originY] = await tailAndTip(widget.locator('.arrow').first());
      const at = (circle: string) =>
        widget.locator(circle).evaluate((drawn) => ['cx', 'cy'].map((k) => Number(drawn.getAttribute(k))));
      const [[fromX = 0, fromY = 0], [toX = 0, toY = 0]] = await Promise.all([
        at('.point:not(.point-image)'),
        at('.point-image'),
      ]);
      // x is (2, 1), which gives the length of a unit.
      expect((toX - originX) / ((fromX - originX) / 2)).toBeCloseTo(x, 1);
      expect((toY - originY) / (fromY - originY)).toBeCloseTo(y, 1);
    }).toPass();
  }
});

test('matmul: the cells of the result are the numbers of the table, at every stage', async ({ page }) => {
  const widget = await openAlone(page, 'matmul');
  for (const fragment of ['step=7', 'step=24&bias=1', 'step=24&bias=1&relu=1', 'view=columns&step=4']) {
    await page.evaluate((to) => {
      window.location.hash = to;
    }, `matmul?${fragment}`);
    await expect(async () => {
      const said = (await twinRows(widget)).flatMap(([, ...values]) => values);
      const drawn = await widget.locator('.crossing-result .matrix-value').allTextContents();
      expect(drawn.map((text) => text.trim().replace('·', 'not yet'))).toEqual(
        said.map((value) => value.replace('≈ ', '')),
      );
    }).toPass();
  }
});

test('a scrubbed product is one entry of the history', async ({ page }) => {
  const widget = await openAlone(page, 'matmul');
  const where = widget.locator('.transport-bar span');
  const bar = widget.getByRole('slider', { name: /^Step/ });
  const box = await bar.boundingBox();
  if (!box) throw new Error('The bar is not drawn.');
  const y = box.y + box.height / 2;
  await expect(where).toHaveText('Step 0 of 24');
  await page.mouse.move(box.x + 8, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 3, y, { steps: 6 });
  await expect(where).toHaveText(/^Step [5-9] of 24$/);
  await page.mouse.up();
  await widget.getByRole('button', { name: 'Undo' }).click();
  await expect(where).toHaveText('Step 0 of 24');
  await expect(widget.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('the way from the identity is scrubbed without a trace in the history', async ({ page }) => {
  const widget = await openAlone(page, 'transform', '#transform?W=2,0;0,2');
  const square = widget.locator('.square');
  const whole = await square.getAttribute('d');
  const undo = widget.getByRole('button', { name: 'Undo' });
  const could = await undo.isEnabled();
  await widget.getByRole('slider', { name: 'Share of the way from the identity' }).fill('0.5');
  await expect(square).not.toHaveAttribute('d', whole ?? '');
  await widget.getByRole('slider', { name: 'Share of the way from the identity' }).fill('1');
  await expect(square).toHaveAttribute('d', whole ?? '');
  expect(await undo.isEnabled()).toBe(could);
});

test('under reduced motion Play shows the end at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const matmul = await openAlone(page, 'matmul', '#matmul?step=3');
  await matmul.getByRole('button', { name: 'Play' }).click();
  await expect(matmul.locator('.transport-bar span')).toHaveText('Step 24 of 24', { timeout: 700 });
  const transform = await openAlone(page, 'transform', '#transform?W=0,-1;1,0');
  const square = transform.locator('.square');
  const end = await square.getAttribute('d');
  const isStill = await square.evaluate(async (path, whole) => {
    [...document.querySelectorAll('button')].find((button) => button.textContent === 'Play')?.click();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return path.getAttribute('d') === whole;
  }, end);
  expect(isStill).toBe(true);
});

test('a move that leaves the point on its step changes nothing in the page', async ({ page }) => {
  const widget = await openAlone(page, 'dot');
  const tip = handle(widget, 'Tip of a');
  const { x, y } = await middleOf(tip);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const changes = (act: () => Promise<void>) =>
    page
      .evaluate(() => {
        const counted = { changes: 0 };
        new MutationObserver((records) => {
          counted.changes += records.length;
        }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
        Object.assign(window, { counted });
      })
      .then(act)
      .then(() => page.evaluate(() => Reflect.get(window, 'counted') as { readonly changes: number }))
      .then((counted) => counted.changes);
  expect(
    await changes(async () => {
      for (const to of [x + 1, x, x + 1, x]) await page.mouse.move(to, y);
    }),
  ).toBe(0);
  expect(await changes(() => page.mouse.move(x + 60, y))).toBeGreaterThan(0);
  await page.mouse.up();
});
