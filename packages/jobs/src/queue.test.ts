import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { openQueueUnderTest, stream } from './queue-under-test.ts';

const queue = openQueueUnderTest(15);

test('a job that waits already is not queued twice, another key is', async () => {
  await queue.producer.enqueueMany('pull-stream', [stream, stream, { ...stream, stream: 'pulls:acme/web' }]);
  await queue.producer.enqueue('pull-stream', stream);
  expect((await queue.producer.counts()).ingest.waiting).toBe(2);
  const done: string[] = [];
  await queue.work({ 'pull-stream': async (payload) => void done.push(payload.stream) });
  await queue.untilIdle();
  expect(done.sort()).toEqual(['pulls:acme/api', 'pulls:acme/web']);
  expect((await queue.producer.counts()).ingest.completed).toBe(0);
});

test('what is stored is worked on before more is taken in', async () => {
  const order: string[] = [];
  await queue.producer.enqueue('pull-stream', stream);
  await queue.producer.enqueue('normalise-records', { connectionId: 'c1', inboxIds: ['1'] });
  await queue.work(
    {
      'pull-stream': async () => void order.push('pull'),
      'normalise-records': async () => void order.push('normalise'),
    },
    1,
  );
  await queue.untilIdle();
  expect(order).toEqual(['normalise', 'pull']);
});

test('a job that asks for itself again runs again, and never beside itself', async () => {
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
  await queue.producer.enqueue('pull-stream', stream);
  await vi.waitFor(() => expect(runs).toBe(5));
  await queue.untilIdle();
  expect({ runs, most }).toEqual({ runs: 5, most: 1 });
});

test('a job may put itself off; until then it is asked for in vain', async () => {
  const runs: number[] = [];
  await queue.work({
    'pull-stream': async (payload) => {
      runs.push(performance.now());
      if (runs.length === 1) await queue.producer.enqueue('pull-stream', payload, 400);
    },
  });
  await queue.producer.enqueue('pull-stream', stream);
  await vi.waitFor(async () => expect((await queue.producer.counts()).ingest.delayed).toBe(1));
  await queue.producer.enqueueMany('pull-stream', [stream, stream]);
  await queue.untilIdle();
  const [first = 0, second = 0, ...more] = runs;
  expect(second - first).toBeGreaterThanOrEqual(390);
  expect(more).toEqual([]);
});

test('debounced jobs become one, and one that arrives during the run leads to another run', async () => {
  let runs = 0;
  await queue.work({
    'detect-failures': async (payload) => {
      runs += 1;
      if (runs > 1) return;
      await queue.producer.enqueueMany('detect-failures', [payload, payload, payload]);
    },
  });
  const wanted = { connectionId: 'c1', repository: 'acme/api' };
  await queue.producer.enqueueMany('detect-failures', [wanted, wanted, wanted]);
  await queue.producer.enqueue('detect-failures', wanted);
  expect(runs).toBe(0);
  await vi.waitFor(() => expect(runs).toBe(2), { timeout: 10_000 });
  await queue.untilIdle();
  expect(runs).toBe(2);
});
