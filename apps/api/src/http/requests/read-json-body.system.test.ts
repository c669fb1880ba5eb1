import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startApiUnderTest } from '../../testing/api-under-test.ts';

const api = await startApiUnderTest({ requestLimits: { perUser: 100_000 } });
const { hostname, port, host } = new URL(api.url);

/** Sends the head of a request and only the beginning of the body. */
function sendPart(): { answered: Promise<string> } {
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  const answered = new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('close', () => resolve(text));
    socket.on('error', () => resolve(text));
  });
  const head = `POST /v1/users HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${api.token}\r\n`;
  socket.write(`${head}content-type: application/json\r\ncontent-length: 1000\r\n\r\n{"name":"`);
  return { answered };
}

test('closes the connection if a body is incomplete after 20 s', { timeout: 60_000 }, async () => {
  const startedAt = performance.now();
  await sendPart().answered;
  const tookMs = performance.now() - startedAt;
  expect(tookMs).toBeGreaterThan(15_000);
  expect(tookMs).toBeLessThan(50_000);
});
