import type { BackfillProgress } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createBackfillProgressStream } from './backfill-routes.ts';

test('all clients of a progress stream share one poll', async () => {
  const polled: string[] = [];
  const follow = createBackfillProgressStream(
    {
      async readProgress(connectionId) {
        polled.push(connectionId);
        return { connectionId, state: polled.length < 3 ? 'running' : 'done', pending: 0 } as BackfillProgress;
      },
    },
    5,
  );
  const { signal } = new AbortController();
  const states = async (id: string) => {
    const states: unknown[] = [];
    for await (const { data } of follow(id, signal)) states.push((data as BackfillProgress).state);
    return states;
  };
  expect(await Promise.all([1, 2, 3, 4].map(() => states('c1')))).toEqual(Array(4).fill(['running', 'done']));
  expect(polled).toEqual(['c1', 'c1', 'c1']);
});
