import { expect, test } from 'vitest';
import { chromiumFlags, findChromium, type Machine } from '../../src/build/find-chromium.ts';

const OWN = '/cache/playwright/chrome';
const machine = (files: readonly string[], env: Machine['env'] = {}): Machine => ({
  env,
  playwrightPath: OWN,
  exists: (path) => files.includes(path),
});

test.each([
  ["Playwright's own", [OWN, '/usr/bin/chromium'], {}, OWN],
  ["the system's", ['/usr/bin/chromium-browser'], {}, '/usr/bin/chromium-browser'],
  ["Google's", ['/usr/bin/google-chrome-stable'], {}, '/usr/bin/google-chrome-stable'],
  ['one in PATH', ['/opt/bin/chromium'], { PATH: '/usr/local/bin:/opt/bin' }, '/opt/bin/chromium'],
  ['the chosen one', ['/my/chrome', OWN], { CHROMIUM_PATH: '/my/chrome' }, '/my/chrome'],
  ['none', [], {}, undefined],
])('the browser of the tests can be %s', (_, files, env, expected) => {
  expect(findChromium(machine(files, env))).toBe(expected);
});

test('a chosen browser that is not there is an error, not a reason to take another', () => {
  expect(() => findChromium(machine([OWN], { CHROMIUM_PATH: '/gone' }))).toThrow('CHROMIUM_PATH is /gone');
});

test('only root runs without the sandbox', () => {
  expect(chromiumFlags(true)).toContain('--no-sandbox');
  expect(chromiumFlags(false)).not.toContain('--no-sandbox');
});
