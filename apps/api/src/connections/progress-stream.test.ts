import type { BackfillProgress } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createProgressStream } from './progress-stream.ts';

test('all who follow one backfill are told by one look', async () => {
  const asked: string[] = [];
  const follow = createProgressStream(
    {
      async readProgress(connectionId) {
        asked.push(connectionId);
        return { connectionId, state: asked.length < 3 ? 'running' : 'done', pending: 0 } as BackfillProgress;
      },
    },
    5,
  );
  const { signal } = new AbortController();
  const states = async (id: string) => {
    const told: unknown[] = [];
    for await (const { data } of follow(id, signal)) told.push((data as BackfillProgress).state);
    return told;
  };
  expect(await Promise.all([1, 2, 3, 4].map(() => states('c1')))).toEqual(Array(4).fill(['running', 'done']));
  expect(asked).toEqual(['c1', 'c1', 'c1']);
});
