import { dayInMs } from '@refrain/domain';
import { expect, test } from 'vitest';
import { type AddedChange, weighNeighbours } from './weigh-neighbours.ts';

const now = 1_000 * dayInMs;
const taken: AddedChange[] = [
  { at: now, failedAt: now },
  { at: now - 180 * dayInMs, failedAt: null },
  { at: now, failedAt: null },
];
const weigh = (cosines: readonly (readonly [number, number])[]) =>
  weighNeighbours(
    (each) => {
      for (const [number, cosine] of cosines) each(number, cosine);
    },
    taken,
    0.1,
    now,
  );

test('weighNeighbours weights by squared cosine and age, with the base rate as one more neighbour', () => {
  const { logOdds, similar, failed, behind } = weigh([
    [0, 0.8],
    [1, 1],
  ]);
  expect(similar).toBeCloseTo(0.64 + 0.5, 9);
  expect(failed).toBeCloseTo(0.64, 9);
  expect([...behind]).toEqual([[0, expect.closeTo(0.64, 9)]]);
  expect(logOdds).toBeCloseTo(Math.log((0.64 + 0.1) / (0.64 + 0.5 + 1) / 0.1), 9);
});

test('weighNeighbours returns log-odds of 0 without neighbours, and negative ones if no neighbour failed', () => {
  expect(weigh([]).logOdds).toBeCloseTo(0, 12);
  expect(weigh([[2, 1]]).logOdds).toBeCloseTo(Math.log(0.5), 9);
});
