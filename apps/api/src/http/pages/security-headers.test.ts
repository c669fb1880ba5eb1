import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { startApiUnderTest } from '../../testing/api-under-test.ts';
import { listen } from '../listen.ts';

const api = await startApiUnderTest();
const headersOf = async (path: string, url = api.url) => (await fetch(`${url}${path}`, { redirect: 'manual' })).headers;

test('the content security policy allows only scripts of the own origin and no framing', async () => {
  const headers = await headersOf('/docs');
  const policy = headers.get('content-security-policy') ?? '';
  const directives = Object.fromEntries(policy.split(';').map((part) => [part.split(' ', 1)[0], part]));
  expect(directives).toMatchObject({
    'default-src': "default-src 'self'",
    'script-src': "script-src 'self'",
    'script-src-attr': "script-src-attr 'none'",
    'object-src': "object-src 'none'",
    'base-uri': "base-uri 'none'",
    'form-action': "form-action 'self'",
    'frame-ancestors': "frame-ancestors 'none'",
  });
  expect(policy).not.toContain('https:');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-powered-by')).toBeNull();
});

test('sends Strict-Transport-Security only with an https public URL', async () => {
  expect((await headersOf('/docs')).get('strict-transport-security')).toBeNull();
  const secure = await startApiUnderTest({ publicUrl: 'https://refrain.example' });
  expect((await headersOf('/docs', secure.url)).get('strict-transport-security')).toBe('max-age=31536000');
});

test('forbids caching of responses with secrets and of error responses', async () => {
  const { body } = await api.ask('POST', '/v1/sign-in-links');
  const path = new URL(String(body.url)).pathname;
  expect((await headersOf(path)).get('cache-control')).toBe('no-store');
  expect((await headersOf('/v1/session')).get('cache-control')).toBe('no-store');
  const init = {
    method: 'POST',
    headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' },
  };
  const made = await fetch(`${api.url}/v1/tokens`, { ...init, body: '{"name":"x"}' });
  expect([made.status, made.headers.get('cache-control')]).toEqual([201, 'no-store']);
});

test('responses to other origins have no CORS headers, and requests from the own origin require a sign-in', async () => {
  const origin = 'https://elsewhere.example';
  const asking = { 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization' };
  for (const [method, path, headers] of [
    ['GET', '/v1/session', { authorization: `Bearer ${api.token}` }],
    ['GET', '/readyz', {}],
    ['OPTIONS', '/v1/policy', asking],
    ['OPTIONS', '/readyz', asking],
    ['OPTIONS', '/docs', asking],
  ] as const) {
    const answered = await fetch(`${api.url}${path}`, { method, headers: { origin, ...headers } });
    expect([path, [...answered.headers.keys()].filter((name) => name.startsWith('access-control'))]).toEqual([
      path,
      [],
    ]);
  }
  expect((await fetch(`${api.url}/v1/session`, { headers: { origin: api.url } })).status).toBe(401);
});

test('does not list folders of static files', async () => {
  const pageDir = await mkdtemp(join(tmpdir(), 'refrain-page-'));
  onTestFinished(() => rm(pageDir, { recursive: true }));
  await mkdir(join(pageDir, 'assets', 'below'), { recursive: true });
  await writeFile(join(pageDir, 'assets', 'below', 'main.js'), '');
  const api = await startApiUnderTest({ pageDir });
  for (const path of ['/assets/', '/assets/below', '/assets/below/']) {
    const answer = await fetch(`${api.url}${path}`);
    expect([path, answer.status, (await answer.text()).includes('main.js')]).toEqual([path, 404, false]);
  }
});

test('disconnects a client that sends a request too slowly', async () => {
  const waits = { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 };
  const slow = await listen(express(), '127.0.0.1', 0, { waits });
  for (const begun of ['GET / HTTP/1.1\r\nHost: x\r\nX-', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na']) {
    const socket = connect(Number(new URL(slow.url).port), '127.0.0.1');
    socket.write(begun);
    socket.resume();
    await once(socket, 'close');
  }
  await slow.close();
});
