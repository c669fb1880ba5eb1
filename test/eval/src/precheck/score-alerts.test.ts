import { dayInMs } from '@refrain/domain';
import { createRandomStream } from '@refrain/sample-org';
import { expect, test } from 'vitest';
import { type ScoredChange, scoreAlerts } from './score-alerts.ts';

/** 400 changes in 100 blocks of four weeks: 40 failed, 20 have a warning, 10 of these failed, and 20 have no score. */
const tried = Array.from({ length: 400 }, (_, at): ScoredChange => {
  const rank = at % 20 === 0 ? 0.05 : at % 20 === 1 ? null : 0.5;
  return { at: Math.floor(at / 4) * 28 * dayInMs, rank, hasFailed: [0, 3, 13, 23].includes(at % 40) };
});

test('the lift is the precision of the warnings divided by the base rate', () => {
  const score = scoreAlerts(tried, 0.05, createRandomStream('a'));
  expect(score).toMatchObject({ achieved: 0.05, warned: 20, hits: 10, precision: 0.5, recall: 0.25, lift: 5 });
  const [low, high] = score.liftInterval ?? [0, 0];
  expect(low).toBeLessThan(5);
  expect(high).toBeGreaterThan(5);
  expect(low).toBeGreaterThan(1);
});

test('the lift is null if there are no warnings', () => {
  expect(scoreAlerts(tried, 0.01, createRandomStream('a'))).toMatchObject({
    warned: 0,
    precision: null,
    lift: null,
    recall: 0,
  });
});
