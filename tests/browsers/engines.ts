/** The three engines: where each is found, what brings it, how it is opened. */
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromiumFlags, findChromium } from '../../src/build/find-chromium.ts';
import { openWithPuppeteer } from './puppeteer-reader.ts';
import type { Reader } from './reader.ts';
import { openWebKit } from './webkit-reader.ts';

export type Engine = {
  readonly name: 'Chromium' | 'Firefox' | 'WebKit';
  /** Debian's packages. */
  readonly packages: readonly string[];
  /** The browser's program, where everything that the engine needs is there. */
  readonly find: () => string | undefined;
  readonly start: (program: string) => Promise<Reader>;
};

function inPath(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** All engines, or those that `BROWSERS` names, such as `BROWSERS=chromium,firefox`. */
export function enginesToTest(chosen = process.env['BROWSERS']): readonly Engine[] {
  if (!chosen) return ENGINES;
  return chosen.split(',').map((wanted) => {
    const engine = ENGINES.find(({ name }) => name.toLowerCase() === wanted.trim().toLowerCase());
    const names = ENGINES.map(({ name }) => name.toLowerCase()).join(', ');
    if (!engine) throw new Error(`BROWSERS names "${wanted}"; the engines are ${names}.`);
    return engine;
  });
}

const ENGINES: readonly Engine[] = [
  {
    name: 'Chromium',
    packages: ['chromium'],
    find: findChromium,
    start: (executablePath) => openWithPuppeteer({ executablePath, args: chromiumFlags() }),
  },
  {
    name: 'Firefox',
    packages: ['firefox-esr'],
    find: () => inPath('firefox-esr', 'firefox'),
    start: (executablePath) => openWithPuppeteer({ browser: 'firefox', executablePath }),
  },
  {
    name: 'WebKit',
    packages: ['webkit2gtk-driver', 'xvfb'],
    find: () =>
      inPath('WebKitWebDriver') && inPath('Xvfb')
        ? globSync('/usr/lib/{*/,}{webkit2gtk-4.1,webkitgtk-6.0,webkit2gtk-4.0}/MiniBrowser')[0]
        : undefined,
    start: openWebKit,
  },
];
