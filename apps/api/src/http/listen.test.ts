import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import express, { type Request, type Response } from 'express';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { listen } from './listen.ts';
import { defineRoute } from './routing/define-route.ts';
import { parseRouteInput } from './routing/parse-route-input.ts';

setFlagsFromString('--allow-natives-syntax');
/**
 * Returns whether two objects have the same hidden class in V8. If every request had its own hidden class, memory would
 * grow.
 */
const haveSameClass = new Function('one', 'other', 'return %HaveSameMap(one, other)') as (
  one: object,
  other: object,
) => boolean;

const seen: { request: Request; response: Response; input: object }[] = [];
const route = defineRoute('get', '/v1/things/{id}', {
  operationId: 'findThing',
  needs: 'anyone',
  tag: 'system',
  summary: 'One thing',
  responses: { 200: z.string() },
  handle: () => '',
});
const app = express();
app.get('/v1/things/:id', (request, response) => {
  seen.push({ request, response, input: parseRouteInput(route, request, response) });
  response.json('done');
});
const { url, close } = await listen(app, '127.0.0.1', 0);
afterAll(close);

test('all requests share one hidden class of V8, as do all responses and all handler inputs', async () => {
  // V8 determines the hidden classes during the first requests.
  for (const id of Array(20).keys()) expect(await (await fetch(`${url}/v1/things/${id}`)).json()).toBe('done');
  const [one, other] = seen.slice(-2);
  if (one === undefined || other === undefined) throw new Error('there were no two requests');
  expect(haveSameClass(one.request, other.request)).toBe(true);
  expect(haveSameClass(one.response, other.response)).toBe(true);
  expect(haveSameClass(one.input, other.input)).toBe(true);
});

test('the error for a port in use says what to do', async () => {
  await expect(listen(express(), '127.0.0.1', Number(new URL(url).port))).rejects.toMatchObject({
    code: 'misconfigured',
    message: expect.stringContaining('set PORT to another port'),
  });
});

/** Starts a process that listens on a port, like the supervisor, and passes connections to this process. */
async function holdPort(): Promise<number> {
  const folder = await makeFolder();
  const entry = join(folder, 'holder.js');
  await writeFile(
    entry,
    `const server = require('node:net').createServer({ pauseOnConnect: true }, (socket) => {
       process.send({ connection: 1 }, socket);
     });
     server.listen(0, '127.0.0.1', () => process.send(server.address().port));`,
  );
  const holder = fork(entry);
  onTestFinished(() => void holder.kill());
  const [port] = await once(holder, 'message');
  holder.on('message', (message, socket) => process.emit('message', message, socket));
  return port;
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-listen-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('serves connections that the parent process passes on', async () => {
  const port = await holdPort();
  const large = 'x'.repeat(200_000);
  const answering = express().post('/', express.text({ limit: '1mb' }), (request, response) => {
    response.json({ length: request.body.length, from: request.socket.remoteAddress });
  });
  const listening = await listen(answering, '127.0.0.1', port, {
    socket: join(await makeFolder(), 'api.sock'),
    parentHoldsPort: true,
  });
  expect(listening.url).toBe(`http://127.0.0.1:${port}`);
  for (let round = 0; round < 5; round += 1) {
    const answer = await fetch(listening.url, { method: 'POST', body: large, headers: { connection: 'close' } });
    expect(await answer.json()).toEqual({ length: large.length, from: '127.0.0.1' });
  }
  await listening.close();
});

test('a shutdown waits for requests on connections that the parent process passed on', async () => {
  const port = await holdPort();
  let answer: (() => void) | null = null;
  const slow = express().get('/', (_request, response) => {
    answer = () => void response.json('done');
  });
  const listening = await listen(slow, '127.0.0.1', port, {
    socket: join(await makeFolder(), 'api.sock'),
    parentHoldsPort: true,
  });
  const answered = fetch(listening.url, { headers: { connection: 'close' } });
  await expect.poll(() => answer).not.toBeNull();
  let isClosed = false;
  const closed = listening.close().then(() => {
    isClosed = true;
  });
  await new Promise(setImmediate);
  expect(isClosed).toBe(false);
  (answer as (() => void) | null)?.();
  expect(await (await answered).json()).toBe('done');
  await closed;
});

test('closes connections beyond the limit, and accepts new connections once others have ended', async () => {
  const port = await holdPort();
  const app = express().get('/', (_request, response) => void response.json('done'));
  const options = { socket: join(await makeFolder(), 'api.sock'), parentHoldsPort: true, maxConnections: 2 };
  const listening = await listen(app, '127.0.0.1', port, options);
  onTestFinished(listening.close);
  const open = async () => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    await once(socket, 'connect');
    return socket;
  };
  const held = [await open(), await open()];
  const isAnswered = () =>
    fetch(listening.url, { headers: { connection: 'close' }, signal: AbortSignal.timeout(2_000) }).then(
      () => true,
      () => false,
    );
  await expect.poll(isAnswered).toBe(false);
  for (const socket of held) socket.destroy();
  await expect.poll(isAnswered).toBe(true);
});
