import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { partsOf, SERVICE_WORKER } from '../../src/build/service-worker.ts';
import { pagePaths } from './built-site.ts';
import { type Edition, editionsOf, makeEdition } from './offline-edition.ts';
import { ChangingHost, type Spoilt } from './offline-host.ts';
import { theSection } from './site.ts';
import { readThrough, watchPage } from './watch-page.ts';

test.use({ serviceWorkers: 'allow' });

const BASE = '/deep/er/path';
const section = theSection().url.slice(1);

// Browsers look for updates when they see fit, and copies are written beside everything else.
const eventually = expect.configure({ timeout: 20_000 });

let first: Edition;
let second: Edition;
let host: ChangingHost;

test.beforeAll(async () => {
  [first, second] = [await makeEdition('first'), await makeEdition('second')];
});

test.afterAll(async () => {
  await first.remove();
  await second.remove();
});

test.beforeEach(async () => {
  host = await ChangingHost.start(first.folder, { base: BASE });
});

test.afterEach(() => host.stop());

const parts = partsOf(pagePaths.map((path) => `./${path}`)).map((path) => path.slice('./'.length));
const shell = pagePaths.filter((path) => path !== '404.html' && !parts.includes(path));

/** Opens the section and waits until it is on the device, with the shell of the book. */
async function visit(page: Page): Promise<void> {
  await page.goto(host.url + section);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** Looks for another version; what became of it. */
async function lookForUpdate(page: Page): Promise<string | undefined> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise((resolve) => {
      registration.addEventListener('updatefound', resolve, { once: true });
    });
    await registration.update();
    await found;
    const next = registration.installing ?? registration.waiting ?? registration.active;
    while (next && next.state !== 'activated' && next.state !== 'redundant')
      await new Promise((resolve) => next.addEventListener('statechange', resolve, { once: true }));
    return next?.state;
  });
}

const importEdition = (page: Page, path: string) =>
  page.evaluate(async (url) => (await import(url)).edition, host.url + path);

const copiesOnDevice = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('book ')).length);

const isKept = (page: Page, path: string) =>
  page.evaluate(async (url) => (await caches.match(url)) !== undefined, host.url + path);

async function partsOnDevice(page: Page): Promise<string[]> {
  const kept: string[] = [];
  for (const path of parts) if (await isKept(page, path)) kept.push(path);
  return kept;
}

test('after one visit what was read and the shell are read with the network cut', async ({ page }) => {
  await visit(page);
  expect(parts.length).toBeGreaterThan(1);
  expect(await partsOnDevice(page)).toEqual([section]);
  host.cut();
  const faults = await watchPage(page, new URL(host.url).origin);
  for (const path of [section, ...shell]) {
    await page.goto(host.url + path);
    await readThrough(page);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await editionsOf(page)).toEqual(['first']);
    const fonts = await page.evaluate(async () => {
      const faces = await document.fonts.ready;
      // A face that draws with a font of the device fails where the device has no such font.
      const isOwn = ({ family }: FontFace) => !/^"?(?:Text|UI|Code) /.test(family);
      return [...faces].filter((face) => face.status === 'error' && isOwn(face)).map(({ family }) => family);
    });
    expect(fonts).toEqual([]);
  }
  expect(faults).toEqual([]);
});

test('with the network cut widgets move, alone too, and listings are stepped through', async ({ page }) => {
  await visit(page);
  await page.goto(`${host.url}embed/vector/`);
  await eventually.poll(() => partsOnDevice(page)).toEqual(['embed/vector/', section].sort());
  host.cut();
  for (const path of [section, 'embed/vector/']) {
    await page.goto(host.url + path);
    const widget = page.locator('[data-widget="vector"]');
    await widget.scrollIntoViewIfNeeded();
    await eventually(widget).toHaveAttribute('data-live', 'true');
    const tip = widget.getByRole('slider', { name: 'Tip of v' });
    const before = await tip.getAttribute('aria-valuetext');
    await tip.press('ArrowRight');
    await expect(tip).not.toHaveAttribute('aria-valuetext', before ?? '');
  }
  await page.goto(host.url + section);
  const program = page.locator('.program').first();
  await program.getByRole('button', { name: 'Forward' }).click();
  await expect(program.locator('.controls output')).toContainText('step 1 of');
});

test('a page of the first visit goes on loading scripts with the network cut', async ({ page }) => {
  await visit(page);
  host.cut();
  expect(await importEdition(page, first.lazyScript)).toBe('first');
});

test('with the network cut an address leads where it leads online', async ({ page }) => {
  await visit(page);
  host.cut();
  await page.goto(`${host.url}${section}?v=3,4#main`);
  await expect(page).toHaveURL(`${host.url}${section}?v=3,4#main`);
  await page.goto(`${host.url}${section.replace(/\/$/, '')}?v=3,4`);
  await expect(page).toHaveURL(`${host.url}${section}?v=3,4`);
  const answer = await page.goto(`${host.url}no/such/page/`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address');
  expect(await editionsOf(page)).toEqual(['first']);
  await page.locator('.brand').click();
  await expect(page).toHaveURL(host.url);
});

test('the copy keeps the policy of the host', async ({ page }) => {
  await visit(page);
  host.cut();
  const answer = await page.goto(host.url + section);
  expect(await answer?.headerValue('content-security-policy')).toContain("frame-ancestors 'none'");
});

test('under a changed build an open page keeps its own version, and new pages get the new one whole', async ({
  page,
  context,
}) => {
  await visit(page);
  host.deploy(second.folder);
  expect(await lookForUpdate(page)).toBe('activated');
  expect(await editionsOf(page)).toEqual(['first']);

  const other = await context.newPage();
  await other.goto(host.url + section);
  expect(await editionsOf(other)).toEqual(['second']);
  expect(await importEdition(other, second.lazyScript)).toBe('second');
  // The host has this file no more.
  expect(await importEdition(page, first.lazyScript)).toBe('first');
  expect(await copiesOnDevice(page)).toBe(2);

  host.cut();
  await page.reload();
  expect(await editionsOf(page)).toEqual(['second']);
});

test('an earlier version is deleted when no page of it is open', async ({ page }) => {
  await visit(page);
  host.deploy(second.folder);
  await lookForUpdate(page);
  expect(await copiesOnDevice(page)).toBe(2);
  await page.goto(host.url);
  await page.goto(host.url + section);
  await eventually.poll(() => copiesOnDevice(page)).toBe(1);
  expect(await editionsOf(page)).toEqual(['second']);
});

for (const how of ['answers 500', 'breaks off', 'comes short'] satisfies Spoilt[]) {
  test(`an update of which one file ${how} leaves the earlier version whole`, async ({ page }) => {
    await visit(page);
    host.deploy(second.folder);
    host.spoil(second.lazyScript, how);
    expect(await lookForUpdate(page)).toBe('redundant');
    await page.reload();
    expect(await editionsOf(page)).toEqual(['first']);
    expect(await importEdition(page, first.lazyScript)).toBe('first');

    host.mend();
    await eventually.poll(() => lookForUpdate(page)).toBe('activated');
    await eventually.poll(() => copiesOnDevice(page)).toBe(2);
    await page.reload();
    expect(await editionsOf(page)).toEqual(['second']);
  });
}

test('a first visit whose download breaks off reads online and tries again', async ({ page }) => {
  host.spoil(first.lazyScript, 'breaks off');
  await page.goto(host.url + section);
  await eventually.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  expect(await editionsOf(page)).toEqual(['first']);
  host.mend();
  await visit(page);
  host.cut();
  await page.reload();
  expect(await editionsOf(page)).toEqual(['first']);
});

test('where the book is being written, the copy of an earlier build removes itself', async ({ page }) => {
  await visit(page);
  const draft = await makeEdition('draft');
  await cp('src/build/service-worker-remover.js', join(draft.folder, SERVICE_WORKER));
  host.deploy(draft.folder);
  // Not awaited: the page is replaced while it looks.
  await page.evaluate(() => {
    navigator.serviceWorker.ready.then((registration) => registration.update());
  });
  await page.waitForFunction(() => document.documentElement.dataset['edition'] === 'draft');
  await page.waitForLoadState();
  await eventually.poll(() => editionsOf(page)).toEqual(['draft']);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await draft.remove();
});

test('the whole book is kept on demand, an update brings it whole, and it can be removed', async ({
  page,
}) => {
  await visit(page);
  await page.goto(host.url);
  const button = page.getByRole('button', { name: 'Read offline' });
  await expect(button).toBeEnabled();
  await button.click();
  const dialog = page.getByRole('dialog', { name: 'Read offline' });
  await dialog.getByRole('button', { name: /^Keep the whole book \(another \d+\.\d MB\)$/ }).click();
  await expect(dialog).toContainText('The whole book is kept on this device');
  expect(await partsOnDevice(page)).toEqual(parts);

  host.deploy(second.folder);
  await lookForUpdate(page);
  host.cut();
  await page.goto(`${host.url}embed/vector/`);
  expect(await editionsOf(page)).toEqual(['second']);

  await page.goto(host.url);
  await expect(button).toBeEnabled();
  await button.click();
  await dialog.getByRole('button', { name: 'Remove what is kept' }).click();
  await expect(dialog).toContainText('Removed, and nothing more will be kept.');
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('a reader who saves data has nothing kept ahead', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.goto(`${host.url}embed/vector/`);
  await page.goto(host.url);
  const button = page.getByRole('button', { name: 'Read offline' });
  await expect(button).toBeEnabled();
  await button.click();
  await expect(page.getByRole('dialog')).toContainText('Nothing is kept on this device');
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

test('an update brings the parts that were kept, and no other', async ({ page }) => {
  await visit(page);
  await page.goto(host.url);
  host.deploy(second.folder);
  await lookForUpdate(page);
  host.cut();
  await page.goto(host.url + section);
  expect(await editionsOf(page)).toEqual(['second']);
  expect(await partsOnDevice(page)).toEqual([section]);
});

test('a part that the host has in another version comes from the host, and is not kept', async ({ page }) => {
  await visit(page);
  host.deploy(second.folder);
  await page.goto(`${host.url}embed/vector/`);
  expect(await editionsOf(page)).toEqual(['second']);
  expect(await isKept(page, 'embed/vector/')).toBe(false);
  // Rather nothing than a file of another version.
  host.spoil('favicon.svg', 'breaks off');
  await expect(editionsOf(page)).rejects.toThrow('Failed to fetch');
});

for (const [what, change] of [
  ['knows no service workers', () => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')],
  [
    'refuses them',
    () => {
      ServiceWorkerContainer.prototype.register = async () => {
        throw new DOMException('refused', 'SecurityError');
      };
    },
  ],
] as const) {
  test(`a browser that ${what} reads online`, async ({ page }) => {
    const faults = await watchPage(page, new URL(host.url).origin);
    await page.addInitScript(change);
    await page.goto(host.url + section);
    await readThrough(page);
    expect(await editionsOf(page)).toEqual(['first']);
    expect(faults).toEqual([]);
  });
}
