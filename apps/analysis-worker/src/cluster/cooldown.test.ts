import { expect, test } from 'vitest';
import { findRemainingCooldownMs } from './cooldown.ts';

test.each([
  ['a clustering of four seconds needs no cooldown', 0, 4_000, 0],
  ['while it runs, its time and five more', 0, 62_000, 352_000],
  ['some of it is over', 100_000, 62_000, 252_000],
  ['all of it is over', 400_000, 62_000, 0],
  ['a clock that was set back costs nothing', -10_000_000, 62_000, 0],
  ['a machine that slept for days needs no more rest', 2_147_483_647, 2_147_483_647, 0],
  ['while the next one runs, an hour at a time', 0, 2_147_483_647, 3_600_000],
  ['two at most, should it never end', 7_200_000, 2_147_483_647, 0],
  ['what takes a quarter of an hour rests for one', 900_000, 900_000, 3_600_000],
])('%s', (_, begunMsAgo, tookMs, cooldownMs) => {
  expect(findRemainingCooldownMs({ begunMsAgo, tookMs })).toBe(cooldownMs);
});
