import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startApiUnderTest } from '../api-under-test.ts';

const api = await startApiUnderTest({ requestLimits: { perUser: 100_000 } });
const { hostname, port, host } = new URL(api.url);

/** Sends the head of a request and a part of its body, and no more. */
function sendPart(): { leave: () => void } {
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  const head = `POST /v1/users HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${api.token}\r\n`;
  socket.write(`${head}content-type: application/json\r\ncontent-length: 1000\r\n\r\n{"name":"`);
  return { leave: () => void socket.destroy() };
}

test('a user has at most 200 requests at once, and a request that ends makes room', async () => {
  const ask = async () =>
    (await fetch(`${api.url}/v1/status`, { headers: { authorization: `Bearer ${api.token}` } })).status;
  const open = Array.from({ length: 200 }, sendPart);
  await expect.poll(ask, { timeout: 20_000 }).toBe(429);
  for (const { leave } of open) leave();
  await expect.poll(ask, { timeout: 20_000 }).toBe(200);
});
