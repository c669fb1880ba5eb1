import type { PatternReport } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describeSignificantRateIncrease } from './describe-significant-rate-increase.ts';

const asOf = Date.parse('2026-12-01T00:00:00.000Z');
const ago = (days: number) => new Date(asOf - days * 86_400_000).toISOString();

/**
 * Compares the last 60 days with the 300 days before.
 * @param days for each episode, how many days ago the episode began
 */
function rise(days: readonly number[], dispersion = 1, observedFrom = ago(900)) {
  const members = days.flatMap((day, place) =>
    [day, day - 0.1].map((at) => ({ episodeId: `e${place}`, occurredAt: ago(at) })),
  );
  const measurement = { trend: { dispersion, observedFrom } };
  const report = { members, measurement, asOf: ago(0) } as unknown as PatternReport;
  return describeSignificantRateIncrease(report, ago(360), ago(60));
}

test('describeSignificantRateIncrease describes a significant increase and states the expected number of episodes', () => {
  expect(rise([350, 200, 50, 40, 30, 20, 10, 5])).toBe(
    'There have been 6 episodes in the 60 days since 2 Oct 2026, where 0.4 were to be expected at the earlier rate.',
  );
});

test('describeSignificantRateIncrease returns null if chance or one burst explains an increase', () => {
  expect(rise([350, 300, 250, 200, 150, 100, 50, 40, 30])).toBeNull();
  expect(rise([50, 40])).toBeNull();
  expect(rise([350, 50, 49, 48, 47], 4)).toBeNull();
  expect(rise([350, 300, 250, 200, 150])).toBeNull();
});

test('describeSignificantRateIncrease counts an episode by the time of its first failure', () => {
  expect(rise([60.05, 60.05, 60.05, 60.05, 60.05])).toBeNull();
});

test('describeSignificantRateIncrease does not count days before the pattern was observed', () => {
  const days = [100, 80, 55, 45, 35, 25, 15];
  expect(rise(days)).toMatch(/5 episodes in the 60 days since .*, where 0\.4 were/u);
  expect(rise(days, 1, ago(110))).toBeNull();
  expect(rise([55, 45, 35, 25, 15], 1, ago(50))).toBeNull();
});
