import { expect, test } from 'vitest';
import { findRestMs } from './rest-of-grouping.ts';

test.each([
  ['two seconds need no rest', 0, 2_000, 0],
  ['while it runs, its time and five more', 0, 62_000, 362_000],
  ['some of it is over', 100_000, 62_000, 262_000],
  ['all of it is over', 400_000, 62_000, 0],
  ['a clock that was set back costs an hour at most', -10_000_000, 62_000, 3_600_000],
  ['a machine that slept costs an hour at most', 0, 2_147_483_647, 3_600_000],
])('%s', (_, begunMsAgo, tookMs, restMs) => {
  expect(findRestMs({ begunMsAgo, tookMs })).toBe(restMs);
});
