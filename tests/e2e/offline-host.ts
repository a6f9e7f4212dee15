/** A host whose site changes while it is read: it deploys another build, spoils an answer, or loses its network. */
import { createServer, type Server } from 'node:http';
import { portOf, type ServerOptions, type SiteHandler, siteHandler } from '../../src/build/static-server.ts';

/** What can go wrong with one file of a download. */
export type Spoilt = 'answers 500' | 'breaks off' | 'comes short';

export class ChangingHost {
  /** Address of the site's root. */
  readonly url: string;
  readonly #server: Server;
  readonly #base: string;
  #answer: SiteHandler;
  #isCut = false;
  #spoilt = new Map<string, Spoilt>();

  private constructor(server: Server, dist: string, base: string) {
    this.#server = server;
    this.#base = base;
    this.#answer = siteHandler(dist, { base });
    this.url = `http://localhost:${portOf(server)}${base}/`;
    server.on('connection', (socket) => {
      if (this.#isCut) socket.destroy();
    });
    server.on('request', (request, response) => {
      const how = this.#spoilt.get((request.url ?? '').slice(base.length));
      if (how === 'answers 500') response.writeHead(500).end('out of order');
      else if (how === 'comes short') response.writeHead(200).end('let');
      else if (how === 'breaks off') {
        response.writeHead(200, { 'Content-Length': 1000 });
        response.write('let', () => response.destroy());
      } else this.#answer(request, response);
    });
  }

  /** Serves the site in `dist` on a free port. */
  static async start(dist: string, { base = '' }: ServerOptions = {}): Promise<ChangingHost> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, resolve));
    return new ChangingHost(server, dist, base);
  }

  /** From now on there is the site in `dist` and no file of the one before. */
  deploy(dist: string): void {
    this.#answer.close();
    this.#answer = siteHandler(dist, { base: this.#base });
  }

  /** Spoils the answer for one file, by its path from the site's root; `mend` takes that back. */
  spoil(path: string, how: Spoilt): void {
    this.#spoilt.set(`/${path}`, how);
  }

  mend(): void {
    this.#spoilt.clear();
  }

  /** Cuts the network: no request gets an answer, not even one that says so. */
  cut(): void {
    this.#isCut = true;
    this.#server.closeAllConnections();
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
    this.#answer.close();
  }
}
