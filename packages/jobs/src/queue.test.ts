import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@refrain/domain';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { createProducer, type Producer } from './producer.ts';
import { type HandlersFor, startWorker, type Worker } from './worker.ts';

/** A database of this file's own: some tests empty it. */
const redisUrl = new URL('/15', inject('redisUrl')).href;
const prefix = 'refrain-jobs-test';
const nothingToDo = async () => {};
const idle: HandlersFor<'ingest'> = {
  'pull-stream': nothingToDo,
  'normalise-records': nothingToDo,
  'detect-failures': nothingToDo,
  reconcile: nothingToDo,
  'sync-connections': nothingToDo,
  'suggest-catalogue': nothingToDo,
  'sync-stream': nothingToDo,
  'read-catalogue': nothingToDo,
  'watch-connections': nothingToDo,
  'watch-connection': nothingToDo,
  'audit-stream': nothingToDo,
  'expire-payloads': nothingToDo,
};
const stream = { connectionId: 'c1', stream: 'pulls:acme/api' };

let redis: Redis;
let producer: Producer;
let worker: Worker | null;
let errors: { code: string; message: string; name: string; attempts: number }[];

beforeEach(async () => {
  redis = new Redis(redisUrl);
  await redis.flushdb();
  producer = createProducer({ redisUrl, prefix });
  worker = null;
  errors = [];
});

afterEach(async () => {
  await worker?.close();
  await producer.close();
  redis.disconnect();
});

async function work(handlers: Partial<HandlersFor<'ingest'>>, concurrency = 4): Promise<void> {
  worker = await startWorker({
    redisUrl,
    prefix,
    queue: 'ingest',
    handlers: { ...idle, ...handlers },
    concurrency,
    onError: ({ code, message }, { name, attempts }) => errors.push({ code, message, name, attempts }),
  });
}

async function untilIdle(): Promise<void> {
  await vi.waitFor(
    async () => {
      const { ingest } = await producer.counts();
      expect(ingest).toMatchObject({ waiting: 0, active: 0, delayed: 0 });
    },
    { timeout: 20_000, interval: 20 },
  );
}

test('a job that waits already is not queued twice, another key is', async () => {
  await producer.enqueueMany('pull-stream', [stream, stream, { ...stream, stream: 'pulls:acme/web' }]);
  await producer.enqueue('pull-stream', stream);
  expect((await producer.counts()).ingest.waiting).toBe(2);
  const done: string[] = [];
  await work({ 'pull-stream': async (payload) => void done.push(payload.stream) });
  await untilIdle();
  expect(done.sort()).toEqual(['pulls:acme/api', 'pulls:acme/web']);
  expect((await producer.counts()).ingest.completed).toBe(0);
});

test('what is stored is worked on before more is taken in', async () => {
  const order: string[] = [];
  await producer.enqueue('pull-stream', stream);
  await producer.enqueue('normalise-records', { connectionId: 'c1', inboxIds: ['1'] });
  await work(
    {
      'pull-stream': async () => void order.push('pull'),
      'normalise-records': async () => void order.push('normalise'),
    },
    1,
  );
  await untilIdle();
  expect(order).toEqual(['normalise', 'pull']);
});

test('a job that asks for itself again runs again, and never beside itself', async () => {
  let runs = 0;
  let running = 0;
  let most = 0;
  await work({
    'pull-stream': async (payload) => {
      most = Math.max(most, ++running);
      if (++runs < 5) await producer.enqueue('pull-stream', payload);
      await sleep(5);
      running -= 1;
    },
  });
  await producer.enqueue('pull-stream', stream);
  await vi.waitFor(() => expect(runs).toBe(5));
  await untilIdle();
  expect({ runs, most }).toEqual({ runs: 5, most: 1 });
});

test('a job may put itself off; until then it is asked for in vain', async () => {
  const runs: number[] = [];
  await work({
    'pull-stream': async (payload) => {
      runs.push(performance.now());
      if (runs.length === 1) await producer.enqueue('pull-stream', payload, 400);
    },
  });
  await producer.enqueue('pull-stream', stream);
  await vi.waitFor(async () => expect((await producer.counts()).ingest.delayed).toBe(1));
  await producer.enqueueMany('pull-stream', [stream, stream]);
  await untilIdle();
  const [first = 0, second = 0, ...more] = runs;
  expect(second - first).toBeGreaterThanOrEqual(390);
  expect(more).toEqual([]);
});

test('debounced jobs become one, and one that arrives during the run leads to another run', async () => {
  let runs = 0;
  await work({
    'detect-failures': async (payload) => {
      runs += 1;
      if (runs > 1) return;
      await producer.enqueueMany('detect-failures', [payload, payload, payload]);
    },
  });
  const wanted = { connectionId: 'c1', repository: 'acme/api' };
  await producer.enqueueMany('detect-failures', [wanted, wanted, wanted]);
  await producer.enqueue('detect-failures', wanted);
  expect(runs).toBe(0);
  await vi.waitFor(() => expect(runs).toBe(2), { timeout: 10_000 });
  await untilIdle();
  expect(runs).toBe(2);
});

test('an error that may pass is tried again, one that will not pass is not', async () => {
  const runs = { unavailable: 0, not_found: 0 };
  await work({
    'detect-failures': async () => {
      if (++runs.unavailable < 2) throw new AppError('unavailable', 'PostgreSQL is away');
    },
    'pull-stream': async () => {
      runs.not_found += 1;
      throw new AppError('not_found', 'The repository is gone');
    },
  });
  await producer.enqueue('pull-stream', stream);
  await producer.enqueue('detect-failures', { connectionId: 'c1', repository: 'acme/api' });
  await vi.waitFor(() => expect(runs.unavailable).toBe(2), { timeout: 10_000 });
  await untilIdle();
  expect(runs).toEqual({ unavailable: 2, not_found: 1 });
  expect(errors.map(({ code, name, attempts }) => ({ code, name, attempts }))).toEqual([
    { code: 'not_found', name: 'pull-stream', attempts: 1 },
    { code: 'unavailable', name: 'detect-failures', attempts: 1 },
  ]);
  expect((await producer.counts()).ingest.failed).toBe(1);
});

test('a job that failed for good can be queued again', async () => {
  let runs = 0;
  await work({
    'pull-stream': async () => {
      runs += 1;
      throw new AppError('not_found', 'The repository is gone');
    },
  });
  await producer.enqueue('pull-stream', stream);
  await vi.waitFor(async () => expect((await producer.counts()).ingest.failed).toBe(1));
  await producer.enqueue('pull-stream', stream);
  await vi.waitFor(async () => expect((await producer.counts()).ingest.failed).toBe(2));
  expect(runs).toBe(2);
});

test("a provider's waiting time is kept", async () => {
  const at: number[] = [];
  await work({
    'pull-stream': async () => {
      at.push(performance.now());
      if (at.length === 1) throw new AppError('rate_limited', 'Wait', { context: { retryAfterSeconds: 0.2 } });
    },
  });
  await producer.enqueue('pull-stream', stream);
  await vi.waitFor(() => expect(at).toHaveLength(2));
  const waited = (at[1] ?? 0) - (at[0] ?? 0);
  expect(waited).toBeGreaterThan(150);
  expect(waited).toBeLessThan(900);
});

test('Redis keeps code and message of a failed job, no cause and no stack', async () => {
  await work({
    'pull-stream': async () => {
      throw new AppError('credential_rejected', 'GitHub refuses the credential', {
        cause: new Error('token ghp_secret1'),
      });
    },
    'detect-failures': async () => {
      throw Object.assign(new TypeError('Authorization: ghp_secret2'), { code: 1 });
    },
  });
  await producer.enqueue('pull-stream', stream);
  await producer.enqueue('detect-failures', { connectionId: 'c1', repository: 'acme/api' });
  await vi.waitFor(() => expect(errors).toHaveLength(2), { timeout: 10_000 });
  const everything: string[] = [];
  for (const key of await redis.keys('*')) {
    if ((await redis.type(key)) === 'hash') everything.push(...Object.values(await redis.hgetall(key)));
    if ((await redis.type(key)) === 'stream') everything.push(JSON.stringify(await redis.xrange(key, '-', '+')));
  }
  const text = everything.join('\n');
  expect(text).toContain('credential_rejected: GitHub refuses the credential');
  expect(text).toContain('internal: unexpected error');
  expect(text).not.toContain('ghp_secret');
  expect(text).not.toContain('queue.test');
});

test('a wrong payload is refused on both sides', async () => {
  await expect(producer.enqueue('normalise-records', { connectionId: 'c1', inboxIds: [] })).rejects.toMatchObject({
    code: 'invalid_input',
  });
  let runs = 0;
  await work({ 'pull-stream': async () => void runs++ });
  const stored = await redis.incr(`${prefix}:ingest:id`);
  await redis.hset(`${prefix}:ingest:${stored}`, {
    name: 'pull-stream',
    data: JSON.stringify({ connectionId: 7, stream: 'x' }),
    opts: JSON.stringify({ attempts: 3 }),
    timestamp: Date.now(),
    delay: 0,
    priority: 0,
  });
  await redis.lpush(`${prefix}:ingest:wait`, stored);
  await producer.enqueue('detect-failures', { connectionId: 'c1', repository: 'acme/api' });
  await vi.waitFor(() => expect(errors).toHaveLength(1), { timeout: 10_000 });
  expect(errors[0]).toMatchObject({ code: 'invalid_input', name: 'pull-stream', attempts: 1 });
  expect(errors[0]?.message).toContain('connectionId');
  expect(runs).toBe(0);
});

test('work goes on after Redis was emptied, its scripts forgotten and its connections cut', async () => {
  let pulls = 0;
  let reconciled = 0;
  await work({
    'pull-stream': async () => void pulls++,
    reconcile: async () => void reconciled++,
  });
  await producer.schedule('reconcile', 200);
  await producer.enqueue('pull-stream', stream);
  await vi.waitFor(() => expect(reconciled).toBeGreaterThan(1));
  await vi.waitFor(() => expect(pulls).toBe(1));

  await redis.flushdb();
  await redis.script('FLUSH');
  const clients = (await redis.client('LIST')) as string;
  const own = await redis.client('ID');
  for (const [, id] of clients.matchAll(/^id=(\d+) .* db=5 /gmu)) {
    if (id !== String(own)) await redis.client('KILL', 'ID', id ?? '');
  }
  await producer.schedule('reconcile', 200);
  const before = reconciled;
  await producer.enqueue('pull-stream', stream);
  await vi.waitFor(() => expect(pulls).toBe(2), { timeout: 10_000 });
  await vi.waitFor(() => expect(reconciled).toBeGreaterThan(before + 1), { timeout: 10_000 });
});

test('a schedule that is there is not pushed back by asking for it again, and is not counted as work', async () => {
  let reconciled = 0;
  await work({ reconcile: async () => void reconciled++ });
  for (let ask = 0; ask < 12; ask += 1) {
    await producer.schedule('reconcile', 300);
    await sleep(100);
  }
  expect(reconciled).toBeGreaterThanOrEqual(3);
  expect(reconciled).toBeLessThanOrEqual(6);
  await untilIdle();
});

test('many jobs at a time that wait for their signals are no leak of listeners', async () => {
  const warnings: string[] = [];
  const note = ({ message }: Error) => void warnings.push(message);
  process.on('warning', note);
  let waiting = 0;
  await work(
    {
      'pull-stream': async (_payload, signal) => {
        waiting += 1;
        while (waiting < 12) await sleep(20, undefined, { signal });
      },
    },
    12,
  );
  const streams = Array.from({ length: 12 }, (_, index) => ({ ...stream, stream: `pulls:acme/${index}` }));
  await producer.enqueueMany('pull-stream', streams);
  await vi.waitFor(() => expect(waiting).toBe(12), { timeout: 10_000 });
  await untilIdle();
  process.off('warning', note);
  expect(warnings.filter((text) => text.includes('listeners'))).toEqual([]);
});

test('closing a worker aborts what does not end by itself', { timeout: 15_000 }, async () => {
  let aborted = false;
  await work({
    'pull-stream': (_payload, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          aborted = true;
          resolve();
        });
      }),
  });
  await producer.enqueue('pull-stream', stream);
  await vi.waitFor(async () => expect((await producer.counts()).ingest.active).toBe(1));
  await worker?.close();
  worker = null;
  expect(aborted).toBe(true);
});
