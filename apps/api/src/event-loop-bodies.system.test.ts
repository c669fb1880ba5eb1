import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startApiUnderTest } from './testing/api-under-test.ts';
import { fill, maxEventLoopDelayMs, startBusyTimer } from './testing/event-loop-under-test.ts';

const api = await startApiUnderTest({ requestLimits: { perUser: 100_000 } });
const { hostname, port, host } = new URL(api.url);

/** The number of concurrent requests, just below the limit of 200 per user. */
const concurrent = 195;

/** Returns a JSON object with `count` fields that no route accepts. */
function unknownFields(count: number, nameLength: number): Buffer {
  const names = Array.from({ length: count }, (_, nth) => `${nth}`.padStart(nameLength, 'k'));
  return Buffer.from(`{${names.map((name) => `"${name}":1`).join(',')}}`);
}

/** A request whose body has been sent except for the last byte. */
interface OpenRequest {
  /** Sends the last byte and returns the status of the response. */
  end(): Promise<number>;
}

async function open(body: Buffer, encoding: string): Promise<OpenRequest> {
  const socket = connect(Number(port), hostname);
  // An error response may close the connection before the body has been sent.
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.on('close', resolve));
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const head = [
    'POST /v1/tokens HTTP/1.1',
    ...[`host: ${host}`, `authorization: Bearer ${api.token}`, 'connection: close'],
    ...['content-type: application/json', `content-encoding: ${encoding}`, `content-length: ${body.length}`],
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  await new Promise((resolve) => socket.write(body.subarray(0, -1), resolve));
  return {
    async end() {
      socket.write(body.subarray(-1));
      await closed;
      return Number(/^HTTP\/1\.1 (\d+)/u.exec(text)?.[1]);
    },
  };
}

function watchReceived(): readonly IncomingMessage[] {
  const received: IncomingMessage[] = [];
  const add = (message: unknown) => {
    const { request } = message as { request: IncomingMessage };
    if (request.method === 'POST') received.push(request);
  };
  subscribe('http.server.request.start', add);
  onTestFinished(() => void unsubscribe('http.server.request.start', add));
  return received;
}

/** Returns whether the API has read the given number of bytes or has closed the connection. */
function isRead({ readableFlowing, socket }: IncomingMessage, bytes: number): boolean {
  return socket.destroyed || (readableFlowing === true && socket.bytesRead > bytes);
}

async function isHealthy(): Promise<boolean> {
  return (await fetch(`${api.url}/healthz`)).ok;
}

/**
 * Sends the last byte of all bodies at the same time, and checks the health until the last response. Returns the
 * milliseconds for which the process was busy during the slowest check.
 */
async function measureHealth(body: Buffer, encoding: string, status: number): Promise<number> {
  const received = watchReceived();
  const requests = await Promise.all(Array.from({ length: concurrent }, () => open(body, encoding)));
  const allButLast = body.length - 1;
  await vi.waitFor(() => expect(received.filter((one) => isRead(one, allButLast))).toHaveLength(concurrent), 60_000);
  let isDone = false;
  const ended = Promise.all(requests.map(({ end }) => end())).finally(() => {
    isDone = true;
  });
  let longest = 0;
  while (!isDone) {
    const readBusyMs = startBusyTimer();
    expect(await isHealthy()).toBe(true);
    longest = Math.max(longest, readBusyMs());
  }
  expect(new Set(await ended)).toEqual(new Set([status]));
  return longest;
}

const many = unknownFields(19_990, 5);
test.each([
  ['of 19,990 unknown fields', many, 'identity', 400],
  ['of 19,990 unknown fields, compressed by brotli', brotliCompressSync(many), 'br', 415],
  ['of the maximum number of unknown fields', unknownFields(990, 180), 'identity', 400],
  ['of one long string', Buffer.from(`{"name":"${fill('a ', 180_000)}"}`), 'identity', 400],
])(
  '/healthz does not wait a second for the event loop while one user sends 195 bodies %s at the same time',
  { timeout: 300_000 },
  async (_what, body, encoding, status) => {
    expect(await measureHealth(body, encoding, status)).toBeLessThan(maxEventLoopDelayMs);
  },
);
