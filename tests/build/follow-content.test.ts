/** In development whatever an author saves is followed, and what is wrong is told. */
import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { type FollowedServer, followContent } from '../../src/build/dev/follow-content.ts';

function followed(problems: readonly string[] = []) {
  const watcher = new EventEmitter();
  const done: string[] = [];
  const server: FollowedServer = {
    watcher,
    forget: (page) => done.push(`forget ${page}`),
    reload: () => done.push('reload'),
    restart: () => done.push('restart'),
    check: async () => problems,
    show: (message) => done.push(`show ${message}`),
  };
  followContent('/book/content', server);
  const save = (...paths: string[]) => {
    for (const path of paths) watcher.emit('all', 'change', path);
  };
  return { done, save };
}

async function atRest(): Promise<void> {
  await vi.runAllTimersAsync();
}

test.beforeEach(() => {
  vi.useFakeTimers();
});
test.afterEach(() => {
  vi.useRealTimers();
});

test.each(['figures.py', 'listings/vectors.py', 'listings/vectors.notes.md', 'index.mdx'])(
  'a saved %s compiles its page anew, once',
  async (name) => {
    const { done, save } = followed();
    save(`/book/content/01-a/02-b/${name}`, `/book/content/01-a/02-b/${name}`);
    await atRest();
    expect(done).toContain('forget /book/content/01-a/02-b/index.mdx');
    expect(done.filter((what) => what === 'reload')).toHaveLength(1);
  },
);

test('an entry of the reference reloads, book.yaml starts anew, what lies elsewhere does nothing', async () => {
  const { done, save } = followed();
  save('/book/src/styles/base.css');
  await atRest();
  expect(done).toEqual([]);
  save('/book/content/reference/numpy.md');
  await atRest();
  expect(done).toContain('reload');
  save('/book/content/book.yaml');
  await atRest();
  expect(done.at(-1)).toBe('restart');
});

test('author errors are shown all at once', async () => {
  const { done, save } = followed(['a.py:1:1  One.', 'b.mdx:2:1  Two.']);
  save('/book/content/01-a/02-b/figures.py');
  await atRest();
  expect(done.at(-1)).toBe('show a.py:1:1  One.\nb.mdx:2:1  Two.');
});
