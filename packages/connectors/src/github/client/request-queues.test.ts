import { expect, it } from 'vitest';
import { createQueueGroup, createRetryQueue } from './request-queues.ts';

it('a queue group limits the concurrent requests of each queue independently', async () => {
  const group = createQueueGroup(2);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (id: string, name: string) =>
    group.key(id).schedule(
      {},
      (what: string) => {
        begun.push(what);
        return new Promise<string>((resolve) => ends.push(() => resolve(what)));
      },
      name,
    );
  const answers = [ask('one', 'a'), ask('one', 'b'), ask('one', 'c'), ask('other', 'd')];
  await expect.poll(() => begun).toEqual(['a', 'b', 'd']);
  ends[0]?.();
  await expect.poll(() => begun).toEqual(['a', 'b', 'd', 'c']);
  for (const end of ends) end();
  expect(await Promise.all(answers)).toEqual(['a', 'b', 'c', 'd']);
});

it('a queue continues with the next request after a failure', async () => {
  const queue = createQueueGroup(1).key('one');
  await expect(queue.schedule({}, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  expect(await queue.schedule({}, async () => 'answered')).toBe('answered');
});

it('a retry queue retries a request with the number of attempts and the delays that the plugin returns', async () => {
  const queue = createRetryQueue();
  const asked: unknown[] = [];
  queue.on('failed', async (_error, { args }) => {
    asked.push(args);
    return asked.length < 3 ? 20 : undefined;
  });
  const begunAt = performance.now();
  const fails = (_what: string) => Promise.reject(new Error('slow down'));
  await expect(queue.schedule(fails, 'what')).rejects.toThrow('slow down');
  expect(asked).toEqual([['what'], ['what'], ['what']]);
  expect(performance.now() - begunAt).toBeGreaterThanOrEqual(38);
});

it('a retry queue does not delay other requests while one waits for its retry', async () => {
  const queue = createRetryQueue();
  let tries = 0;
  queue.on('failed', async () => 60_000);
  void queue.schedule(async () => {
    tries += 1;
    throw new Error('slow down');
  });
  await expect.poll(() => tries).toBe(1);
  expect(await queue.schedule(async () => 'answered')).toBe('answered');
});
