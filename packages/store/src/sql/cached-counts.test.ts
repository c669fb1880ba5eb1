import { expect, test } from 'vitest';
import { createCountCache } from './cached-counts.ts';

function countsUnderTest(cacheMs: number, tookMs: number) {
  let now = 1;
  let counted = 0;
  const countOf = createCountCache(cacheMs, { now: () => now });
  return {
    wait: (ms: number) => {
      now += ms;
    },
    ask: (filter: object = {}) =>
      countOf(filter, async () => {
        now += tookMs;
        counted += 1;
        return counted;
      }),
    fail: () => countOf({}, () => Promise.reject(new Error('away'))),
  };
}

test('the count cache reuses a slow count until it expires, only for the same filter', async () => {
  const { ask, wait } = countsUnderTest(2_000, 8);
  expect([await ask(), await ask(), await ask({ kind: 'incident' })]).toEqual([1, 1, 2]);
  wait(1_000);
  expect(await ask()).toBe(1);
  wait(1_001);
  expect(await ask()).toBe(3);
});

test('the count cache keeps a count for 200 times as long as the counting took, but at most 20 s', async () => {
  const slow = countsUnderTest(2_000, 50);
  expect([await slow.ask(), slow.wait(9_900), await slow.ask(), slow.wait(200), await slow.ask()]).toEqual(
    [1, undefined, 1, undefined, 2], // 10 s
  );
  const slower = countsUnderTest(2_000, 3_000);
  expect([await slower.ask(), slower.wait(19_900), await slower.ask(), slower.wait(200), await slower.ask()]).toEqual(
    [1, undefined, 1, undefined, 2], // 20 s
  );
});

test('the count cache does not store fast counts, and stores no count if it is disabled', async () => {
  const quick = countsUnderTest(2_000, 1);
  expect([await quick.ask(), quick.wait(2), await quick.ask()]).toEqual([1, undefined, 2]);
  const exact = countsUnderTest(0, 20);
  expect([await exact.ask(), await exact.ask()]).toEqual([1, 2]);
});

test('the count cache shares one count between concurrent callers', async () => {
  const { ask } = countsUnderTest(2_000, 20);
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
});

test('the count cache responds to all callers of 1,200 concurrent counts', async () => {
  const { ask } = countsUnderTest(2_000, 20);
  const asked = Array.from({ length: 1_200 }, (_, until) => ask({ until }));
  expect(new Set(await Promise.all(asked)).size).toBe(1_200);
});

test('the count cache does not store a failed count', async () => {
  const { ask, fail } = countsUnderTest(2_000, 20);
  await expect(fail()).rejects.toThrow('away');
  expect(await ask()).toBe(1);
});
