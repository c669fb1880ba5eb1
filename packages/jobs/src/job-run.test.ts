import { AppError } from '@refrain/domain';
import { expect, test } from 'vitest';
import { toJobRun } from './job-run.ts';
import { openQueueUnderTest, stream } from './queue-under-test.ts';

const queue = openQueueUnderTest(14);
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

test.each([
  ['done', { error: null }, { outcome: 'done', code: null, waitedSeconds: 1.5, tookSeconds: 2, attempt: 1 }],
  ['of which another run follows', { error: away }, { outcome: 'retried', code: 'unavailable' }],
  ['that cannot be helped', { error: wrong }, { outcome: 'given_up', code: 'invalid_input' }],
])('a run that is %s', (_what, ended, expected) => {
  expect(toJobRun('ingest', job, { begunAt: 3_000, endedAt: 5_000, ...ended })).toMatchObject(expected);
});

test('of the last run nothing follows, and how long a further one was due is not known', () => {
  const last = { ...job, attemptsMade: 2 };
  expect(toJobRun('ingest', last, { begunAt: 3_000, endedAt: 5_000, error: away })).toMatchObject({
    ...{ outcome: 'given_up', attempt: 3, waitedSeconds: null },
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
