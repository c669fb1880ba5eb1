import { AppError } from '@refrain/domain';
import { expect, test, vi } from 'vitest';
import { toJobRun } from './job-run.ts';
import { openQueueUnderTest, stream } from './queue-under-test.ts';

const queue = openQueueUnderTest(9);
const job = {
  name: 'pull-stream',
  id: '7',
  timestamp: 1_000,
  delay: 0,
  attemptsMade: 0,
  opts: { attempts: 3, delay: 500 },
};
const away = new AppError('unavailable', 'PostgreSQL is away');
const wrong = new AppError('invalid_input', 'No');

test('how long a run took, and how long the job had been due when the first began', () => {
  const ended = { begunAt: 3_000, endedAt: 5_000, outcome: 'retried', error: away } as const;
  const told = { outcome: 'retried', code: 'unavailable', tookSeconds: 2 };
  expect(toJobRun('ingest', job, ended)).toMatchObject({ ...told, attempt: 1, waitedSeconds: 1.5 });
  expect(toJobRun('ingest', { ...job, attemptsMade: 2 }, ended)).toMatchObject({
    ...{ ...told, attempt: 3, waitedSeconds: null },
  });
});

test('the worker tells of each run, without its payload', async () => {
  await queue.producer.enqueue('pull-stream', stream);
  await queue.producer.enqueue('sync-connections', {});
  await queue.work({ 'sync-connections': () => Promise.reject(wrong) });
  await queue.untilIdle();
  const told = queue.runs.map(({ name, outcome, code }) => [name, outcome, code]).sort();
  expect(told).toEqual([
    ['pull-stream', 'done', null],
    ['sync-connections', 'given_up', 'invalid_input'],
  ]);
  expect(JSON.stringify(queue.runs)).not.toContain(stream.stream);
});

test('what fails for the last time and cannot be kept as a dead letter is not given up', async () => {
  queue.isLedgerAway = true;
  await queue.producer.enqueue('sync-connections', {});
  await queue.work({ 'sync-connections': () => Promise.reject(wrong) });
  await vi.waitFor(() => expect(queue.runs.map(({ outcome }) => outcome)).toEqual(['retried']));
  queue.isLedgerAway = false;
});

test('the oldest job that waits is told from when it was due; one that yields is none', async () => {
  const { oldestWaiting } = queue.producer;
  expect(await oldestWaiting()).toEqual({ ingest: 0, analysis: 0, improvement: 0, attention: 0, precheck: 0 });
  await queue.producer.enqueue('pull-stream', stream);
  expect((await oldestWaiting()).ingest).toBe(0);
  await queue.producer.enqueue('write-reports', { patternIds: ['p1'] });
  const [id = ''] = await queue.redis.lrange(`${queue.prefix}:analysis:wait`, 0, -1);
  await queue.redis.hset(`${queue.prefix}:analysis:${id}`, 'timestamp', Date.now() - 90_000);
  expect((await oldestWaiting()).analysis).toBeCloseTo(90, -1);
});
