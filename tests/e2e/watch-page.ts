import type { Page } from '@playwright/test';

/** What must not happen while a page is read; empty when all is well. */
export type Faults = string[];

/**
 * Collects, from now on, console errors and warnings, uncaught errors, refused or failed requests, violations of
 * the policy and requests to any other origin than `origin`.
 */
export async function watchPage(page: Page, origin: string): Promise<Faults> {
  const faults: Faults = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      faults.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) =>
    faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`),
  );
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== origin) faults.push(`third party: ${url.href}`);
  });
  await page.exposeFunction('reportViolation', (text: string) => faults.push(`policy: ${text}`));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const report = Reflect.get(globalThis, 'reportViolation') as (text: string) => void;
      report(`${event.effectiveDirective} blocks ${event.blockedURI} ${event.sample}`);
    });
  });
  return faults;
}

/** Scrolls through the page so that everything loaded on sight is loaded, and waits until it works. */
export async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo({ top: y, behavior: 'instant' });
      await frame();
    }
  });
  await page.waitForFunction(
    () => !document.querySelector('astro-island[ssr]:is([client=load], [client=idle], [client=visible])'),
  );
  await page.waitForLoadState('networkidle');
}
