import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { examplePullStreamPayload, openQueueUnderTest, retryUntilPassing } from './queue-under-test.ts';

const queue = openQueueUnderTest(13);

test('a worker continues after Redis lost its data, its scripts and its connections', async () => {
  let pulls = 0;
  let reconciled = 0;
  await queue.work({
    'pull-stream': async () => void pulls++,
    reconcile: async () => void reconciled++,
  });
  await queue.producer.schedule('reconcile', 200);
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  await retryUntilPassing(() => expect(reconciled).toBeGreaterThan(1));
  await retryUntilPassing(() => expect(pulls).toBe(1));

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
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  await retryUntilPassing(() => expect(pulls).toBe(2));
  await retryUntilPassing(() => expect(reconciled).toBeGreaterThan(before + 1));
});

test('scheduling a job again neither delays its next run nor adds a run, and the next run is not counted as pending work', async () => {
  const everyMs = 500;
  let reconciled = 0;
  await queue.work({ reconcile: async () => void reconciled++ });
  const startedAt = performance.now();
  await retryUntilPassing(async () => {
    await queue.producer.schedule('reconcile', everyMs);
    expect(reconciled).toBeGreaterThanOrEqual(4);
  });
  // BullMQ starts the first run immediately, and the second run at the next multiple of the interval.
  expect(reconciled).toBeLessThanOrEqual((performance.now() - startedAt) / everyMs + 2);
  await queue.untilIdle();
});

test('many concurrent jobs that listen to their signals cause no warning about leaked listeners', async () => {
  const warnings: string[] = [];
  const note = ({ message }: Error) => void warnings.push(message);
  process.on('warning', note);
  onTestFinished(() => void process.off('warning', note));
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
  const streams = Array.from({ length: 12 }, (_, index) => ({
    ...examplePullStreamPayload,
    stream: `pulls:acme/${index}`,
  }));
  await queue.producer.enqueueMany('pull-stream', streams);
  await retryUntilPassing(() => expect(waiting).toBe(12));
  await queue.untilIdle();
  expect(warnings.filter((text) => text.includes('listeners'))).toEqual([]);
});

test('closing a worker aborts a job that does not end by itself', async () => {
  let begun = false;
  let aborted = false;
  await queue.work({
    'pull-stream': (_payload, signal) =>
      new Promise((resolve) => {
        begun = true;
        signal.addEventListener('abort', () => {
          aborted = true;
          resolve();
        });
      }),
  });
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  await retryUntilPassing(() => expect(begun).toBe(true));
  await queue.close();
  expect(aborted).toBe(true);
});
