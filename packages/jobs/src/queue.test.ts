import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { examplePullStreamPayload, openQueueUnderTest, retryUntilPassing } from './queue-under-test.ts';

const queue = openQueueUnderTest(15);

test('a waiting job is not enqueued twice, but a job with another key is enqueued', async () => {
  await queue.producer.enqueueMany('pull-stream', [
    examplePullStreamPayload,
    examplePullStreamPayload,
    { ...examplePullStreamPayload, stream: 'pulls:acme/web' },
  ]);
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  expect((await queue.producer.counts()).ingest.waiting).toBe(2);
  const done: string[] = [];
  await queue.work({ 'pull-stream': async (payload) => void done.push(payload.stream) });
  await queue.untilIdle();
  expect(done.sort()).toEqual(['pulls:acme/api', 'pulls:acme/web']);
  expect((await queue.producer.counts()).ingest.completed).toBe(0);
});

test('stored records are parsed before more records are pulled', async () => {
  const order: string[] = [];
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  await queue.producer.enqueue('parse-records', { connectionId: 'c1', inboxIds: ['1'] });
  await queue.work(
    {
      'pull-stream': async () => void order.push('pull'),
      'parse-records': async () => void order.push('parse'),
    },
    1,
  );
  await queue.untilIdle();
  expect(order).toEqual(['parse', 'pull']);
});

test('a job that enqueues itself runs again, and never twice at the same time', async () => {
  let runs = 0;
  let running = 0;
  let most = 0;
  await queue.work({
    'pull-stream': async (payload) => {
      most = Math.max(most, ++running);
      if (++runs < 5) await queue.producer.enqueue('pull-stream', payload);
      await sleep(5);
      running -= 1;
    },
  });
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  await retryUntilPassing(() => expect(runs).toBe(5));
  await queue.untilIdle();
  expect({ runs, most }).toEqual({ runs: 5, most: 1 });
});

test('a job can enqueue itself with a delay, and enqueueing the job again during the delay changes nothing', async () => {
  const soon = { ...examplePullStreamPayload, stream: 'pulls:acme/soon' };
  const runsAt = new Map<string, number[]>([
    [examplePullStreamPayload.stream, []],
    [soon.stream, []],
  ]);
  await queue.work({
    'pull-stream': async (payload) => {
      const at = runsAt.get(payload.stream) ?? [];
      at.push(performance.now());
      if (at.length === 1)
        await queue.producer.enqueue('pull-stream', payload, payload.stream === soon.stream ? 400 : 600_000);
    },
  });
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  await retryUntilPassing(async () => expect((await queue.producer.counts()).ingest.delayed).toBe(1));
  await queue.producer.enqueueMany('pull-stream', [examplePullStreamPayload, examplePullStreamPayload]);
  await queue.producer.enqueue('pull-stream', soon);
  await retryUntilPassing(async () => {
    expect(runsAt.get(soon.stream)).toHaveLength(2);
    expect((await queue.producer.counts()).ingest).toMatchObject({ waiting: 0, active: 0, delayed: 1 });
  });
  const [first = 0, second = 0, ...more] = runsAt.get(soon.stream) ?? [];
  expect(second - first).toBeGreaterThanOrEqual(390);
  expect(more).toEqual([]);
  expect(runsAt.get(examplePullStreamPayload.stream)).toHaveLength(1);
});

test('debounced jobs become a single job, and enqueueing the job during its run leads to another run', async () => {
  let runs = 0;
  const wanted = { connectionId: 'c1', repository: 'acme/api' };
  await queue.producer.enqueueMany('detect-failures', [wanted, wanted, wanted]);
  await queue.producer.enqueue('detect-failures', wanted);
  expect((await queue.producer.counts()).ingest).toMatchObject({ waiting: 0, delayed: 1 });
  await queue.work({
    'detect-failures': async (payload) => {
      runs += 1;
      if (runs > 1) return;
      await queue.producer.enqueueMany('detect-failures', [payload, payload, payload]);
    },
  });
  await retryUntilPassing(() => expect(runs).toBe(2));
  await queue.untilIdle();
  expect(runs).toBe(2);
});
