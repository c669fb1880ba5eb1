import { setFlagsFromString } from 'node:v8';
import express, { type Request, type Response } from 'express';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { listen } from './listen.ts';
import { defineRoute } from './route/define-route.ts';
import { readInput } from './route/read-input.ts';

setFlagsFromString('--allow-natives-syntax');
/** Whether V8 sees two objects as of one kind. What has a hidden class of its own outlives its request. */
const areAlike = new Function('one', 'other', 'return %HaveSameMap(one, other)') as (
  one: object,
  other: object,
) => boolean;

const seen: { request: Request; response: Response; input: object }[] = [];
const route = defineRoute({
  method: 'get',
  path: '/v1/things/{id}',
  operationId: 'findThing',
  needs: 'anyone',
  tag: 'system',
  summary: 'One thing',
  answers: { 200: z.string() },
  handle: () => '',
});
const app = express();
app.get('/v1/things/:id', (request, response) => {
  seen.push({ request, response, input: readInput(route, request, response) });
  response.json('done');
});
const { url, close } = await listen(app, '127.0.0.1', 0);
afterAll(close);

test('requests, responses and what handlers get have no hidden classes of their own', async () => {
  // The first ones show V8 which fields there are.
  for (const id of Array(20).keys()) expect(await (await fetch(`${url}/v1/things/${id}`)).json()).toBe('done');
  const [one, other] = seen.slice(-2);
  if (one === undefined || other === undefined) throw new Error('nobody asked');
  expect(areAlike(one.request, other.request)).toBe(true);
  expect(areAlike(one.response, other.response)).toBe(true);
  expect(areAlike(one.input, other.input)).toBe(true);
});

test('a port that is taken says what to do', async () => {
  await expect(listen(express(), '127.0.0.1', Number(new URL(url).port))).rejects.toMatchObject({
    code: 'misconfigured',
    message: expect.stringContaining('set PORT to another one'),
  });
});
