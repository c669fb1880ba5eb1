import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { openQueueUnderTest, stream } from './queue-under-test.ts';

const queue = openQueueUnderTest(13);

test('work goes on after Redis was emptied, its scripts forgotten and its connections cut', async () => {
  let pulls = 0;
  let reconciled = 0;
  await queue.work({
    'pull-stream': async () => void pulls++,
    reconcile: async () => void reconciled++,
  });
  await queue.producer.schedule('reconcile', 200);
  await queue.producer.enqueue('pull-stream', stream);
  await vi.waitFor(() => expect(reconciled).toBeGreaterThan(1));
  await vi.waitFor(() => expect(pulls).toBe(1));

  await queue.redis.flushdb();
  await queue.redis.script('FLUSH');
  const clients = (await queue.redis.client('LIST')) as string;
  const own = String(await queue.redis.client('ID'));
  const connections = new RegExp(`^id=(\\d+) .* db=${queue.redis.options.db} `, 'gmu');
  const others = Array.from(clients.matchAll(connections), ([, id = '']) => id).filter((id) => id !== own);
  expect(others.length).toBeGreaterThan(1);
  for (const id of others) await queue.redis.client('KILL', 'ID', id);
  await queue.producer.schedule('reconcile', 200);
  const before = reconciled;
  await queue.producer.enqueue('pull-stream', stream);
  await vi.waitFor(() => expect(pulls).toBe(2), { timeout: 10_000 });
  await vi.waitFor(() => expect(reconciled).toBeGreaterThan(before + 1), { timeout: 10_000 });
});

test('a schedule that is there is not pushed back by asking for it again, and is not counted as work', async () => {
  let reconciled = 0;
  await queue.work({ reconcile: async () => void reconciled++ });
  for (let ask = 0; ask < 12; ask += 1) {
    await queue.producer.schedule('reconcile', 300);
    await sleep(100);
  }
  expect(reconciled).toBeGreaterThanOrEqual(3);
  expect(reconciled).toBeLessThanOrEqual(6);
  await queue.untilIdle();
});

test('many jobs at a time that wait for their signals are no leak of listeners', async () => {
  const warnings: string[] = [];
  const note = ({ message }: Error) => void warnings.push(message);
  process.on('warning', note);
  let waiting = 0;
  await queue.work(
    {
      'pull-stream': async (_payload, signal) => {
        waiting += 1;
        while (waiting < 12) await sleep(20, undefined, { signal });
      },
    },
    12,
  );
  const streams = Array.from({ length: 12 }, (_, index) => ({ ...stream, stream: `pulls:acme/${index}` }));
  await queue.producer.enqueueMany('pull-stream', streams);
  await vi.waitFor(() => expect(waiting).toBe(12), { timeout: 10_000 });
  await queue.untilIdle();
  process.off('warning', note);
  expect(warnings.filter((text) => text.includes('listeners'))).toEqual([]);
});

test('closing a worker aborts what does not end by itself', { timeout: 15_000 }, async () => {
  let aborted = false;
  await queue.work({
    'pull-stream': (_payload, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          aborted = true;
          resolve();
        });
      }),
  });
  await queue.producer.enqueue('pull-stream', stream);
  await vi.waitFor(async () => expect((await queue.producer.counts()).ingest.active).toBe(1));
  await queue.close();
  expect(aborted).toBe(true);
});
