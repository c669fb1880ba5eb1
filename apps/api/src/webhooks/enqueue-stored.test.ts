import { setTimeout as wait } from 'node:timers/promises';
import type { Producer } from '@refrain/jobs';
import { expect, test, vi } from 'vitest';
import { createEnqueueStored } from './enqueue-stored.ts';

test('after a rest what is stored is queued at once; of a stream many are read by one job, and none is left out', async () => {
  const jobs: string[][] = [];
  const producer: Pick<Producer, 'enqueueMany'> = {
    async enqueueMany(_name, payloads) {
      for (const payload of payloads) jobs.push((payload as { inboxIds: string[] }).inboxIds);
    },
  };
  const enqueue = createEnqueueStored({
    producer,
    onError: (error) => expect.unreachable(error.message),
  });
  const ids = Array.from({ length: 60 }, (_, at) => String(at));
  for (const id of ids) {
    enqueue([{ id, connectionId: 'one' }]);
    if (id === '0') expect(jobs).toEqual([['0']]);
    await wait(5);
  }
  await vi.waitFor(() => expect(jobs.flat()).toEqual(ids));
  expect(jobs.length).toBeLessThan(15);
});
