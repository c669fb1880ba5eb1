import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { BackfillProgress, defaultConnectionScope } from '@refrain/domain';
import express from 'express';
import { expect, test } from 'vitest';
import { pollChanges } from '../http/responses/polling.ts';
import { sendEvents } from '../http/responses/send-events.ts';
import { startApiUnderTest } from '../testing/api-under-test.ts';

const api = await startApiUnderTest();

async function startBackfill() {
  const { id } = await api.store.connections.ensure({
    provider: 'pagerduty',
    account: randomUUID(),
    baseUrl: 'https://api.pagerduty.com',
    scope: defaultConnectionScope,
    credential: 'unused',
    webhookSecret: null,
  });
  await api.store.connections.startBackfill(id, ['incidents'], null);
  async function finish(): Promise<void> {
    const from = { cursor: null, since: null };
    const move = { stream: 'incidents', from, next: null, done: true, expected: null };
    await api.store.inbox.storePage(id, { records: [], source: 'pull', stream: move });
  }
  return { id, path: `/v1/connections/${id}/progress/events`, finish };
}

/** Opens an event stream. `next` returns the next event, or null at the end. */
async function follow(url: string, headers: Record<string, string> = {}) {
  const gone = new AbortController();
  const response = await fetch(url, { headers, signal: gone.signal });
  const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  async function next(): Promise<{ name: string; value: unknown } | null> {
    for (;;) {
      const [, name = '', data = '', rest = ''] = /^event: (.*)\ndata: (.*)\n\n([\s\S]*)$/u.exec(text) ?? [];
      if (name !== '') {
        text = rest;
        return { name, value: JSON.parse(data) };
      }
      const { done, value } = await reader.read();
      if (done) return null;
      text += value;
    }
  }
  return { response, next, leave: () => gone.abort() };
}

test('the progress stream sends each change of the progress, and ends when the backfill ends', async () => {
  const { id, path, finish } = await startBackfill();
  const { response, next } = await follow(api.url + path, { authorization: `Bearer ${api.token}` });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const first = await next();
  expect(first?.name).toBe('progress');
  expect(BackfillProgress.parse(first?.value)).toMatchObject({ connectionId: id, state: 'running', records: 0 });
  await finish();
  expect((await next())?.value).toMatchObject({ state: 'done', pending: 0 });
  expect(await next()).toBeNull();
});

test('the progress stream of a finished backfill sends its state once', async () => {
  const { path, finish } = await startBackfill();
  await finish();
  const { next } = await follow(api.url + path, { authorization: `Bearer ${api.token}` });
  expect((await next())?.value).toMatchObject({ state: 'done' });
  expect(await next()).toBeNull();
});

test('the progress stream requires a sign-in and a known connection', async () => {
  const { path } = await startBackfill();
  expect((await fetch(api.url + path)).status).toBe(401);
  expect(await api.ask('GET', '/v1/connections/nope/progress/events')).toMatchObject({ status: 404 });
});

test('the progress stream stops polling after its client disconnects', async () => {
  let asked = 0;
  let ended = (_asked: number): void => {};
  const end = new Promise<number>((resolve) => {
    ended = resolve;
  });
  const app = express().get('/', async (_request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const events = pollChanges(
      'count',
      async () => ++asked,
      () => false,
      () => wait(1),
      gone.signal,
    );
    await sendEvents(response, events, { monitorAccess: () => () => {} });
    ended(asked);
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const reader = await follow(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect([await reader.next(), await reader.next()]).toEqual([
    { name: 'count', value: 1 },
    { name: 'count', value: 2 },
  ]);
  reader.leave();
  expect(await end).toBe(asked);
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});
