/** Axe looks at each widget in each of its modes, with all that is folded open, in both themes and in forced colours. */
import { expect, type Locator, test } from '@playwright/test';
import { axeFaults, colourFaults } from './axe.ts';

type Mode = readonly [name: string, enter: (widget: Locator) => Promise<void>];

const press = (name: string) => (widget: Locator) =>
  widget.getByRole('button', { name, exact: true }).click();
const choose = (name: string) => (widget: Locator) =>
  widget.getByRole('radio', { name, exact: true }).check();
const turnOn =
  (...names: readonly string[]) =>
  async (widget: Locator) => {
    for (const name of names) await widget.getByRole('checkbox', { name, exact: true }).check();
  };

const MODES: Readonly<Record<string, readonly Mode[]>> = {
  vector: [
    ['a sum', choose('a + b')],
    ['a difference', choose('a − b')],
    ['a multiple', choose('c a')],
    ['the zero vector', press('Zero')],
  ],
  dot: [
    ['perpendicular vectors', press('Perpendicular')],
    ['opposite vectors', press('Opposite')],
  ],
  transform: [
    ['a rotation with its angle', press('Rotate')],
    ['a singular matrix', press('Project')],
    ['a residual step', press('I + εA')],
    ['two matrices', choose('VW: W first')],
  ],
  matmul: [
    ['the beginning', (widget) => expect(widget.locator('.transport-bar span')).toHaveText(/^Step 0 of/)],
    ['the end', press('Last')],
    ['columns', choose('Columns')],
    ['outer products', choose('Outer products')],
    ['axes', choose('Axes')],
    ['all stages, and entries to edit', turnOn('+ b', 'ReLU', 'Edit entries')],
    ['sizes that do not fit', press('Sizes that do not fit')],
  ],
  forward: [
    ['silent units', press('Last')],
    ['two layers', press('ReLU between two')],
    ['two layers that collapse into one', press('Two linear layers')],
  ],
  broadcasting: [
    ['four axes', press('Four axes')],
    ['shapes that do not fit', press('Do not fit')],
  ],
  reshape: [
    ['a slice', press('Every other column')],
    ['three axes', press('Three axes, permuted')],
    ['a shape that does not fit', press('A shape that does not fit')],
  ],
};

/** Looks in which nothing but the colours differs from the first. */
const OTHER_LOOKS = [
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

for (const [name, modes] of Object.entries(MODES))
  for (const [mode, enter] of modes)
    test(`axe finds nothing in ${name}, showing ${mode}`, async ({ page }) => {
      await page.goto(`/embed/${name}/`);
      const widget = page.locator('.widget');
      await expect(widget).toHaveAttribute('data-live', 'true');
      await enter(widget);
      for (const folded of await widget.locator('summary').all()) await folded.click();
      expect(await axeFaults(page)).toEqual([]);
      for (const look of OTHER_LOOKS) {
        await page.emulateMedia(look);
        expect(await colourFaults(page), JSON.stringify(look)).toEqual([]);
      }
    });
