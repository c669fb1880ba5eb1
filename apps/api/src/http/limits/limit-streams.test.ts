import { once } from 'node:events';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import type { CallerAccess } from '../authentication/caller-access.ts';
import { listen } from '../listen.ts';
import { createProblemHandler } from '../responses/problem.ts';
import { limitEventStreams } from './limit-open-requests.ts';

/** Starts a server that calls `authenticate` before it applies the stream limit. */
async function startServer(authenticate: (closed: Promise<unknown>) => Promise<unknown> = async () => undefined) {
  const app = express();
  app.use(async (request, response, next) => {
    response.locals.access = { user: { id: request.get('from') ?? '' } } as CallerAccess;
    await authenticate(once(response, 'close'));
    next();
  });
  app.get('/', limitEventStreams({ perHolder: 2, inAll: 3 }), (_request, response) => {
    response.flushHeaders();
  });
  app.use(createProblemHandler(() => {}));
  const { url, close } = await listen(app, '127.0.0.1', 0);
  const readers: AbortController[] = [];
  onTestFinished(async () => {
    for (const reader of readers) reader.abort();
    await close();
  });

  /** Opens a stream that ends with the test, or when `leave` is called. */
  async function follow(from: string) {
    const gone = new AbortController();
    readers.push(gone);
    const { status, headers } = await fetch(url, { headers: { from }, signal: gone.signal });
    return { status, retryAfter: headers.get('retry-after'), leave: () => gone.abort() };
  }
  return { url, follow };
}

test('limits the streams of a user and of all users, and frees the slot of an ended stream', async () => {
  const { follow } = await startServer();
  const [first, second] = [await follow('ann'), await follow('ann')];
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(await follow('ann')).toMatchObject({ status: 429, retryAfter: '15' });
  expect(await follow('bob')).toMatchObject({ status: 200 });
  expect(await follow('bob')).toMatchObject({ status: 503, retryAfter: '15' });
  first.leave();
  await expect.poll(async () => (await follow('bob')).status, { timeout: 30_000 }).toBe(200);
});

test('a client that disconnects during authentication occupies no slot', async () => {
  const meanwhile: { run: (closed: Promise<unknown>) => Promise<unknown> } = { run: async () => undefined };
  const { url, follow } = await startServer((closed) => meanwhile.run(closed));
  for (let times = 0; times < 3; times += 1) {
    const gone = new AbortController();
    const left = new Promise<void>((resolve) => {
      meanwhile.run = async (closed) => {
        gone.abort();
        await closed;
        setImmediate(resolve);
      };
    });
    await expect(fetch(url, { headers: { from: 'eve' }, signal: gone.signal })).rejects.toThrow();
    await left;
  }
  meanwhile.run = async () => undefined;
  expect(await follow('eve')).toMatchObject({ status: 200 });
});
