import { expect, test } from '@playwright/test';
import { pages, theSection } from './site.ts';

const section = theSection();

test('a section describes itself to search engines as a learning resource', async ({ page }) => {
  await page.goto(section.url);
  const source = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(source ?? '')).toMatchObject({
    '@type': 'LearningResource',
    name: section.title,
    position: section.number,
    timeRequired: expect.stringMatching(/^PT\d+M$/),
  });
});

for (const path of pages)
  test(`${path} has a canonical address and a social picture that exists`, async ({
    page,
    request,
    baseURL,
  }) => {
    await page.goto(path);
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
    expect(new URL(canonical ?? '').pathname).toBe(path);
    const picture = await page.locator('meta[property="og:image"]').getAttribute('content');
    const response = await request.get(new URL(new URL(picture ?? '').pathname, baseURL).href);
    expect(response.headers()['content-type']).toBe('image/png');
    const png = await response.body();
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });

test('the sitemap lists every page by its canonical address', async ({ page, request }) => {
  const sitemap = await (await request.get('/sitemap.xml')).text();
  const listed = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
  expect(listed).toHaveLength(pages.length);
  for (const path of pages) {
    await page.goto(path);
    expect(listed).toContain(await page.locator('link[rel=canonical]').getAttribute('href'));
  }
});

test('the title of each page is its own', async ({ page }) => {
  const titles = new Set<string>();
  for (const path of pages) {
    await page.goto(path);
    titles.add(await page.title());
  }
  expect(titles.size).toBe(pages.length);
});
