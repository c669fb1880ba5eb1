import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { examinePort } from './doctor-port.ts';

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close().closeAllConnections());
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a port on which the API responds is not a problem', async () => {
  const url = await listen((_request, response) => response.end('ok'));
  expect(await examinePort(url)).toMatchObject({ ok: true });
});

test('a port that accepts connections and never responds is a problem with advice', async () => {
  const url = await listen(() => undefined);
  expect(await examinePort(url, 200)).toMatchObject({
    ok: false,
    what: `${url} did not respond within 0.2 s`,
    advice: expect.stringContaining('fg, Ctrl-Q'),
  });
});

test('a port at which nothing listens is a problem', async () => {
  expect(await examinePort('http://127.0.0.1:1')).toMatchObject({ ok: false });
});
