/** A widget on its own page, where nothing else is in the way. */
import { expect, type Locator, type Page } from '@playwright/test';

/** Opens a widget's own page, in the state of `fragment`, and waits until it can be worked with. */
export async function openAlone(page: Page, name: string, fragment = ''): Promise<Locator> {
  await page.goto(`/embed/${name}/${fragment}`);
  const widget = page.locator(`[data-widget="${name}"]`);
  await expect(widget).toHaveAttribute('data-live', 'true');
  return widget;
}

/** The slider by which a point of a plane is moved. */
export const handle = (widget: Locator, name: string) => widget.getByRole('slider', { name, exact: true });

/** The rows of the table that says what the picture shows: name, then values. */
export async function twinRows(widget: Locator): Promise<string[][]> {
  return widget
    .locator('.widget-twin tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
}

/** The middle of what is drawn of an element, in pixels of the window. */
export async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('The target is not drawn.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
