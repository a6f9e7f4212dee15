/** What a reader does with the widgets: by mouse, touch, keys, fields and links, and what stays without any of it. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { theSection } from './site.ts';

const { url } = theSection();
test.describe.configure({ timeout: 60_000 });

/** A widget that has been brought into view and whose script runs. */
async function liveWidget(page: Page, name: string): Promise<Locator> {
  const widget = page.locator(`[data-widget="${name}"]`);
  await widget.scrollIntoViewIfNeeded();
  await expect(widget).toHaveAttribute('data-live', 'true');
  return widget;
}

async function openWidget(page: Page, name: string, fragment = ''): Promise<Locator> {
  await page.goto(url + fragment);
  return liveWidget(page, name);
}

const handle = (widget: Locator, name: string) => widget.getByRole('slider', { name, exact: true });

async function middleOf(target: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('The target is not drawn.');
  return { ...box, x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a tip is dragged with the mouse, spoken of after, kept in the address, and taken back in one step', async ({
  page,
}) => {
  const dot = await openWidget(page, 'dot');
  const tip = handle(dot, 'Tip of a');
  await expect(tip).toHaveAttribute('aria-valuetext', '3 comma 2');
  const { x, y } = await middleOf(tip);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y - 30, { steps: 4 });
  await page.mouse.up();
  await expect(tip).not.toHaveAttribute('aria-valuetext', '3 comma 2');
  await expect(page).toHaveURL(/#dot\?a=.+&b=1,4&version=1$/);
  await expect(async () => {
    const sentence = await dot.locator('.widget-twin p').textContent();
    expect(await page.locator('#announcer').textContent()).toBe(sentence?.replace(' · ', ' dot '));
  }).toPass();
  await dot.getByRole('button', { name: 'Undo' }).click();
  await expect(tip).toHaveAttribute('aria-valuetext', '3 comma 2');
  await expect(dot.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('Escape gives a drag up', async ({ page }) => {
  const dot = await openWidget(page, 'dot');
  const tip = handle(dot, 'Tip of b');
  const { x, y } = await middleOf(tip);
  await tip.focus();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 50, y + 20, { steps: 3 });
  await expect(tip).not.toHaveAttribute('aria-valuetext', '1 comma 4');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(tip).toHaveAttribute('aria-valuetext', '1 comma 4');
});

test('keys move a tip by one step, by ten, and to the ends', async ({ page }) => {
  const vector = await openWidget(page, 'vector');
  const tip = handle(vector, 'Tip of v');
  await tip.focus();
  for (const [key, expected] of [
    ['ArrowRight', '3.1 comma 4'],
    ['Shift+ArrowLeft', '2.1 comma 4'],
    ['ArrowDown', '2.1 comma 3.9'],
    ['PageDown', '2.1 comma 2.9'],
    ['Home', '−5 comma 2.9'],
    ['End', '5 comma 2.9'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(tip).toHaveAttribute('aria-valuetext', expected);
  }
});

test('a slider follows the hand at once, and the picture with the next frame or the release', async ({
  page,
}) => {
  const dot = await openWidget(page, 'dot');
  const slider = dot.getByRole('slider', { name: 'a, component 0' });
  const seen = await slider.evaluate(async (input: HTMLInputElement) => {
    const tip = document.querySelector('[data-widget="dot"] .handle');
    const picture = () => tip?.getAttribute('aria-valuetext');
    const pull = (to: number) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, String(to));
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    const pictures: (string | null | undefined)[] = [];
    new MutationObserver(() => pictures.push(picture())).observe(tip as Element, {
      attributeFilter: ['aria-valuetext'],
    });
    for (const to of [3.5, 4, 4.5]) pull(to);
    const atOnce = [input.value, input.getAttribute('aria-valuetext'), picture()];
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    pull(5);
    input.dispatchEvent(new KeyboardEvent('keyup', { key: 'ArrowRight', bubbles: true }));
    await Promise.resolve();
    return { atOnce, pictures, released: picture() };
  });
  expect(seen).toEqual({
    atOnce: ['4.5', '4.5', '3 comma 2'],
    pictures: ['4.5 comma 2', '5 comma 2'],
    released: '5 comma 2',
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('a finger drags a tip without scrolling the page, on a target of 44 pixels', async ({ page }) => {
    const dot = await openWidget(page, 'dot');
    const tip = handle(dot, 'Tip of a');
    const { x, y, width, height } = await middleOf(tip);
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    // Not the scroll position: it follows text above that takes its place late, so that nothing moves on the screen.
    const { y: top } = await middleOf(dot.locator('.plane'));
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    await touch('touchStart', [{ x, y }]);
    for (let k = 1; k <= 5; k++) await touch('touchMove', [{ x: x - 6 * k, y: y + 8 * k }]);
    await touch('touchEnd', []);
    await expect(tip).not.toHaveAttribute('aria-valuetext', '3 comma 2');
    expect((await middleOf(dot.locator('.plane'))).y).toBe(top);
    await expect(dot.locator('.plane')).toHaveCSS('touch-action', 'auto');
  });
});

test('a field takes any number, forgives a comma, and ignores what is no number', async ({ page }) => {
  const dot = await openWidget(page, 'dot');
  const [field, tip] = [dot.getByLabel('b, component 1, as a number'), handle(dot, 'Tip of b')];
  await field.fill('-2,5');
  await expect(tip).toHaveAttribute('aria-valuetext', '1 comma −2.5');
  await field.fill('many');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.press('Enter');
  await expect(field).toHaveValue('−2.5');
  await field.fill('250');
  await expect(tip).toHaveAttribute('aria-valuemax', '500');
});

test('presets, undo and reset', async ({ page }) => {
  const dot = await openWidget(page, 'dot');
  await dot.getByRole('button', { name: 'Perpendicular' }).click();
  await expect(dot.locator('.verdict')).toContainText('perpendicular');
  await dot.getByRole('button', { name: 'Opposite' }).click();
  await expect(dot.locator('.verdict')).toContainText('opposite directions');
  await dot.getByRole('button', { name: 'Undo' }).click();
  await expect(dot.locator('.verdict')).toContainText('perpendicular');
  await dot.getByRole('button', { name: 'Reset' }).click();
  await expect(dot.locator('.verdict')).toContainText('more with than against');
});

test('a zero vector has no angle, and says so', async ({ page }) => {
  const dot = await openWidget(page, 'dot', '#dot?a=0,0&b=1,4');
  await expect(dot.locator('.verdict')).toContainText('undefined');
  await expect(dot).not.toContainText('NaN');
});

test('a link brings its widget into view in its state', async ({ page }) => {
  const transform = await openWidget(page, 'transform', '#transform?W=1,0;0,0&x=2,1');
  await expect(transform).toBeInViewport();
  await expect(transform.locator('.verdict')).toContainText('collapses onto a line');
});

test('a bad address is the nearest valid state, without an error', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  for (const [fragment, valid] of [
    ['#dot?a=NaN,NaN&b=,', '3 comma 2'],
    ['#dot?a=1e999,0', '1000000 comma 0'],
    ['#dot?%%%', '3 comma 2'],
    ['#dot?version=7&a=9,9', '3 comma 2'],
  ] as const) {
    await page.goto('about:blank');
    const dot = await openWidget(page, 'dot', fragment);
    await expect(handle(dot, 'Tip of a')).toHaveAttribute('aria-valuetext', valid);
  }
  expect(errors).toEqual([]);
});

test('the product is played, paused, stepped, scrubbed', async ({ page }) => {
  const matmul = await openWidget(page, 'matmul');
  const where = matmul.locator('.transport-bar span');
  await expect(where).toHaveText('Step 0 of 24');
  await matmul.getByRole('button', { name: 'Step' }).click();
  await expect(where).toHaveText('Step 1 of 24');
  await matmul.getByRole('button', { name: 'Back' }).click();
  await expect(where).toHaveText('Step 0 of 24');
  await matmul.getByLabel('Speed').selectOption('4');
  await matmul.getByRole('button', { name: 'Play' }).click();
  await expect(where).toHaveText(/Step [2-9]/);
  await matmul.getByRole('button', { name: 'Pause' }).click();
  await matmul.getByRole('slider', { name: /^Step/ }).fill('12');
  await expect(where).toHaveText('Step 12 of 24');
  await matmul.getByText('Sizes', { exact: true }).click();
  await matmul.getByLabel('Rows of X').selectOption('5');
  await expect(where).toHaveText('Step 12 of 30');
  await matmul.getByRole('button', { name: 'Sizes that do not fit' }).click();
  await expect(matmul).toContainText('mat1 and mat2 shapes cannot be multiplied (5x3 and 2x2)');
});

test('under reduced motion the end is there at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const vector = await openWidget(page, 'vector');
  await vector.getByRole('radio', { name: 'a + b' }).check();
  const [tip, result] = await Promise.all([
    vector.locator('.arrow[data-line="dashed"] .arrow-head').getAttribute('d'),
    vector.locator('.arrow[data-line="thick"] .arrow-head').getAttribute('d'),
  ]);
  expect(tip?.split('L')[0]).toBe(result?.split('L')[0]);
});

test('what the picture says is the sentence below it, and nothing moves when the script starts', async ({
  page,
}) => {
  await page.goto(url);
  await page.evaluate(() => {
    type Shift = PerformanceEntry & { value: number; sources: readonly { node: Node | null }[] };
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        if (sources.some(({ node }) => node?.parentElement?.closest('.widget'))) shifts.push(value);
      }
    }).observe({ type: 'layout-shift', buffered: false });
  });
  for (const name of ['vector', 'dot', 'transform']) {
    const widget = await liveWidget(page, name);
    await expect(widget.locator('.plane title')).toHaveText(
      (await widget.locator('.widget-twin p').textContent()) ?? '',
    );
  }
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('every figure is complete and has no dead control', async ({ page }) => {
    await page.goto(url);
    await expect(page.locator('.widget')).toHaveCount(8);
    const dot = page.locator('[data-widget="dot"]');
    await expect(dot.locator('.widget-twin')).toContainText('a · b = 11');
    await expect(dot.getByText('A still picture; it is not interactive.')).toBeVisible();
    await expect(dot.getByRole('button')).toHaveCount(0);
    await expect(dot.getByRole('slider')).toHaveCount(0);
  });
});
