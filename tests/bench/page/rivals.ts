/** The pages that are compared, each served by HTTP/2 from a folder of its own. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadBook } from '../../../src/book/index.ts';
import { buildSite } from '../build-site.ts';
import { buildMafsPage } from '../mafs-page.ts';
import { starlightUrl, writeStarlight } from '../starlight/project.ts';
import { addressOf, serveBrotli } from './brotli-server.ts';
import { localCertificate } from './certificate.ts';

export type RivalName = 'book' | 'starlight' | 'mafs' | 'empty';

export type Rival = {
  readonly name: RivalName;
  readonly url: string;
  /** The element that holds the widget, and in it the one that is dragged and takes keys. */
  readonly widget?: string;
  readonly slider?: string;
};

export type Rivals = { readonly all: readonly Rival[]; readonly close: () => void };

const EMPTY = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Empty</title></head>
<body><p>Nothing else.</p></body>
</html>
`;
const MAFS_POINT = '.mafs-movable-point';

/** Builds the rivals in the folder `root` and serves them beside the built book. */
export async function serveRivals(root: string): Promise<Rivals> {
  const [section] = loadBook('content').sections;
  if (section === undefined) throw new Error('The book has no section to measure.');
  if (!existsSync('dist')) throw new Error('There is no dist/. Run "npm run build" first.');
  rmSync(root, { recursive: true, force: true });
  const [starlight, mafs, empty] = ['starlight', 'mafs', 'empty'].map((name) => resolve(root, name));
  if (!starlight || !mafs || !empty) throw new Error('No folder for a page.');
  writeStarlight(starlight);
  await buildSite(starlight, 'plain');
  await buildMafsPage(mafs);
  mkdirSync(empty);
  writeFileSync(join(empty, 'index.html'), EMPTY);

  return serveSites([
    {
      name: 'starlight',
      dist: join(starlight, 'dist'),
      url: starlightUrl(section),
      widget: '.MafsView',
      slider: MAFS_POINT,
    },
    { name: 'mafs', dist: mafs, url: '/', widget: '.MafsView', slider: MAFS_POINT },
    { name: 'empty', dist: empty, url: '/' },
    bookSite(section.url),
  ]);
}

/** Serves the built book alone. */
export async function serveBook(): Promise<Rivals> {
  const [section] = loadBook('content').sections;
  if (section === undefined) throw new Error('The book has no section to measure.');
  if (!existsSync('dist')) throw new Error('There is no dist/. Run "npm run build" first.');
  return serveSites([bookSite(section.url)]);
}

type Site = Rival & { readonly dist: string };

function bookSite(url: string): Site {
  return { name: 'book', dist: 'dist', url, widget: '[data-widget="dot"]', slider: '.handle' };
}

async function serveSites(sites: readonly Site[]): Promise<Rivals> {
  const certificate = localCertificate();
  const served = await Promise.all(
    sites.map(async ({ dist, ...rival }) => {
      const server = await serveBrotli(dist, certificate);
      return { server, rival: { ...rival, url: addressOf(server) + rival.url } };
    }),
  );
  return {
    all: served.map(({ rival }) => rival),
    close: () => {
      for (const { server } of served) server.close();
    },
  };
}
