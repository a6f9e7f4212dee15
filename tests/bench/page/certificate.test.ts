import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:tls';
import { expect, test } from 'vitest';
import { localCertificate } from './certificate.ts';

test('a client that trusts the certificate takes the server for localhost', async () => {
  const certificate = localCertificate();
  const server = createServer({ ...certificate });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const socket = connect({ port, servername: 'localhost', ca: certificate.cert });
  await new Promise<void>((resolve, reject) => socket.once('error', reject).once('secureConnect', resolve));
  expect(socket.authorized).toBe(true);
  socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

test('every run has a key of its own', () => {
  expect(localCertificate().key).not.toBe(localCertificate().key);
});
