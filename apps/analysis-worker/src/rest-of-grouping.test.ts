import { expect, test } from 'vitest';
import { findRestMs } from './rest-of-grouping.ts';

test.each([
  ['a second needs no rest', 0, 1_000, 0],
  ['while it runs, its time and five more', 0, 61_000, 361_000],
  ['some of it is over', 100_000, 61_000, 261_000],
  ['all of it is over', 400_000, 61_000, 0],
  ['a clock that was set back costs an hour at most', -10_000_000, 61_000, 3_600_000],
  ['a machine that slept costs an hour at most', 0, 2_147_483_647, 3_600_000],
])('%s', (_, begunMsAgo, tookMs, restMs) => {
  expect(findRestMs({ begunMsAgo, tookMs })).toBe(restMs);
});
