/**
 * Serves a built site as a good static host would: types, `404.html`, trailing slashes, and the headers of the
 * site's own `_headers`, so that the policy that is tested is the one that is published.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { type HeaderRule, headersFor, parseHeaders } from './headers-file.ts';
import { Releases } from './release.ts';

export type ServerOptions = {
  /** The folder the site is mounted at, such as `/deep/er/path`; the root when absent. */
  readonly base?: string;
};

/** A request handler and what ends it. */
export type SiteHandler = {
  (request: IncomingMessage, response: ServerResponse): void;
  readonly close: () => void;
};

/** One release of the site, with all that is read once. */
type Served = {
  readonly folder: string;
  readonly rules: readonly HeaderRule[];
  readonly files: ReturnType<typeof sirv>;
  readonly notFound: string | Buffer;
};

/** Returns a request handler for the site in `dist`. Each release is read once; a finished build is served from then on. */
export function siteHandler(dist: string, { base = '' }: ServerOptions = {}): SiteHandler {
  const mount = base.replace(/\/+$/, '');
  const releases = new Releases(dist);
  let served: Served | undefined;
  const current = (): Served => {
    const { folder } = releases;
    if (served?.folder !== folder) served = readRelease(folder);
    return served;
  };

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const { folder, rules, files, notFound } = current();
    const url = URL.parse(request.url ?? '/', 'http://localhost');
    if (!url) {
      response.writeHead(400).end('Bad request\n');
      return;
    }
    const { pathname, search } = url;
    const inside = pathname.startsWith(`${mount}/`) ? pathname.slice(mount.length) : undefined;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    if (inside === undefined) {
      if (pathname === mount) redirect(response, `${mount}/${search}`);
      else response.writeHead(404).end('Not found\n');
      return;
    }
    if (!inside.endsWith('/') && existsSync(join(folder, decoded(inside), 'index.html'))) {
      redirect(response, `${mount}${inside}/${search}`);
      return;
    }
    for (const [name, value] of Object.entries(headersFor(rules, inside))) response.setHeader(name, value);
    const sayNotFound = () => {
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
      response.end(request.method === 'HEAD' ? undefined : notFound);
    };
    request.url = inside;
    // Hosts read this file and do not publish it.
    if (inside === '/_headers') sayNotFound();
    else files(request, response, sayNotFound);
  };
  return Object.assign(handle, { close: () => releases.close() });
}

function readRelease(folder: string): Served {
  const notFound = join(folder, '404.html');
  return {
    folder,
    rules: readRules(folder),
    files: sirv(folder, { etag: true, extensions: ['html'] }),
    notFound: existsSync(notFound) ? readFileSync(notFound) : 'Not found\n',
  };
}

function readRules(dist: string): HeaderRule[] {
  const path = join(dist, '_headers');
  return existsSync(path) ? parseHeaders(readFileSync(path, 'utf8')) : [];
}

/** Returns the path as it is on disk. `URL` has resolved every `..`; encoded slashes stay encoded. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(308, { Location: location }).end();
}

/** Starts the server on `port`, or on any free port for 0. Rejects with `EADDRINUSE` where it is taken. */
export function startServer(dist: string, port: number, options?: ServerOptions): Promise<Server> {
  const handler = siteHandler(dist, options);
  const server = createServer(handler);
  server.once('close', handler.close);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve(server));
  });
}

/** Returns the port that a started server listens on. */
export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
