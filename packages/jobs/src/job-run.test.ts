import { AppError } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createJobRun } from './job-run.ts';
import { examplePullStreamPayload, openQueueUnderTest, retryUntilPassing } from './queue-under-test.ts';

const queue = openQueueUnderTest(9);
const job = {
  name: 'pull-stream',
  id: '7',
  timestamp: 1_000,
  delay: 0,
  attemptsMade: 0,
  opts: { attempts: 3, delay: 500 },
};
const away = new AppError('unavailable', 'PostgreSQL is down');
const wrong = new AppError('invalid_input', 'No');

test('each run is reported with its duration, and the first run also with the time for which the job had been due', () => {
  const ended = { begunAt: 3_000, endedAt: 5_000, outcome: 'retried', error: away } as const;
  const run = { outcome: 'retried', code: 'unavailable', tookSeconds: 2 };
  expect(createJobRun('ingest', job, ended)).toMatchObject({ ...run, attempt: 1, waitedSeconds: 1.5 });
  expect(createJobRun('ingest', { ...job, attemptsMade: 2 }, ended)).toMatchObject({
    ...run,
    attempt: 3,
    waitedSeconds: null,
  });
});

test('the worker reports each run, without the payload', async () => {
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  await queue.producer.enqueue('sync-connections', {});
  await queue.work({ 'sync-connections': () => Promise.reject(wrong) });
  await queue.untilIdle();
  const reported = queue.runs.map(({ name, outcome, code }) => [name, outcome, code]).sort();
  expect(reported).toEqual([
    ['pull-stream', 'done', null],
    ['sync-connections', 'given_up', 'invalid_input'],
  ]);
  expect(JSON.stringify(queue.runs)).not.toContain(examplePullStreamPayload.stream);
});

test('if the dead letter of a job cannot be stored, its last attempt is reported as retried, not as given up', async () => {
  queue.isLedgerAway = true;
  await queue.producer.enqueue('sync-connections', {});
  await queue.work({ 'sync-connections': () => Promise.reject(wrong) });
  await retryUntilPassing(() => expect(queue.runs.map(({ outcome }) => outcome)).toEqual(['retried']));
});

test('oldestWaiting counts from the due time of waiting and delayed jobs, and ignores low-priority jobs while another job runs', async () => {
  const { oldestWaiting, enqueue } = queue.producer;
  const agoMs = 900_000;
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
  expect(await oldestWaiting()).toEqual({ ingest: 0, analysis: 0, improvement: 0, notes: 0, precheck: 0 });
  await enqueue('write-reports', { patternIds: ['p1'] });
  await dateBack('analysis', 'wait');
  expect((await oldestWaiting()).analysis).toBeCloseTo(900, -2);
  await enqueue('ensure-issue', { improvementId: 'i1' }, agoMs);
  expect((await oldestWaiting()).improvement).toBe(0);
  const delayed = await only('improvement', 'delayed');
  await queue.redis.zadd(`${queue.prefix}:improvement:delayed`, (Date.now() - agoMs) * 4_096, delayed);
  expect((await oldestWaiting()).improvement).toBeCloseTo(900, -2);

  await enqueue('pull-stream', examplePullStreamPayload);
  await dateBack('ingest', 'prioritized');
  expect((await oldestWaiting()).ingest).toBeCloseTo(900, -2);
  await queue.redis.lpush(`${queue.prefix}:ingest:active`, 'another');
  expect((await oldestWaiting()).ingest).toBe(0);
});
