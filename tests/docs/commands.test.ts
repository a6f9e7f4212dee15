/** What README and CONTRIBUTING tell people to type exists, and what exists is told. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { tasks } from '../../src/build/launcher/tasks.mjs';

const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts;
const readme = readFileSync('README.md', 'utf8');
const contributing = readFileSync('CONTRIBUTING.md', 'utf8');

function commandsIn(text: string): string[] {
  return [...text.matchAll(/\bnpm (?:run (?:-s |--silent )?([\w:-]+)|(start|test)\b)/g)].map(
    ([, named, plain]) => named ?? plain ?? '',
  );
}

describe.each([
  ['README.md', readme],
  ['CONTRIBUTING.md', contributing],
])('%s', (_, text) => {
  it('names only commands that there are', () => {
    const commands = commandsIn(text);
    expect(commands.length).toBeGreaterThan(3);
    expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('links only to files that there are', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, path]) => path ?? '');
    for (const path of links) expect(() => readFileSync(path)).not.toThrow();
  });
});

test('CONTRIBUTING.md tells of every command', () => {
  const told = new Set(commandsIn(contributing));
  expect(Object.keys(scripts).filter((name) => !told.has(name))).toEqual([]);
});

test('every command starts a task of the launcher', () => {
  for (const command of Object.values(scripts)) {
    const task = /^node run\.mjs ([\w:-]+)$/.exec(command)?.[1];
    expect(Object.keys(tasks)).toContain(task);
  }
});
