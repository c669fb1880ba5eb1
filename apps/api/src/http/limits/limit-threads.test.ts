import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import type { CallerAccess } from '../authentication/caller-access.ts';
import { listen } from '../listen.ts';
import { createProblemHandler } from '../responses/problem.ts';
import { limitWorkerThreadRequests } from './limit-open-requests.ts';

test('limits the requests of one user that wait for a worker thread, and delays no other users', async () => {
  const app = express();
  const waiting: (() => void)[] = [];
  app.use((request, response, next) => {
    response.locals.access = { user: { id: request.get('from') ?? '' } } as CallerAccess;
    next();
  });
  app.get('/', limitWorkerThreadRequests({ perHolder: 2, inAll: 100 }), (_request, response) => {
    waiting.push(() => response.json('done'));
  });
  app.use(createProblemHandler(() => {}));
  const { url, close } = await listen(app, '127.0.0.1', 0);
  onTestFinished(close);
  const ask = (from: string) => fetch(url, { headers: { from } });

  const running = [ask('ann'), ask('ann')];
  await expect.poll(() => waiting.length).toBe(2);
  const refused = await ask('ann');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
  running.push(ask('bob'));
  await expect.poll(() => waiting.length).toBe(3);
  for (const finish of waiting.splice(0)) finish();
  expect((await Promise.all(running)).map(({ status }) => status)).toEqual([200, 200, 200]);
  running.push(ask('ann'));
  await expect.poll(() => waiting.length).toBe(1);
  for (const finish of waiting.splice(0)) finish();
  expect((await running.at(-1))?.status).toBe(200);
});
