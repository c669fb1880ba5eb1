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

test('a port behind which the API answers is well', async () => {
  const url = await listen((_request, response) => response.end('ok'));
  expect(await examinePort(url)).toMatchObject({ ok: true });
});

test('a port that takes connections and never answers is wrong, with what to do', async () => {
  const url = await listen(() => undefined);
  expect(await examinePort(url, 200)).toMatchObject({
    ok: false,
    what: `Nobody answers at ${url} within 0.2 s`,
    advice: expect.stringContaining('fg, Ctrl-Q'),
  });
});

test('a port at which nobody listens is wrong', async () => {
  expect(await examinePort('http://127.0.0.1:1')).toMatchObject({ ok: false });
});
