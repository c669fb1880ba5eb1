import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { BackfillProgress, defaultScope } from '@refrain/domain';
import express from 'express';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../api-under-test.ts';
import { changesOf, sendEvents } from '../route/send-events.ts';

const api = await startApiUnderTest();
const { id } = await api.store.connections.ensure({
  provider: 'pagerduty',
  account: 'acme',
  baseUrl: 'https://api.pagerduty.com',
  scope: defaultScope,
  credential: 'unused',
  webhookSecret: null,
});
const path = `/v1/connections/${id}/progress/events`;

/** Opens the stream of events; each call gives the next one's name and value, null at the end. */
async function follow(address: string, headers: Record<string, string> = {}) {
  const gone = new AbortController();
  const response = await fetch(address, { headers, signal: gone.signal });
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

test('who follows a backfill is told each change and the end, and then the stream ends', async () => {
  await api.store.connections.startBackfill(id, ['incidents'], null);
  const { response, next } = await follow(api.url + path, { authorization: `Bearer ${api.token}` });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const first = await next();
  expect(first?.name).toBe('progress');
  expect(BackfillProgress.parse(first?.value)).toMatchObject({ connectionId: id, state: 'running', records: 0 });
  const from = { cursor: null, since: null };
  const move = { stream: 'incidents', from, next: null, done: true, expected: null };
  await api.store.inbox.storePage(id, { records: [], source: 'pull', stream: move });
  expect((await next())?.value).toMatchObject({ state: 'done', pending: 0 });
  expect(await next()).toBeNull();
});

test('what has ended already is told once', async () => {
  const { next } = await follow(api.url + path, { authorization: `Bearer ${api.token}` });
  expect((await next())?.value).toMatchObject({ state: 'done' });
  expect(await next()).toBeNull();
});

test('who is not signed in, and what is not there, is answered by a problem', async () => {
  expect((await fetch(api.url + path)).status).toBe(401);
  expect(await api.ask('GET', '/v1/connections/nope/progress/events')).toMatchObject({ status: 404 });
});

test('when the reader goes away nobody is asked any more', async () => {
  let asked = 0;
  let ended = (_asked: number): void => {};
  const end = new Promise<number>((resolve) => {
    ended = resolve;
  });
  const app = express().get('/', async (_request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const events = changesOf(
      'count',
      async () => ++asked,
      () => false,
      () => wait(1),
      gone.signal,
    );
    await sendEvents(response, events, { stillHolds: async () => true });
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
