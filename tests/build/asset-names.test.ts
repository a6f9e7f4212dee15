import { expect, test } from 'vitest';
import { nameAssets, namesByContent } from '../../src/build/asset-names.ts';
import { runSteps } from '../../src/build/site-step.ts';
import { filesOf, page, read, siteFolder } from './site-folder.ts';

const site = (lazy: string) => ({
  'index.html': page('', '<script type="module" src="./_astro/main.AAA.js"></script>'),
  '_astro/main.AAA.js': 'import("./lazy.BBB.js")',
  '_astro/lazy.BBB.js': lazy,
  '_astro/other.CCC.css': 'a{top:0}',
});

test('scripts and sheets get the hash of their content and are found under it', async () => {
  const dist = await siteFolder(site('export {}'));
  await runSteps(dist, [nameAssets()]);
  const [lazy, main, other] = (await filesOf(dist)).filter((path) => path.startsWith('_astro'));
  expect([lazy, main, other].map((path) => path?.replace(/[0-9a-f]{8}/, '…'))).toEqual([
    '_astro/lazy.….js',
    '_astro/main.….js',
    '_astro/other.….css',
  ]);
  expect(await read(dist, 'index.html')).toContain(`./${main}`);
  expect(await read(dist, main ?? '')).toBe(`import("./${lazy?.slice(7)}")`);
});

test('a change renames the file and all that load it, and nothing else', async () => {
  const names = async (lazy: string) => {
    const dist = await siteFolder(site(lazy));
    await runSteps(dist, [nameAssets()]);
    return (await filesOf(dist)).filter((path) => path.startsWith('_astro'));
  };
  const [before, after] = [await names('export {}'), await names('export const a = 1')];
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  expect(after[2]).toBe(before[2]);
});

test('files that load each other in a circle are renamed together', () => {
  const circle = (text: string) =>
    namesByContent(
      new Map([
        ['a.1.js', `import "./b.2.js"`],
        ['b.2.js', `import "./a.1.js";${text}`],
      ]),
    );
  const [before, after] = [circle(''), circle('let x')];
  expect(after.get('a.1.js')).not.toBe(before.get('a.1.js'));
  expect(after.get('b.2.js')).not.toBe(before.get('b.2.js'));
});

test('a name that is only part of another is not taken for it', () => {
  const names = namesByContent(
    new Map([
      ['a.1.js', ''],
      ['data.1.js', 'import "./xa.1.js"'],
    ]),
  );
  expect(new Set(names.values()).size).toBe(2);
});
