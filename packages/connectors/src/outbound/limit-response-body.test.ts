import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { AppError, defaultConnectionScope } from '@refrain/domain';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createProviderAccess } from '../registry/create-provider-access.ts';
import { maxResponseBytes } from './limit-response-body.ts';
import { openOutboundConnections } from './open-outbound-connections.ts';

const signal = new AbortController().signal;
const megabyte = 2 ** 20;
/** Size of a response that exceeds every limit, but is harmless to a client without a limit. */
const sentAtMost = 160 * megabyte;
/** Maximum number of bytes that the socket buffers of both sides can hold. */
const bufferedAtMost = 16 * megabyte;
const json = { 'content-type': 'application/json' };

async function serve(answer: RequestListener) {
  /** `closed` counts connections that the client closed before the end of the response. */
  const counted = { requests: 0, sent: 0, closed: 0 };
  const server = createServer((request, response) => {
    counted.requests += 1;
    request.resume();
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  async function* letters(maxBytes: number) {
    yield '"';
    const chunk = Buffer.alloc(64 * 1_024, 'x');
    for (let bytes = 0; bytes < maxBytes; bytes += chunk.length) {
      counted.sent += chunk.length;
      yield chunk;
    }
    yield '"';
  }
  /** Sends a long JSON string as fast as the client reads it. */
  const sendLetters = (response: ServerResponse, maxBytes: number) =>
    pipeline(letters(maxBytes), response).catch(() => {
      counted.closed += 1;
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, counted, sendLetters };
}

/** Clients that parse whole responses: the name, the limit in bytes, and the requested resource. */
const clients = [
  ['GitHub', maxResponseBytes, 'the organisation acme'],
  ['PagerDuty', 64 * megabyte, 'the services'],
  ["PagerDuty's identity server", maxResponseBytes, 'an access token'],
] as const;
type ClientName = (typeof clients)[number][0];

function ask(name: ClientName, url: string): Promise<unknown> {
  const access = createProviderAccess({ outbound: openOutboundConnections(['loopback']), retryAfterMs: 1 });
  const address = { account: 'acme', scope: defaultConnectionScope } as const;
  const app = { kind: 'pagerduty_app', clientId: 'c', clientSecret: 's', subdomain: 'acme', region: 'us' };
  const credential = name === "PagerDuty's identity server" ? JSON.stringify({ ...app, identityUrl: url }) : 'a token';
  const provider = name === 'GitHub' ? 'github' : 'pagerduty';
  return access.createSource({ ...address, provider, baseUrl: url }, credential).verify(signal);
}

async function errorOf(asking: Promise<unknown>): Promise<AppError> {
  const thrown = await asking.then(
    () => 'answered',
    (error: unknown) => error,
  );
  if (thrown instanceof AppError) return thrown;
  throw new Error(`expected an AppError, not ${String(thrown)}`);
}

const tooLarge = (maxBytes: number) => ({
  code: 'provider_unexpected',
  retryable: false,
  message: expect.stringMatching(new RegExp(`is larger than ${maxBytes / megabyte} MB: check that http://`, 'u')),
});

describe.each(clients)('%s', (name, maxBytes) => {
  test('reads an endless response once, up to the limit, and closes the connection', async () => {
    const { url, counted, sendLetters } = await serve((_request, response) => {
      response.writeHead(200, json);
      void sendLetters(response, sentAtMost);
    });
    expect(await errorOf(ask(name, url))).toMatchObject(tooLarge(maxBytes));
    await expect.poll(() => counted.closed, { timeout: 10_000 }).toBe(counted.requests);
    expect(counted.requests).toBe(1);
    expect(counted.sent).toBeLessThan(maxBytes + bufferedAtMost);
  });

  test('does not read a response whose announced length is too large', async () => {
    const { url, counted, sendLetters } = await serve((_request, response) => {
      response.writeHead(200, { ...json, 'content-length': String(sentAtMost + 2) });
      void sendLetters(response, sentAtMost);
    });
    expect(await errorOf(ask(name, url))).toMatchObject(tooLarge(maxBytes));
    await expect.poll(() => counted.closed, { timeout: 10_000 }).toBe(1);
    expect(counted.sent).toBeLessThan(bufferedAtMost);
  });

  test('limits a compressed response by its length after decompression', async () => {
    const bomb = gzipSync(Buffer.alloc(sentAtMost, ' '), { level: 1 });
    expect(bomb.length).toBeLessThan(megabyte);
    const { url, counted } = await serve((_request, response) => {
      response.writeHead(200, { ...json, 'content-encoding': 'gzip' });
      response.once('close', () => {
        counted.closed += 1;
      });
      response.write(bomb);
      // A client without a limit would read until this timer ends the response.
      setTimeout(() => response.end(), 5_000).unref();
    });
    expect(await errorOf(ask(name, url))).toMatchObject(tooLarge(maxBytes));
    await expect.poll(() => counted.closed, { timeout: 4_000 }).toBe(1);
  });
});

test('reports an error response by its status even if its body is too large', async () => {
  const { url, sendLetters } = await serve((_request, response) => {
    response.writeHead(401, json);
    void sendLetters(response, sentAtMost);
  });
  expect((await errorOf(ask('GitHub', url))).code).toBe('credential_rejected');
  expect((await errorOf(ask('PagerDuty', url))).code).toBe('credential_rejected');
});

test('reads a response below the limit unchanged, compressed or not', async () => {
  const text = JSON.stringify({ text: 'x'.repeat(megabyte) });
  const { url } = await serve((request: IncomingMessage, response) => {
    const compressed = request.url === '/gzip';
    response.writeHead(200, { ...json, ...(compressed ? { 'content-encoding': 'gzip' } : {}) });
    response.end(compressed ? gzipSync(text) : text);
  });
  const outbound = openOutboundConnections(['loopback']);
  for (const path of ['/plain', '/gzip']) {
    const answer = await outbound.fetch(`${url}${path}`);
    expect([answer.url, await answer.text()]).toEqual([`${url}${path}`, text]);
  }
});

test('reads only 64 KB of an endless response to a message', async () => {
  const { url, counted, sendLetters } = await serve((_request, response) => {
    response.writeHead(200, json);
    void sendLetters(response, sentAtMost);
  });
  const { sendMessage } = createProviderAccess({ outbound: openOutboundConnections(['loopback']) });
  await sendMessage({ kind: 'slack', address: url, secret: null }, { id: '1', body: {} }, signal);
  await expect.poll(() => counted.closed, { timeout: 10_000 }).toBe(1);
  expect(counted.sent).toBeLessThan(bufferedAtMost);
});

test('`download` reads a log that is larger than the response limit', async () => {
  const length = maxResponseBytes + megabyte;
  const { url, sendLetters } = await serve((_request, response) => void sendLetters(response, length));
  let read = 0;
  for await (const chunk of (await openOutboundConnections(['loopback']).download(url)).body ?? [])
    read += chunk.length;
  expect(read).toBe(length + 2);
});
