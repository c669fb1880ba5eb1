import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { examineApiPort } from './doctor-port.ts';

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close().closeAllConnections());
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('doctor reports no problem if the API responds on its port', async () => {
  const url = await listen((_request, response) => response.end('ok'));
  expect(await examineApiPort(url)).toMatchObject({ ok: true });
});

test('doctor says what to do about a port that accepts connections and never responds', async () => {
  const url = await listen(() => undefined);
  expect(await examineApiPort(url, 200)).toMatchObject({
    ok: false,
    what: `${url} did not respond within 0.2 s`,
    advice: expect.stringContaining('fg, Ctrl-Q'),
  });
});

test('doctor reports a port at which nothing listens as a problem', async () => {
  expect(await examineApiPort('http://127.0.0.1:1')).toMatchObject({ ok: false });
});
