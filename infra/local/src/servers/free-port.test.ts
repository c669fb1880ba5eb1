import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { findFreePort, findPortProblem } from './free-port.ts';

test('findPortProblem reports a port only while another server listens on it', async () => {
  const port = await findFreePort();
  expect(await findPortProblem(port)).toBeNull();
  const server = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  expect(await findPortProblem(port)).toBe('EADDRINUSE');
  expect(await findFreePort(port)).not.toBe(port);
});
