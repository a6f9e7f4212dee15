/**
 * Serves a built site as a good host would: HTTP/2, text compressed by brotli at its best before anyone asks, and the
 * headers of the site's own `_headers`. All of it is in memory, so that every site is served alike.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { headersFor, parseHeaders } from '../../../src/build/headers-file.ts';
import type { Certificate } from './certificate.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};
const COMPRESSED = /^(?:text|application)\/|\+xml/;

type Answer = { readonly body: Buffer; readonly headers: Record<string, string> };

/** A server on a free port, for the site in the folder `dist`. A file is compressed when it is first asked for. */
export async function serveBrotli(dist: string, certificate: Certificate): Promise<Http2SecureServer> {
  const paths = new Set(
    readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((path) => path.split(sep).join('/')),
  );
  const rulesFile = join(dist, '_headers');
  const rules = existsSync(rulesFile) ? parseHeaders(readFileSync(rulesFile, 'utf8')) : [];
  const known = new Map<string, Answer>();
  const answer = (path: string): Answer | undefined => {
    const file = path.endsWith('/') ? `${path}index.html` : path;
    if (!paths.has(file.slice(1)) || statSync(join(dist, file)).isDirectory()) return undefined;
    const made = known.get(path) ?? { ...fileAnswer(join(dist, file)) };
    known.set(path, made);
    return { ...made, headers: { ...headersFor(rules, path), ...made.headers } };
  };
  const server = createSecureServer({ ...certificate }, ({ url }, response) => {
    const found = answer(decodeURI(new URL(url, 'https://localhost').pathname));
    if (found === undefined) response.writeHead(404).end();
    else response.writeHead(200, found.headers).end(found.body);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, resolve));
  return server;
}

export function addressOf(server: Http2SecureServer): string {
  return `https://localhost:${(server.address() as AddressInfo).port}`;
}

function fileAnswer(path: string): Answer {
  const body = readFileSync(path);
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  if (!COMPRESSED.test(type)) return { body, headers: { 'content-type': type } };
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return {
    body: brotliCompressSync(body, { params }),
    headers: { 'content-type': type, 'content-encoding': 'br' },
  };
}
