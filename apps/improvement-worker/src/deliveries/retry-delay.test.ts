import { hourInMs } from '@refrain/domain';
import { expect, test } from 'vitest';
import { findRetryDelayMs } from './retry-delay.ts';

test('ten attempts span a little more than a day, after which the delivery is given up', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempts) => findRetryDelayMs(attempts, null, 0.5) ?? Number.NaN);
  expect(waits.slice(0, 3)).toEqual([10_000, 30_000, 90_000]);
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / hourInMs;
  expect(hours).toBeGreaterThan(24);
  expect(hours).toBeLessThan(30);
  expect(findRetryDelayMs(10, null, 0.5)).toBeNull();
});

test('the delay that the receiver requests is respected up to a limit', () => {
  expect(findRetryDelayMs(1, 120, 0)).toBe(120_000);
  expect(findRetryDelayMs(1, 1, 0)).toBe(8_750);
  expect(findRetryDelayMs(1, 1e9, 0)).toBe(6 * hourInMs);
});
