import { AppError } from '@refrain/domain';
import { expect, test, vi } from 'vitest';
import { openQueueUnderTest, stream } from './queue-under-test.ts';

const queue = openQueueUnderTest(11);
const givenUp = () => [...queue.givenUp.values()];

test('what is given up is kept in our own words, and settled once the same is done', async () => {
  let error: unknown = new TypeError('Authorization: ghp_secret');
  await queue.work({
    'pull-stream': async () => {
      if (error !== null) throw error;
    },
    reconcile: async () => {
      throw new AppError('unavailable', 'PostgreSQL is away');
    },
  });
  await queue.producer.enqueue('reconcile', {});
  await vi.waitFor(() => expect(givenUp()).toHaveLength(1), { timeout: 10_000 });
  expect(givenUp()[0]).toMatchObject({ name: 'reconcile', code: 'unavailable', problem: 'PostgreSQL is away' });

  error = new AppError('not_found', 'The repository is gone');
  await queue.producer.enqueue('pull-stream', stream);
  await vi.waitFor(() => expect(givenUp()).toHaveLength(2), { timeout: 10_000 });
  expect(givenUp()[1]).toEqual({
    ...{ key: expect.stringMatching(/^pull-stream-/u), queue: 'ingest', name: 'pull-stream', payload: stream },
    ...{ code: 'not_found', problem: 'The repository is gone', attempts: 1 },
  });

  error = null;
  await queue.producer.enqueue('pull-stream', stream);
  await vi.waitFor(() => expect(givenUp().map(({ name }) => name)).toEqual(['reconcile']), { timeout: 10_000 });
});

test('an error that is not ours is kept without its words', async () => {
  await queue.work({
    reconcile: async () => {
      throw new TypeError('Authorization: ghp_secret');
    },
  });
  await queue.producer.enqueue('reconcile', {});
  await vi.waitFor(() => expect(givenUp()).toHaveLength(1), { timeout: 10_000 });
  expect(givenUp()[0]?.problem).toBe('Unexpected error: the log of the worker has it.');
});

test('what nobody can keep is not given up, but tried again later', async () => {
  queue.isLedgerAway = true;
  await queue.work({
    'pull-stream': async () => {
      throw new AppError('not_found', 'The repository is gone');
    },
  });
  await queue.producer.enqueue('pull-stream', stream);
  await vi.waitFor(async () => expect((await queue.producer.counts()).ingest.delayed).toBe(1), { timeout: 10_000 });
  expect((await queue.producer.counts()).ingest.failed).toBe(0);
  queue.isLedgerAway = false;
});

test('what workers died of until the queue gave it up is kept too', async () => {
  await queue.producer.enqueue('pull-stream', stream);
  const [id] = await queue.redis.zrange(`${queue.prefix}:ingest:prioritized`, '0', '-1');
  const job = `${queue.prefix}:ingest:${id}`;
  // As BullMQ marks a job that stalled too often.
  await queue.redis.hset(job, { defa: 'job stalled more than allowable limit' });
  let runs = 0;
  await queue.work({ 'pull-stream': async () => void runs++ });
  await vi.waitFor(() => expect(givenUp()).toHaveLength(1), { timeout: 10_000 });
  expect(givenUp()[0]).toMatchObject({ name: 'pull-stream', problem: expect.stringContaining('died in the middle') });
  expect(runs).toBe(0);
});
