import { expect, test } from 'vitest';
import { catalogue, queueNames, retryDelayMs } from './catalogue.ts';

test('names of queues and jobs hold no colon', () => {
  expect([...queueNames, ...Object.keys(catalogue)].filter((name) => name.includes(':'))).toEqual([]);
});

test('the waiting time doubles, has jitter and a bound', () => {
  expect([1, 2, 3].map((attempt) => retryDelayMs(1_000, attempt, null, 0))).toEqual([500, 1_000, 2_000]);
  expect(retryDelayMs(1_000, 1, null, 0.999)).toBeGreaterThan(990);
  expect(retryDelayMs(1_000, 60, null, 1)).toBe(600_000);
});

test("a provider's waiting time goes first, up to a bound", () => {
  expect(retryDelayMs(1_000, 1, 42, 0.5)).toBe(42_000);
  expect(retryDelayMs(1_000, 1, 1e9, 0.5)).toBe(65 * 60_000);
});
