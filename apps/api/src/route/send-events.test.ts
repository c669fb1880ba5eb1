import { setTimeout as wait } from 'node:timers/promises';
import express from 'express';
import { afterAll, expect, test } from 'vitest';
import { listen } from '../listen.ts';
import { sendEvents } from './send-events.ts';

let holds = true;
let isAway = false;
async function* endless() {
  for (let number = 0; ; number += 1) {
    yield { event: 'counted', data: number };
    await wait(5);
  }
}
const app = express();
app.get('/', (_request, response) =>
  sendEvents(response, endless(), {
    everyMs: 10,
    async stillHolds() {
      if (isAway) throw new Error('The database is away');
      return holds;
    },
  }),
);
const server = await listen(app, '127.0.0.1', 0);
afterAll(server.close);

test('who follows is cut off once they may not any more, and not because that cannot be told', async () => {
  const reader = (await fetch(server.url)).body?.getReader();
  const goesOn = () => reader?.read().then(({ done }) => !done);
  isAway = true;
  for (let reads = 0; reads < 20; reads += 1) expect(await goesOn()).toBe(true);
  isAway = false;
  holds = false;
  await expect(
    (async () => {
      while (await goesOn());
    })(),
  ).rejects.toThrow();
});
