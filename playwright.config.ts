import { defineConfig, devices } from '@playwright/test';
import { chromiumFlags, findChromium } from './src/build/find-chromium.ts';
import { freePort } from './tests/browser/free-port.ts';

// Workers read this file again; the first reading chooses the port for all of them.
const { SITE_PORT: port = String(await freePort()) } = process.env;
Object.assign(process.env, { SITE_PORT: port });
const executablePath = findChromium();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  reporter: 'list',
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  // A chapter is a large page, and two cores may have other things to do.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  webServer: {
    command: 'node src/build/serve.ts',
    cwd: import.meta.dirname,
    env: { PORT: port },
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}/`,
    locale: 'en-GB',
    // Each test would else fetch the whole book for reading offline; the tests of that allow it.
    serviceWorkers: 'block',
    launchOptions: { args: chromiumFlags(), ...(executablePath && { executablePath }) },
  },
});
