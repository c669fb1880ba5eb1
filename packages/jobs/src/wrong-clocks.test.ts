import { hourInMs } from '@refrain/domain';
import { afterEach, expect, test, vi } from 'vitest';
import { openQueueUnderTest, stream } from './queue-under-test.ts';

const queue = openQueueUnderTest(10);
afterEach(() => {
  vi.useRealTimers();
});

/** As in a process whose wall clock is wrong; it ticks no more, and timers go on. */
function setClock(offsetMs: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + offsetMs });
}

test('a job that a clock of hours ahead put off runs, and does not keep others of its key out', async () => {
  setClock(8 * hourInMs);
  await queue.producer.enqueue('pull-stream', stream, 1_000);
  vi.useRealTimers();
  let pulls = 0;
  await queue.work({ 'pull-stream': async () => void pulls++ });
  await queue.producer.enqueue('pull-stream', stream);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(pulls).toBe(0);
  expect(await queue.producer.wakeMisdated()).toBe(1);
  await queue.untilIdle();
  expect(pulls).toBe(1);
  await queue.producer.enqueue('pull-stream', stream);
  await vi.waitFor(() => expect(pulls).toBe(2));
});

test('a job that waits as long as it was told to is left waiting', async () => {
  await queue.producer.enqueue('pull-stream', stream, 60_000);
  expect(await queue.producer.wakeMisdated()).toBe(0);
});

test('a job that nobody wakes, as the worker has a clock of hours behind, runs', async () => {
  await queue.producer.enqueue('pull-stream', stream, 1);
  // It is due since a moment ago: that is the worker's to do.
  expect(await queue.producer.wakeMisdated()).toBe(0);
  setClock(-8 * hourInMs);
  await queue.producer.enqueue('pull-stream', { ...stream, stream: 'runs:acme/api' }, 1);
  expect(await queue.producer.wakeMisdated()).toBe(1);
});

test('a schedule that a clock of hours ahead has put off runs again as soon as one on time asks for it', async () => {
  let reconciled = 0;
  setClock(8 * hourInMs);
  await queue.producer.schedule('reconcile', 500);
  await queue.work({ reconcile: async () => void reconciled++ });
  await vi.waitFor(() => expect(reconciled).toBe(1));
  vi.useRealTimers();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(reconciled).toBe(1);
  await queue.producer.schedule('reconcile', 500);
  await vi.waitFor(() => expect(reconciled).toBeGreaterThan(2), { timeout: 5_000 });
});
