/** Serves `dist/` on this machine: `node src/build/serve.ts [--base /a/folder]`, on `PORT` or the next free port. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parsePort, startOnFreePort } from './free-port.ts';
import { portOf } from './static-server.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

async function serve(): Promise<void> {
  const { base } = parseArgs({ options: { base: { type: 'string', default: '/' } } }).values;
  if (!existsSync(`${dist}index.html`))
    throw new Error('There is no built site in dist/. Run "npm run build" first, or "npm start" for both.');
  const { PORT } = process.env;
  const wanted = parsePort(PORT);
  const server = await startOnFreePort(dist, wanted, { base });
  const port = portOf(server);
  if (wanted !== 0 && port !== wanted) console.log(`Port ${wanted} is taken; using ${port}.`);
  console.log(`The book is at http://localhost:${port}${base.replace(/\/*$/, '/')} (Ctrl-C stops).`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      server.close();
      server.closeAllConnections();
    });
}

try {
  await serve();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
