import { dayInMs } from '@refrain/domain';
import { expect, test } from 'vitest';
import { type ChangeTimes, weighSimilarChanges } from './weigh-similar-changes.ts';

const now = 1_000 * dayInMs;
const taken: ChangeTimes[] = [
  { at: now, failedAt: now },
  { at: now - 180 * dayInMs, failedAt: null },
  { at: now, failedAt: null },
];
const weigh = (cosines: readonly (readonly [number, number])[]) =>
  weighSimilarChanges(
    (each) => {
      for (const [number, cosine] of cosines) each(number, cosine);
    },
    taken,
    0.1,
    now,
  );

test('weighSimilarChanges weighs similar changes by squared cosine and age, and counts the base rate as one more change', () => {
  const { logOdds, failedWeights: behind } = weigh([
    [0, 0.8],
    [1, 1],
  ]);
  expect([...behind]).toEqual([[0, expect.closeTo(0.64, 9)]]);
  expect(logOdds).toBeCloseTo(Math.log((0.64 + 0.1) / (0.64 + 0.5 + 1) / 0.1), 9);
});

test('weighSimilarChanges returns log odds of 0 without similar changes, and below 0 if no similar change failed', () => {
  expect(weigh([]).logOdds).toBeCloseTo(0, 12);
  expect(weigh([[2, 1]]).logOdds).toBeCloseTo(Math.log(0.5), 9);
});
