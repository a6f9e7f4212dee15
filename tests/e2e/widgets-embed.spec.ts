/** Each widget alone, in a frame of someone else's page. */
import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { expectFittingHeight, onOtherSite } from './other-site.ts';
import { theSection } from './site.ts';

const section = theSection();
test.describe.configure({ timeout: 60_000 });

/** Opens a page of another site that frames `path` of the book. */
async function inFrame(page: Page, baseURL: string | undefined, path: string): Promise<FrameLocator> {
  const source = new URL(path, baseURL).href;
  return onOtherSite(page, `<iframe src="${source}" width="900" height="600"></iframe>`);
}

const STATES = [
  ['vector', '#vector?v=6,-8', 'has length 10.'],
  ['dot', '#dot?a=2,0&b=0,5', 'perpendicular'],
  ['transform', '#transform?W=0,0;0,0', 'The zero matrix'],
  ['matmul', '#matmul?step=5', 'Step 5 of 24'],
  ['forward', '#forward?step=2', 'Step 2 of 3'],
  ['broadcasting', '#broadcasting?left=2,1&right=3', 'The sum has shape (2, 3)'],
  ['reshape', '#reshape?operation=flatten', 'g.ravel()'],
  ['shapes', '#shapes?text=x%20%40%20W', 'The inner sizes must be equal, and 3 is not 2.'],
] as const;

for (const [name, state, shows] of STATES) {
  test(`${name} comes to life in another site's frame, in the state of its address`, async ({
    page,
    baseURL,
  }) => {
    const frame = await inFrame(page, baseURL, `/embed/${name}/${state}`);
    const widget = frame.locator(`[data-widget="${name}"]`);
    await expect(widget).toHaveAttribute('data-live', 'true');
    await expect(widget).toContainText(shows);
    await expect(frame.locator('header, nav')).toHaveCount(0);
    await expect(frame.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    await expect(frame.getByRole('link', { name: 'CC BY 4.0' })).toBeVisible();
    const [opened] = await Promise.all([
      page.waitForEvent('popup'),
      frame.getByRole('link', { name: section.title }).click(),
    ]);
    await expect(opened).toHaveURL(new RegExp(`${section.url}$`));
  });

  test(`${name} fits frames of any size, and axe finds nothing in either theme`, async ({ page }) => {
    for (const [width, height, colorScheme] of [
      [320, 480, 'light'],
      [1280, 640, 'dark'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await page.goto(`/embed/${name}/`);
      await expect(page.locator('.widget')).toHaveAttribute('data-live', 'true');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const isPlane = name === 'vector' || name === 'dot' || name === 'transform';
      if (isPlane) expect((await page.locator('.plane').boundingBox())?.height).toBeLessThan(height);
      const source = await page.locator('.embed-source').boundingBox();
      expect((source?.y ?? 0) + (source?.height ?? 0)).toBeGreaterThanOrEqual(height - 1);
      expect(await axeFaults(page)).toEqual([]);
    }
  });
}

test('a page of the book is shown in no frame of another site', async ({ page, baseURL }) => {
  const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
  const frame = await inFrame(page, baseURL, section.url);
  await refused;
  await expect(frame.locator('#main')).toHaveCount(0);
});

test('Embed gives the code of a frame with the present state', async ({ page }) => {
  await page.goto(`${section.url}#dot?a=2,0&b=0,5`);
  const dot = page.locator('[data-widget="dot"]');
  await dot.getByRole('button', { name: 'Embed' }).click();
  const code = await dot.getByLabel('Code to embed this figure').inputValue();
  expect(await axeFaults(page, '[data-widget="dot"]')).toEqual([]);
  const [, source = ''] = /^<iframe src="([^"]+)"/.exec(code) ?? [];
  await page.goto(source.replaceAll('&amp;', '&'));
  expect(new URL(page.url()).pathname).toBe('/embed/dot/');
  await expect(page.getByRole('slider', { name: 'Tip of a', exact: true })).toHaveAttribute(
    'aria-valuetext',
    '2 comma 0',
  );
});

test('in a frame that may not copy, the link stands selected in a field and follows the figure', async ({
  page,
  baseURL,
}) => {
  const frame = await inFrame(page, baseURL, '/embed/dot/#dot?a=2,0&b=0,5');
  await expect(frame.locator('.widget')).toHaveAttribute('data-live', 'true');
  await frame.getByRole('button', { name: 'Copy link' }).click();
  const field = frame.getByLabel('Link to this figure');
  await expect(field).toBeFocused();
  const link = new URL('/embed/dot/#dot?a=2,0&b=0,5&version=1', baseURL).href;
  await expect(field).toHaveValue(link);
  expect(await field.evaluate((text: HTMLTextAreaElement) => text.selectionEnd - text.selectionStart)).toBe(
    link.length,
  );
  await frame.getByRole('button', { name: 'Opposite' }).click();
  await expect(field).toHaveValue(link.replace('b=0,5', 'b=-2,0'));
});

test('the copied code makes a frame on another site as tall as its page, and ?theme= chooses its colours', async ({
  page,
}) => {
  await page.goto(`${section.url}#dot?a=2,0&b=0,5`);
  const dot = page.locator('[data-widget="dot"]');
  await dot.getByRole('button', { name: 'Embed' }).click();
  const code = await dot.getByLabel('Code to embed this figure').inputValue();
  expect(Number(/height="(\d+)"/.exec(code)?.[1])).toBeGreaterThan(640);
  await page.setViewportSize({ width: 700, height: 900 });
  const frame = await onOtherSite(page, code.replace('/embed/dot/', '/embed/dot/?theme=dark'));
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(frame.locator('.widget')).toHaveAttribute('data-live', 'true');
  await expectFittingHeight(page, frame);
});

test('a frame whose address asks for one library shows its words alone', async ({ page }) => {
  await page.goto('/embed/matmul/?library=torch#matmul?W=1,2;3,4');
  await expect(page.getByText('mat1 and mat2 shapes cannot be multiplied')).toBeVisible();
  await expect(page.getByText('matmul: Input operand 1')).toBeHidden();
  await page.goto('/embed/matmul/?library=numpy&theme=dark#matmul?W=1,2;3,4');
  await expect(page.getByText('matmul: Input operand 1')).toBeVisible();
  await expect(page.getByText('mat1 and mat2 shapes cannot be multiplied')).toBeHidden();
});
