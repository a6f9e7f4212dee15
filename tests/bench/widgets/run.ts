/**
 * `npm run bench:widgets`: main-thread work of a drag and of a step in Chromium, its processor slowed down six times,
 * beside two draggable vectors made with Mafs. The rivals take turns, so that whatever else the machine does meets both.
 */
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../../src/build/find-chromium.ts';
import { median } from '../median.ts';
import { table } from '../table.ts';
import { type Cost, costOf } from './measure.ts';
import { servePages } from './pages.ts';

const SLOWER = 6;
const MOVES = 120;
const STEPS = 20;
const ROUNDS = Number(process.env['ROUNDS'] ?? 3);

type Rival = {
  readonly name: string;
  readonly url: string;
  readonly widget: string;
  readonly handle: string;
};

/** Opens the page and drags the handle around a circle of 60 pixels, one move a frame. */
async function drag(browser: Browser, { url, widget, handle }: Rival): Promise<Cost> {
  const page = await open(browser, url);
  try {
    const target = page.locator(`${widget} ${handle}`).first();
    await target.scrollIntoViewIfNeeded();
    await page.waitForFunction(
      (selector) => document.querySelector(selector)?.getAttribute('data-live') !== 'false',
      widget,
    );
    const box = await target.boundingBox();
    if (!box) throw new Error(`${url} shows no handle.`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const move = (k: number) =>
      page.mouse.move(
        x - 60 + 60 * Math.cos((2 * Math.PI * k) / MOVES),
        y + 60 * Math.sin((2 * Math.PI * k) / MOVES),
      );
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let k = 0; k < 20; k++) await move(k);
    const cost = await slowed(page, widget, MOVES, async () => {
      for (let k = 0; k < MOVES; k++) await move(k);
    });
    await page.mouse.up();
    return cost;
  } finally {
    await page.close();
  }
}

/** Presses "Step" through the product, which begins at its first step. */
async function step(browser: Browser, url: string): Promise<Cost> {
  const page = await open(browser, url);
  try {
    await page.locator('.widget[data-live="true"]').waitFor();
    await page.getByRole('button', { name: 'Step' }).focus();
    return await slowed(page, '.widget', STEPS, async () => {
      for (let k = 0; k < STEPS; k++) await page.keyboard.press('Enter');
    });
  } finally {
    await page.close();
  }
}

async function open(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(url, { waitUntil: 'load' });
  return page;
}

async function slowed(page: Page, widget: string, moves: number, work: () => Promise<void>): Promise<Cost> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const cost = await costOf(page, session, widget, moves, work);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return cost;
}

const QUANTITIES: readonly { readonly name: string; readonly of: keyof Cost; readonly digits: number }[] = [
  { name: 'main thread, ms a move', of: 'task', digits: 2 },
  { name: 'scripting, ms a move', of: 'script', digits: 2 },
  { name: 'style, ms a move', of: 'style', digits: 2 },
  { name: 'layout, ms a move', of: 'layout', digits: 2 },
  { name: 'layouts a move', of: 'layouts', digits: 2 },
  { name: '95 % of frames within, ms', of: 'frame95', digits: 1 },
  { name: 'changes outside the widget', of: 'outside', digits: 0 },
];

const pages = await servePages();
const executablePath = findChromium();
const browser = await chromium.launch({ args: chromiumFlags(), ...(executablePath && { executablePath }) });
try {
  const dot = { widget: '[data-widget="dot"]', handle: '.handle' };
  const rivals: readonly Rival[] = [
    { name: 'Mafs', url: pages.mafs, widget: '#root', handle: '.mafs-movable-point' },
    { name: 'dot product', url: pages.embedded, ...dot },
    { name: 'in the chapter', url: pages.chapter, ...dot },
  ];
  const costs: Cost[][] = rivals.map(() => []);
  const steps: Cost[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [k, rival] of rivals.entries()) costs[k]?.push(await drag(browser, rival));
    steps.push(await step(browser, pages.stepper));
  }
  const middle = (of: keyof Cost, all: readonly Cost[] = []) => median(all.map((cost) => cost[of]));
  const rows = QUANTITIES.map(({ name, of, digits }) => {
    const mafs = middle(of, costs[0]);
    const beside = (all: readonly Cost[] | undefined) => {
      const own = middle(of, all);
      return `${own.toFixed(digits)}${mafs > 0 ? ` (${(own / mafs).toFixed(2)})` : ''}`;
    };
    return [
      name,
      mafs.toFixed(digits),
      beside(costs[1]),
      beside(costs[2]),
      middle(of, steps).toFixed(digits),
    ];
  });
  console.log(
    `Medians of ${ROUNDS} rounds of ${MOVES} moves and ${STEPS} steps, the processor ${SLOWER} times slower; ratios to Mafs:\n`,
  );
  console.log(table(['Chromium', ...rivals.map(({ name }) => name), 'matmul, a step'], rows));
} finally {
  await browser.close();
  pages.close();
}
