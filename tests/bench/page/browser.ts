/** The browser that measures, and the machine and network it is made to imitate. */
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../../src/build/find-chromium.ts';

/** Latency in milliseconds, throughput in bytes a second. */
const NETWORKS = {
  /** The developer tools' preset: each request waits as long as one that opens a connection does. */
  'slow 4G': { latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 86_400 },
  /** The link itself, 150 ms and 1.6 Mbit/s: over HTTP/2 a page opens one connection. */
  'slow 4G link': { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 },
} as const;

const VIEWPORTS = {
  desktop: { width: 1280, height: 800 },
  /** What Lighthouse takes for mobile. */
  mobile: { width: 412, height: 823 },
} as const;

export type Conditions = {
  readonly viewport: keyof typeof VIEWPORTS;
  /** How many times slower the processor is. */
  readonly slower?: number;
  readonly network?: keyof typeof NETWORKS;
};

/** A fresh browser; the port is for tools that drive it from outside. */
export async function openBrowser(port?: number): Promise<Browser> {
  const executablePath = findChromium();
  const remote = port === undefined ? [] : [`--remote-debugging-port=${port}`];
  return chromium.launch({
    args: [...chromiumFlags(), '--ignore-certificate-errors', ...remote],
    ...(executablePath && { executablePath }),
  });
}

/** Runs `work` in a page of its own, as a first visit: no cache, no service worker. */
export async function inNewPage<T>(
  browser: Browser,
  { viewport, slower = 1, network }: Conditions,
  work: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const context: BrowserContext = await browser.newContext({
    viewport: VIEWPORTS[viewport],
    ignoreHTTPSErrors: true,
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    if (network)
      await session.send('Network.emulateNetworkConditions', { offline: false, ...NETWORKS[network] });
    await slowDown(session, slower);
    return await work(page, session);
  } finally {
    await context.close();
  }
}

/** Makes the page's processor `times` slower than it is. */
export async function slowDown(session: CDPSession, times: number): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
}
