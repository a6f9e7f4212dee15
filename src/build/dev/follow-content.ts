/**
 * Reloads pages in development when an author saves any file of the book. Astro itself watches only the pages' text, not the
 * other files that they are made of (programs, notes, figures, the reference, `book.yaml`).
 */
import { basename, dirname, join, relative, sep } from 'node:path';

/** What is needed of Vite's server. */
export interface FollowedServer {
  readonly watcher: { on(event: 'all', listener: (event: string, path: string) => void): unknown };
  /** Forgets the page of a section, so that the next request compiles it anew. */
  readonly forget: (page: string) => void;
  readonly reload: () => void;
  readonly restart: () => void;
  /** Checks the pages; resolves to the messages of what an author has to correct. */
  readonly check: () => Promise<readonly string[]>;
  readonly show: (message: string) => void;
}

/** A save often touches several files. */
const PAUSE_MS = 50;

/** Follows every file under `content`, an absolute path. */
export function followContent(content: string, server: FollowedServer): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const changed = new Set<string>();
  const follow = async () => {
    const paths = [...changed];
    changed.clear();
    if (paths.some((path) => basename(path) === 'book.yaml')) {
      server.restart();
      return;
    }
    for (const path of paths) for (const page of pagesAbove(content, path)) server.forget(page);
    server.reload();
    const problems = await server.check();
    if (problems.length > 0) server.show(problems.join('\n'));
  };
  server.watcher.on('all', (event, path) => {
    const name = relative(content, path);
    if (name.startsWith(`..${sep}`) || name === '..' || event === 'addDir' || event === 'unlinkDir') return;
    changed.add(path);
    clearTimeout(waiting);
    waiting = setTimeout(follow, PAUSE_MS);
  });
}

/** Returns the pages that a file belongs to: in its folder, and in those above it up to `content`. */
function pagesAbove(content: string, path: string): string[] {
  const folder = dirname(path);
  const above = folder === content || folder === dirname(folder) ? [] : pagesAbove(content, folder);
  return [join(folder, 'index.mdx'), ...above];
}
