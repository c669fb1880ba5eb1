import { expect, test } from 'vitest';
import { foldWrites } from './fold-writes.ts';

const write = (why: string, state: 'done' | 'refused' = 'done') => ({
  action: 'edit_issue' as const,
  state,
  by: 'Refrain',
  why,
  target: 'acme/api#7',
});

test('foldWrites joins consecutive equal writes, and keeps writes with another reason or state apart', () => {
  const writes = [write('news'), write('news'), write('moved'), write('news'), write('news', 'refused')];
  expect(foldWrites(writes).map(({ newest, count }) => [newest.why, count])).toEqual([
    ['news', 2],
    ['moved', 1],
    ['news', 1],
    ['news', 1],
  ]);
  expect(foldWrites([])).toEqual([]);
});
