/** Makes sure that the end-to-end tests have a browser; installs one where that is possible. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.ts';

const THREE_WAYS = `The end-to-end tests need Chromium, and none could be installed. Any of these helps:
  1. install it with the system's package manager (Debian, Ubuntu: apt-get install chromium);
  2. let Playwright download one: npx playwright install chromium;
  3. name an installed Chromium or Chrome: CHROMIUM_PATH=/path/to/chrome npm test`;

function run(command: string, ...args: string[]): boolean {
  console.error(`  ${[command, ...args].join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

function installChromium(): boolean {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/etc/debian_version') && installWithApt()) return true;
  return run('playwright', 'install', 'chromium') && Boolean(findChromium());
}

function installWithApt(): boolean {
  return (
    run('apt-get', 'update', '-qq') &&
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium') &&
    Boolean(findChromium())
  );
}

if (!findChromium()) {
  console.error('Installing Chromium for the end-to-end tests (once, about a minute) …');
  if (!installChromium()) {
    console.error(`\n${THREE_WAYS}`);
    process.exitCode = 1;
  }
}
