/** The widgets under a finger: what is taken hold of follows it, and the page scrolls everywhere else. */
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { handle, middleOf, openAlone } from './widget-page.ts';

test.use({ viewport: { width: 360, height: 560 }, hasTouch: true, isMobile: true });
test.describe.configure({ timeout: 60_000 });

type Spot = { readonly x: number; readonly y: number };

/** Puts a finger on a spot and moves it by so many pixels. */
async function swipe(session: CDPSession, { x, y }: Spot, right: number, down: number): Promise<void> {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Spot[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [{ x, y }]);
  for (let k = 1; k <= 8; k++) await touch('touchMove', [{ x: x + (right * k) / 8, y: y + (down * k) / 8 }]);
  await touch('touchEnd', []);
}

const scrolled = (page: Page) => page.evaluate(() => window.scrollY);

for (const [name, fragment, tips] of [
  ['vector', '', ['Tip of v']],
  ['vector', '#vector?mode=sum', ['Tip of a', 'Tip of b']],
  ['dot', '', ['Tip of a', 'Tip of b']],
  ['transform', '', ['Image of e₀', 'Image of e₁', 'Point x']],
] as const)
  test(`${name} ${fragment}: every point follows a finger, and the plane lets the page scroll`, async ({
    page,
  }) => {
    const widget = await openAlone(page, name, fragment);
    const session = await page.context().newCDPSession(page);
    for (const tip of tips) {
      const point = handle(widget, tip);
      const before = await point.getAttribute('aria-valuetext');
      const spot = await middleOf(point);
      const top = await scrolled(page);
      await swipe(session, spot, -35, 30);
      await expect(point).not.toHaveAttribute('aria-valuetext', before ?? '');
      expect(await scrolled(page)).toBe(top);
    }
    await page.evaluate(() => window.scrollTo(0, 0));
    const plane = await widget.locator('.plane').boundingBox();
    if (!plane) throw new Error('There is no plane.');
    await swipe(session, { x: plane.x + 8, y: plane.y + plane.height - 8 }, 0, -120);
    await expect.poll(() => scrolled(page)).toBeGreaterThan(50);
  });

test('matmul: a finger steps, scrubs, and scrolls the page over the matrices', async ({ page }) => {
  const widget = await openAlone(page, 'matmul');
  const session = await page.context().newCDPSession(page);
  const where = widget.locator('.transport-bar span');
  for (const name of ['Last', 'First', 'Step']) await widget.getByRole('button', { name }).tap();
  await expect(where).toHaveText('Step 1 of 24');
  await swipe(session, await middleOf(widget.getByRole('slider', { name: /^Step/ })), 20, 0);
  await expect(where).toHaveText(/^Step 1[2-9] of 24$/);
  await page.evaluate(() => window.scrollTo(0, 0));
  await swipe(session, await middleOf(widget.locator('.crossing-left')), 0, -120);
  await expect.poll(() => scrolled(page)).toBeGreaterThan(50);
});
