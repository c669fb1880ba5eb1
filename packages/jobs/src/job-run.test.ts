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

test('the oldest job that waits is told from when it was due, whatever it waits as, where nobody works', async () => {
  const { oldestWaiting, enqueue } = queue.producer;
  const agoMs = 90_000;
  const only = async (kept: string, state: 'wait' | 'prioritized' | 'delayed') => {
    const key = `${queue.prefix}:${kept}:${state}`;
    return (
      (state === 'wait'
        ? await queue.redis.lrange(key, 0, -1)
        : await queue.redis.zrangebyscore(key, '-inf', '+inf'))[0] ?? ''
    );
  };
  const dateBack = async (kept: string, state: 'wait' | 'prioritized') =>
    queue.redis.hset(`${queue.prefix}:${kept}:${await only(kept, state)}`, 'timestamp', Date.now() - agoMs);
  expect(await oldestWaiting()).toEqual({ ingest: 0, analysis: 0, improvement: 0, attention: 0, precheck: 0 });
  await enqueue('write-reports', { patternIds: ['p1'] });
  await dateBack('analysis', 'wait');
  expect((await oldestWaiting()).analysis).toBeCloseTo(90, -1);
  await enqueue('ensure-issue', { improvementId: 'i1' }, agoMs);
  expect((await oldestWaiting()).improvement).toBe(0);
  const delayed = await only('improvement', 'delayed');
  await queue.redis.zadd(`${queue.prefix}:improvement:delayed`, (Date.now() - agoMs) * 4_096, delayed);
  expect((await oldestWaiting()).improvement).toBeCloseTo(90, -1);

  await enqueue('pull-stream', stream);
  await dateBack('ingest', 'prioritized');
  expect((await oldestWaiting()).ingest).toBeCloseTo(90, -1);
  await queue.redis.lpush(`${queue.prefix}:ingest:active`, 'another');
  expect((await oldestWaiting()).ingest).toBe(0);
});
