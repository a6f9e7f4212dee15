import { expect, test } from 'vitest';
import { makePortable } from '../../src/build/portable-pages.ts';
import { portableSteps } from '../../src/build/portable-steps.ts';
import { runSteps } from '../../src/build/site-step.ts';
import { filesOf, page, read, siteFolder } from './site-folder.ts';

test('a site of many pages is the same whoever changes its pages', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `part-${index}`);
  const files = Object.fromEntries(
    names.map((name, index) => [
      `${name}/index.html`,
      page(
        `<p style="top:${index % 7}px">${name}</p><a href="/">home</a>`,
        `<script>'${name}'</script><link rel="stylesheet" href="/_astro/a.css">`,
      ),
    ]),
  );
  const sheet = { '_astro/a.css': 'a{background:url(/x.png)}' };
  const [here, there] = [await siteFolder({ ...files, ...sheet }), await siteFolder({ ...files, ...sheet })];
  const saidHere: string[] = [];
  const saidThere: string[] = [];
  await runSteps(here, portableSteps({}), (line) => saidHere.push(line));
  await makePortable({ dist: there, options: {} }, (line) => saidThere.push(line));

  expect(saidThere).toEqual(saidHere);
  expect(saidHere).toContain('7 inline styles became rules of one sheet, on 20 pages');
  const paths = await filesOf(here);
  expect(await filesOf(there)).toEqual(paths);
  for (const path of paths) expect(await read(there, path), path).toBe(await read(here, path));
});
