/** Makes sure that printing and the end-to-end tests have a browser; installs one where that is possible. */

import { findChromium } from '../../src/build/find-chromium.ts';
import { installWithApt, run } from './apt.ts';

const THREE_WAYS = `Printing and the end-to-end tests need Chromium, and none could be installed. Any of these helps:
  1. install it with the system's package manager (Debian, Ubuntu: apt-get install chromium);
  2. let Playwright download one: npx playwright install chromium;
  3. name an installed Chromium or Chrome: CHROMIUM_PATH=/path/to/chrome npm test`;

function installChromium(): boolean {
  if (installWithApt('chromium') && findChromium()) return true;
  return run('playwright', 'install', 'chromium') && Boolean(findChromium());
}

if (!findChromium()) {
  console.error('Installing Chromium (once, about a minute) …');
  if (!installChromium()) {
    console.error(`\n${THREE_WAYS}`);
    process.exitCode = 1;
  }
}
