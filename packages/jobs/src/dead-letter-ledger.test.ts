import { AppError } from '@refrain/domain';
import { expect, test } from 'vitest';
import { examplePullStreamPayload, openQueueUnderTest, retryUntilPassing } from './queue-under-test.ts';

const queue = openQueueUnderTest(11);
const givenUp = () => [...queue.givenUp.values()];

test('a failed job becomes a dead letter with the message of its AppError, until the same job succeeds', async () => {
  let error: unknown = new TypeError('Authorization: ghp_secret');
  await queue.work({
    'pull-stream': async () => {
      if (error !== null) throw error;
    },
    reconcile: async () => {
      throw new AppError('unavailable', 'PostgreSQL is down');
    },
  });
  await queue.producer.enqueue('reconcile', {});
  await retryUntilPassing(() => expect(givenUp()).toHaveLength(1));
  expect(givenUp()[0]).toMatchObject({ name: 'reconcile', code: 'unavailable', problem: 'PostgreSQL is down' });

  error = new AppError('not_found', 'The repository is gone');
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  await retryUntilPassing(() => expect(givenUp()).toHaveLength(2));
  expect(givenUp()[1]).toEqual({
    key: expect.stringMatching(/^pull-stream-/u),
    queue: 'ingest',
    name: 'pull-stream',
    payload: examplePullStreamPayload,
    code: 'not_found',
    problem: 'The repository is gone',
    attempts: 1,
  });

  error = null;
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  await retryUntilPassing(() => expect(givenUp().map(({ name }) => name)).toEqual(['reconcile']));
});

test('the dead letter of an unknown error does not contain its message', async () => {
  await queue.work({
    reconcile: async () => {
      throw new TypeError('Authorization: ghp_secret');
    },
  });
  await queue.producer.enqueue('reconcile', {});
  await retryUntilPassing(() => expect(givenUp()).toHaveLength(1));
  expect(givenUp()[0]?.problem).toBe("Unexpected error: see the worker's log.");
});

test('a job whose dead letter cannot be stored is not given up, but retried later', async () => {
  queue.isLedgerAway = true;
  await queue.work({
    'pull-stream': async () => {
      throw new AppError('not_found', 'The repository is gone');
    },
  });
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  await retryUntilPassing(async () => expect((await queue.producer.counts()).ingest.delayed).toBe(1));
  expect((await queue.producer.counts()).ingest.failed).toBe(0);
});

test('a job becomes a dead letter when BullMQ gives it up after too many stalls', async () => {
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  const [id] = await queue.redis.zrange(`${queue.prefix}:ingest:prioritized`, '0', '-1');
  const job = `${queue.prefix}:ingest:${id}`;
  // BullMQ sets this value if a job stalled too often.
  await queue.redis.hset(job, { defa: 'job stalled more than allowable limit' });
  let runs = 0;
  await queue.work({ 'pull-stream': async () => void runs++ });
  await retryUntilPassing(() => expect(givenUp()).toHaveLength(1));
  expect(givenUp()[0]).toMatchObject({ name: 'pull-stream', problem: expect.stringContaining('Workers have died') });
  expect(runs).toBe(0);
});
