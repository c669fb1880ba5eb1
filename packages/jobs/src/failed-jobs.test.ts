import { AppError } from '@refrain/domain';
import { expect, test } from 'vitest';
import { examplePullStreamPayload, openQueueUnderTest, retryUntilPassing } from './queue-under-test.ts';

const queue = openQueueUnderTest(12);

test('a job is retried after a retryable error, but not after a permanent error', async () => {
  const runs = { unavailable: 0, not_found: 0 };
  await queue.work({
    'detect-failures': async () => {
      if (++runs.unavailable < 2) throw new AppError('unavailable', 'PostgreSQL is down');
    },
    'pull-stream': async () => {
      runs.not_found += 1;
      throw new AppError('not_found', 'The repository is gone');
    },
  });
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  await queue.producer.enqueue('detect-failures', { connectionId: 'c1', repository: 'acme/api' });
  await retryUntilPassing(() => expect(runs.unavailable).toBe(2));
  await queue.untilIdle();
  expect(runs).toEqual({ unavailable: 2, not_found: 1 });
  const errors = queue.errors.map(({ code, name, attempts }) => ({ code, name, attempts }));
  expect(errors.sort((a, b) => (a.code < b.code ? -1 : 1))).toEqual([
    { code: 'not_found', name: 'pull-stream', attempts: 1 },
    { code: 'unavailable', name: 'detect-failures', attempts: 1 },
  ]);
  expect((await queue.producer.counts()).ingest.failed).toBe(1);
});

test('a job that failed permanently can be enqueued again', async () => {
  let runs = 0;
  await queue.work({
    'pull-stream': async () => {
      runs += 1;
      throw new AppError('not_found', 'The repository is gone');
    },
  });
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  await retryUntilPassing(async () => expect((await queue.producer.counts()).ingest.failed).toBe(1));
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  await retryUntilPassing(async () => expect((await queue.producer.counts()).ingest.failed).toBe(2));
  expect(runs).toBe(2);
});

test("a job is retried after the time in the provider's Retry-After, not after its own backoff", async () => {
  const runsAt: number[] = [];
  const rateLimited = (retryAfterSeconds: number) =>
    new AppError('rate_limited', 'Wait', { context: { retryAfterSeconds } });
  await queue.work({
    'pull-stream': async ({ stream: name }) => {
      if (name === 'pulls:acme/later') throw rateLimited(300);
      runsAt.push(performance.now());
      if (runsAt.length === 1) throw rateLimited(0.2);
    },
  });
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  await retryUntilPassing(() => expect(runsAt).toHaveLength(2));
  expect((runsAt[1] ?? 0) - (runsAt[0] ?? 0)).toBeGreaterThan(150);

  await queue.producer.enqueue('pull-stream', { ...examplePullStreamPayload, stream: 'pulls:acme/later' });
  const delayed = `${queue.prefix}:ingest:delayed`;
  await retryUntilPassing(async () => expect(await queue.redis.zcard(delayed)).toBe(1));
  const [id] = await queue.redis.zrange(delayed, '0', '-1');
  expect(await queue.redis.hget(`${queue.prefix}:ingest:${id}`, 'delay')).toBe('300000');
});

test('Redis stores the error code and message of a failed job, but neither the cause nor the stack', async () => {
  await queue.work({
    'pull-stream': async () => {
      throw new AppError('credential_rejected', 'GitHub refuses the credential', {
        cause: new Error('token ghp_secret1'),
      });
    },
    'detect-failures': async () => {
      throw Object.assign(new TypeError('Authorization: ghp_secret2'), { code: 1 });
    },
  });
  await queue.producer.enqueue('pull-stream', examplePullStreamPayload);
  await queue.producer.enqueue('detect-failures', { connectionId: 'c1', repository: 'acme/api' });
  await retryUntilPassing(() => expect(queue.errors).toHaveLength(2));
  const everything: string[] = [];
  for (const key of await queue.redis.keys('*')) {
    if ((await queue.redis.type(key)) === 'hash') everything.push(...Object.values(await queue.redis.hgetall(key)));
    if ((await queue.redis.type(key)) === 'stream')
      everything.push(JSON.stringify(await queue.redis.xrange(key, '-', '+')));
  }
  const text = everything.join('\n');
  expect(text).toContain('credential_rejected: GitHub refuses the credential');
  expect(text).toContain('internal: unexpected error');
  expect(text).not.toContain('ghp_secret');
  expect(text).not.toContain('failed-jobs.test');
});

test('producer and worker both refuse an invalid payload', async () => {
  await expect(queue.producer.enqueue('parse-records', { connectionId: 'c1', inboxIds: [] })).rejects.toMatchObject({
    code: 'invalid_input',
  });
  let runs = 0;
  await queue.work({ 'pull-stream': async () => void runs++ });
  const stored = await queue.redis.incr(`${queue.prefix}:ingest:id`);
  await queue.redis.hset(`${queue.prefix}:ingest:${stored}`, {
    name: 'pull-stream',
    data: JSON.stringify({ connectionId: 7, stream: 'x' }),
    opts: JSON.stringify({ attempts: 3 }),
    timestamp: Date.now(),
    delay: 0,
    priority: 0,
  });
  await queue.redis.lpush(`${queue.prefix}:ingest:wait`, stored);
  await queue.producer.enqueue('detect-failures', { connectionId: 'c1', repository: 'acme/api' });
  await retryUntilPassing(() => expect(queue.errors).toHaveLength(1));
  expect(queue.errors[0]).toMatchObject({ code: 'invalid_input', name: 'pull-stream', attempts: 1 });
  expect(queue.errors[0]?.message).toContain('connectionId');
  expect(runs).toBe(0);
});

test('erasing a name removes every job that contains the name from Redis, in any state, and no other job', async () => {
  const { producer, redis, prefix } = queue;
  await queue.work({
    'pull-stream': async ({ stream: name }) => {
      throw new AppError('not_found', `${name} is gone`);
    },
  });
  await producer.enqueue('pull-stream', { connectionId: 'c1', stream: 'pulls:acme/Zebra' });
  await producer.enqueue('pull-stream', { connectionId: 'c1', stream: 'pulls:acme/kept' });
  await retryUntilPassing(async () => expect((await producer.counts()).ingest.failed).toBe(2));
  await queue.close();
  await producer.enqueue('detect-failures', { connectionId: 'c1', repository: 'acme/zebra' });
  await producer.enqueue('check-pull', { connectionId: 'c1', repository: 'acme/zebra', number: 1 });
  await producer.enqueue('sync-stream', { connectionId: 'c1', stream: 'pulls:acme/kept' });
  const readAll = async () => {
    const texts: string[] = [];
    for (const key of await redis.keys(`${prefix}:*`)) {
      const type = await redis.type(key);
      texts.push(key);
      if (type === 'hash') texts.push(JSON.stringify(await redis.hgetall(key)));
      if (type === 'string') texts.push(String(await redis.get(key)));
      if (type === 'stream') texts.push(JSON.stringify(await redis.xrange(key, '-', '+')));
      if (type === 'list') texts.push(JSON.stringify(await redis.lrange(key, 0, -1)));
      if (type === 'zset') texts.push(JSON.stringify(await redis.zrange(key, '0', '-1')));
    }
    return texts.join('\n').toLowerCase();
  };
  expect(await readAll()).toContain('acme/zebra');
  expect(await producer.removeNaming(['ACME/zebra'])).toBe(3);
  const left = await readAll();
  expect(left).not.toContain('acme/zebra');
  expect(left).toContain('acme/kept');
  expect(await producer.removeNaming(['acme/zebra'])).toBe(0);
});
