import { setTimeout as wait } from 'node:timers/promises';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '../listen.ts';
import { sendEvents } from './send-events.ts';

async function* endless() {
  for (let number = 0; ; number += 1) {
    yield { event: 'counted', data: number };
    await wait(5);
  }
}

test('a stream ends when the client loses access, and then stops monitoring the access', async () => {
  const watched = new Set<() => void>();
  const app = express();
  app.get('/', (_request, response) =>
    sendEvents(response, endless(), {
      monitorAccess(onLost) {
        watched.add(onLost);
        return () => void watched.delete(onLost);
      },
    }),
  );
  const server = await listen(app, '127.0.0.1', 0);
  onTestFinished(server.close);
  const reader = (await fetch(server.url)).body?.getReader();
  const readNext = () => reader?.read().then(({ done }) => !done);
  for (let reads = 0; reads < 20; reads += 1) expect(await readNext()).toBe(true);
  for (const onLost of watched) onLost();
  await expect(
    (async () => {
      while (await readNext());
    })(),
  ).rejects.toThrow();
  await expect.poll(() => watched.size).toBe(0);
});
