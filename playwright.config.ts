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
  workers: 2,
  webServer: {
    command: `node src/build/serve.ts`,
    env: { PORT: port },
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}/`,
    locale: 'en-GB',
    launchOptions: { args: chromiumFlags(), ...(executablePath && { executablePath }) },
  },
});
