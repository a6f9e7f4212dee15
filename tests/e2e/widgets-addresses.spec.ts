/** Any address at all: the widget shows the nearest valid state, and nothing breaks. */
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Address } from '../../src/widgets/base/index.ts';
import {
  type BroadcastingFigures,
  broadcastingAddress,
  broadcastingFacts,
  broadcastingTwin,
  startBroadcasting,
} from '../../src/widgets/broadcasting/pure.ts';
import { dotAddress, dotFacts, dotTwin } from '../../src/widgets/dot-product/pure.ts';
import { forwardAddress, forwardTwin, startForward } from '../../src/widgets/forward-pass/pure.ts';
import { matmulAddress, matmulFacts, matmulTwin, startMatmul } from '../../src/widgets/matmul/pure.ts';
import {
  startTransform,
  transformAddress,
  transformFacts,
  transformTwin,
} from '../../src/widgets/matrix-transform/pure.ts';
import { reshapeAddress, reshapeTwin, startReshape } from '../../src/widgets/reshape/pure.ts';
import { startVector, vectorAddress, vectorTwin } from '../../src/widgets/vector/pure.ts';
import { openAlone, twinRows } from './widget-page.ts';

test.describe.configure({ timeout: 90_000 });

const DRAWS = 40;

/** One widget as this test knows it: its starting state from what the page gave it, and all that is said in a state. */
type Known<S> = {
  readonly address: Address<S>;
  readonly start: (figures: never) => S;
  readonly said: (
    state: S,
    figures: never,
  ) => { readonly sentence: string; readonly rows: readonly (readonly string[])[] };
};

const known = <S>(widget: Known<S>) => widget;
const WIDGETS = {
  vector: known({ address: vectorAddress, start: startVector, said: vectorTwin }),
  dot: known({
    address: dotAddress,
    start: (figures) => figures,
    said: (state) => dotTwin(state, dotFacts(state)),
  }),
  transform: known({
    address: transformAddress,
    start: startTransform,
    said: (state) => transformTwin(state, transformFacts(state)),
  }),
  matmul: known({
    address: matmulAddress,
    start: startMatmul,
    said: (state) => matmulTwin(state, matmulFacts(state)),
  }),
  forward: known({ address: forwardAddress, start: startForward, said: forwardTwin }),
  broadcasting: known({
    address: broadcastingAddress,
    start: startBroadcasting,
    said: (state, figures: BroadcastingFigures) => broadcastingTwin(broadcastingFacts(state, figures)),
  }),
  reshape: known({ address: reshapeAddress, start: startReshape, said: reshapeTwin }),
};

/** What an island was given, out of Astro's notation: [0, value] and [1, list]. */
function revived([kind, value]: [number, unknown]): unknown {
  if (kind === 1) return (value as [number, unknown][]).map(revived);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revived(inner)]));
}

const number = fc.oneof(
  fc.integer({ min: -60, max: 60 }).map((tenths) => String(tenths / 10)),
  fc.constantFrom(
    '0',
    '-0',
    '1e999',
    '-1e999',
    '1e-9',
    'NaN',
    'Infinity',
    '',
    '1e',
    '٣',
    '0x10',
    '−2',
    '%31',
  ),
);
const list = fc.array(number, { maxLength: 8 }).map((numbers) => numbers.join(','));
const rows = fc.array(list, { maxLength: 8 }).map((lists) => lists.join(';'));
const word = fc.constantFrom(
  'sum',
  'multiple',
  'VW',
  'rotation',
  'residual',
  'columns',
  'outer',
  '1',
  '0',
  '7',
);
const text = fc.oneof(number, list, rows, word, fc.string({ maxLength: 12 }));

for (const [name, widget] of Object.entries(WIDGETS))
  test(`${name} takes any address as the nearest valid state`, async ({ page }) => {
    const { address, start, said } = widget as Known<object>;
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const shown = await openAlone(page, name);
    const props = await page.locator('astro-island').getAttribute('props');
    const { figures } = revived([0, JSON.parse(props ?? '{}')]) as { figures: never };
    const first = start(figures);
    const keys = fc.constantFrom(...Object.keys(first), 'version', 'constructor', '%');
    const fragments = fc
      .array(fc.tuple(keys, text), { maxLength: 6 })
      .map((pairs) => `#${name}?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`);
    await fc.assert(
      fc.asyncProperty(fragments, async (fragment) => {
        const hash = await page.evaluate((to) => {
          window.location.hash = to;
          return window.location.hash;
        }, fragment);
        const { sentence, rows: expected } = said(address.read(hash, first) ?? first, figures);
        await expect(shown.locator('.widget-twin p')).toHaveText(sentence);
        // Two states can share their sentence, which then does not tell that the table has followed.
        await expect.poll(() => twinRows(shown)).toEqual(expected);
        await expect(page.getByRole('alert')).toHaveCount(0);
        expect(errors).toEqual([]);
      }),
      // fast-check prints the seed of what fails.
      { numRuns: DRAWS, interruptAfterTimeLimit: 60_000 },
    );
  });
