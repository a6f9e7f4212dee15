/** The pages that are compared: the built book, and a page made with Mafs in a temporary folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadBook } from '../../../src/book/index.ts';
import { portOf, startServer } from '../../../src/build/static-server.ts';
import { buildMafsPage } from '../mafs-page.ts';

export type Pages = {
  readonly embedded: string;
  readonly chapter: string;
  readonly stepper: string;
  readonly mafs: string;
  readonly close: () => void;
};

/** Serves both sites; the book must have been built. */
export async function servePages(): Promise<Pages> {
  const folder = mkdtempSync(join(tmpdir(), 'mafs-page-'));
  await buildMafsPage(folder);
  const servers = [
    await startServer(fileURLToPath(new URL('../../../dist/', import.meta.url)), 0),
    await startServer(folder, 0),
  ];
  const [book = '', mafs = ''] = servers.map((server: Server) => `http://localhost:${portOf(server)}`);
  const [section] = loadBook('content').sections;
  return {
    embedded: `${book}/embed/dot/`,
    chapter: `${book}${section?.url ?? '/'}#dot?a=3,2&b=1,4`,
    stepper: `${book}/embed/matmul/`,
    mafs: `${mafs}/`,
    close: () => {
      for (const server of servers) server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
