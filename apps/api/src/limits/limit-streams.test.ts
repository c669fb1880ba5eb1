import { once } from 'node:events';
import express from 'express';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import type { Access } from '../access/access-of.ts';
import { listen } from '../listen.ts';
import { createProblemHandler } from '../problem.ts';
import { limitStreams } from './limit-streams.ts';

const app = express();
/** What is waited for before it is known who asks. */
let meanwhile: (closed: Promise<unknown>) => Promise<unknown> = async () => undefined;
app.use(async (request, response, next) => {
  response.locals.access = { user: { id: request.get('from') ?? '' } } as Access;
  await meanwhile(once(response, 'close'));
  next();
});
app.get('/', limitStreams({ perHolder: 2, inAll: 3 }), (_request, response) => {
  response.flushHeaders();
});
app.use(createProblemHandler(() => {}));
const server = await listen(app, '127.0.0.1', 0);
afterAll(server.close);

/** Stays open until the test ends, or its reader leaves. */
async function follow(from: string) {
  const gone = new AbortController();
  onTestFinished(() => gone.abort());
  const { status, headers } = await fetch(server.url, { headers: { from }, signal: gone.signal });
  return { status, retryAfter: headers.get('retry-after'), leave: () => gone.abort() };
}

test('a user has so many streams at once, all together have so many, and one that ends makes room', async () => {
  const [first, second] = [await follow('ann'), await follow('ann')];
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(await follow('ann')).toMatchObject({ status: 429, retryAfter: '15' });
  expect(await follow('bob')).toMatchObject({ status: 200 });
  expect(await follow('bob')).toMatchObject({ status: 503, retryAfter: '15' });
  first.leave();
  await expect.poll(async () => (await follow('bob')).status).toBe(200);
});

test('who left before it was known who asks takes no place', async () => {
  for (let times = 0; times < 3; times += 1) {
    const gone = new AbortController();
    const left = new Promise<void>((resolve) => {
      meanwhile = async (closed) => {
        gone.abort();
        await closed;
        setImmediate(resolve);
      };
    });
    await expect(fetch(server.url, { headers: { from: 'eve' }, signal: gone.signal })).rejects.toThrow();
    await left;
  }
  meanwhile = async () => undefined;
  expect(await follow('eve')).toMatchObject({ status: 200 });
});
