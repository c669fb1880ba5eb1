import { hourInMs } from '@refrain/domain';
import { afterEach, expect, test, vi } from 'vitest';
import { examplePullStreamPayload, openQueueUnderTest, retryUntilPassing } from './queue-under-test.ts';

const queue = openQueueUnderTest(10);
afterEach(() => {
  vi.useRealTimers();
});

/** Stops the wall clock of this process at a wrong time. Timers are not affected. */
function setClock(offsetMs: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + offsetMs });
}

/**
 * Returns when the first delayed job is due, in milliseconds since 1970. BullMQ multiplies this time by 4,096 and adds
 * a tie-breaker.
 */
async function readNextRun(): Promise<number> {
  const [, score = 0] = await queue.redis.zrange(`${queue.prefix}:ingest:delayed`, '0', '0', 'WITHSCORES');
  return Number(score) / 0x1000;
}

test('a job that was delayed by a clock 8 hours ahead is promoted, and can then be enqueued again', async () => {
  setClock(8 * hourInMs);
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload, 1_000);
  vi.useRealTimers();
  const pulls: string[] = [];
  await queue.work({ 'pull-stream': async (payload) => void pulls.push(payload.stream) });
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  // This job of another stream is not delayed, so the worker runs it first.
  await queue.producer.enqueue('pull-stream', { ...examplePullStreamPayload, stream: 'runs:acme/api' });
  await retryUntilPassing(() => expect(pulls).toEqual(['runs:acme/api']));
  expect(await queue.producer.wakeMisdated()).toBe(1);
  await queue.untilIdle();
  expect(pulls).toEqual(['runs:acme/api', examplePullStreamPayload.stream]);
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  await retryUntilPassing(() =>
    expect(pulls).toEqual(['runs:acme/api', examplePullStreamPayload.stream, examplePullStreamPayload.stream]),
  );
});

test('a job with a correct delay is not promoted', async () => {
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload, 60_000);
  expect(await queue.producer.wakeMisdated()).toBe(0);
});

test("an overdue job is promoted if the worker's clock is 8 hours behind", async () => {
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload, 1);
  // The job is not promoted, because it has just become due and the worker starts it.
  expect(await queue.producer.wakeMisdated()).toBe(0);
  setClock(-8 * hourInMs);
  await queue.producer.enqueue('pull-stream', { ...examplePullStreamPayload, stream: 'runs:acme/api' }, 1);
  expect(await queue.producer.wakeMisdated()).toBe(1);
});

test('a schedule that was delayed by a clock 8 hours ahead runs again once a process with a correct clock schedules it', async () => {
  let reconciled = 0;
  setClock(8 * hourInMs);
  await queue.producer.schedule('reconcile', 500);
  await queue.work({ reconcile: async () => void reconciled++ });
  await retryUntilPassing(() => expect(reconciled).toBe(1));
  vi.useRealTimers();
  await retryUntilPassing(async () => expect((await readNextRun()) - Date.now()).toBeGreaterThan(7 * hourInMs));
  expect(reconciled).toBe(1);
  await queue.producer.schedule('reconcile', 500);
  await retryUntilPassing(() => expect(reconciled).toBeGreaterThan(2));
});
