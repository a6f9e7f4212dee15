/** Which Chromium prints the book and runs its end-to-end tests: Playwright's own, else a Chromium of this machine. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** What the search looks at; a test gives its own. */
export type Machine = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly playwrightPath: string;
  readonly exists: (path: string) => boolean;
};

const thisMachine: Machine = {
  env: process.env,
  playwrightPath: chromium.executablePath(),
  exists: existsSync,
};

/**
 * Path of the browser's program, or `undefined` when there is none. `CHROMIUM_PATH` wins, then Playwright's own
 * download, then the system's. Throws when `CHROMIUM_PATH` names a file that is not there.
 */
export function findChromium({ env, playwrightPath, exists }: Machine = thisMachine): string | undefined {
  const { CHROMIUM_PATH: chosen, PATH = '' } = env;
  if (chosen) {
    if (exists(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is ${chosen}, but there is no such file. Correct or unset it.`);
  }
  const folders = ['/usr/bin', ...PATH.split(delimiter).filter(Boolean)];
  const installed = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [playwrightPath, ...installed].find((path) => exists(path));
}

/** Keep Chromium quiet in a closed network; its sandbox refuses to run as root. */
export function chromiumFlags(isRoot = process.getuid?.() === 0): string[] {
  return [
    ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
    ...['--disable-background-networking', '--disable-component-update'],
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
}
