import type { Server } from 'node:http';
import { type ServerOptions, startServer } from './static-server.ts';

const DEFAULT_PORT = 4321;
const ATTEMPTS = 100;

/** Returns the port that `PORT` asks for, 4321 without it; 0 means any. Throws on anything else than a port. */
export function parsePort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new Error(`PORT is "${text}"; expected a whole number from 0 to 65535, for example PORT=8080.`);
  return port;
}

/** Starts the server on `wanted` or, where that is taken or not allowed, on the next port that is free. */
export async function startOnFreePort(
  dist: string,
  wanted: number,
  options?: ServerOptions,
): Promise<Server> {
  const last = Math.min(wanted + ATTEMPTS - 1, 65535);
  for (let port = wanted; port <= last; port += 1) {
    try {
      return await startServer(dist, port, options);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
    }
  }
  throw new Error(`No port from ${wanted} to ${last} is free. Choose another with PORT=…`);
}

function isUnavailable(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
  );
}
