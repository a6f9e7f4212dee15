/** Web servers of this machine, run with the README's own configuration on a free port. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../browser/free-port.ts';
import { recipe } from './recipe.ts';

export type WebServer = {
  readonly name: string;
  /** Debian's package. */
  readonly package: string;
  readonly find: () => string | undefined;
  /** The whole configuration, and the arguments to run it in the foreground. */
  readonly configure: (dist: string, port: number, folder: string) => string;
  readonly args: (configuration: string, folder: string) => string[];
};

const program = (name: string) =>
  ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/** Where Debian's nginx has them. */
const MIME_TYPES = '/etc/nginx/mime.types';
const START_MS = 15_000;

export const nginx: WebServer = {
  name: 'nginx',
  package: 'nginx',
  find: () => (existsSync(MIME_TYPES) ? program('nginx') : undefined),
  configure(dist, port, folder) {
    const site = recipe('nginx', { 'listen 80;': `listen ${port};`, '/srv/wx-plus-b/dist/': dist });
    const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const temporary = kinds.map((kind) => `${kind}_temp_path ${folder};`).join(' ');
    const asRoot = process.getuid?.() === 0 ? 'user root;' : '';
    return `${asRoot} pid ${folder}/pid; error_log ${folder}/log; events {}
http { include ${MIME_TYPES}; access_log off; ${temporary}\n${site}\n}`;
  },
  args: (configuration, folder) => ['-c', configuration, '-p', folder, '-g', 'daemon off;'],
};

export const caddy: WebServer = {
  name: 'Caddy',
  package: 'caddy',
  find: () => program('caddy'),
  configure: (dist, port) =>
    `{\n\tadmin off\n}\n${recipe('caddy', { 'book.example {': `http://:${port} {`, '/srv/wx-plus-b/dist/': dist })}`,
  args: (configuration) => ['run', '--adapter', 'caddyfile', '--config', configuration],
};

/** Starts the server on the site in `dist`; gives its origin and what stops it. */
export async function serveWith(server: WebServer, path: string, dist: string) {
  const folder = await mkdtemp(join(tmpdir(), 'server-'));
  const configuration = join(folder, 'configuration');
  const port = await freePort();
  await writeFile(configuration, server.configure(dist, port, folder));
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn(path, server.args(configuration, folder), { stdio: ['ignore', 'pipe', 'pipe'], env });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += text;
    });
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill();
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true });
  };
  const origin = `http://localhost:${port}`;
  for (const end = Date.now() + START_MS; Date.now() < end && child.exitCode === null; await delay(50))
    if (await fetch(origin).catch(() => undefined)) return { origin, stop };
  await stop();
  throw new Error(`${server.name} does not start with the README's configuration:\n${said}`);
}
