import type { Producer } from '@refrain/jobs';
import { expect, test, vi } from 'vitest';
import { createParseJobEnqueuer } from './enqueue-stored.ts';

test('enqueues the first stored record immediately, and the following records in a few jobs', async () => {
  const jobs: string[][] = [];
  const producer: Pick<Producer, 'enqueueMany'> = {
    async enqueueMany(_name, payloads) {
      for (const payload of payloads) jobs.push((payload as { inboxIds: string[] }).inboxIds);
    },
  };
  const enqueue = createParseJobEnqueuer({
    producer,
    onError: (error) => expect.unreachable(error.message),
  });
  const ids = Array.from({ length: 60 }, (_, at) => String(at));
  for (const start of [0, 20, 40]) {
    for (const id of ids.slice(start, start + 20)) {
      enqueue([{ id, connectionId: 'one' }]);
      if (id === '0') expect(jobs).toEqual([['0']]);
    }
    await vi.waitFor(() => expect(jobs.flat()).toEqual(ids.slice(0, start + 20)), { timeout: 30_000 });
  }
  // Each of the three rounds above enqueues at most two jobs: one for the first record, and one for all other records.
  expect(jobs.length).toBeLessThanOrEqual(6);
});
