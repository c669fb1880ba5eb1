import { expect, test } from 'vitest';
import { describeConcentration, formatUnassignedImpact } from './describe-concentration.ts';

type Overview = Parameters<typeof describeConcentration>[0];

const describe = (impactHours: number | null, hours: readonly number[], episodes: readonly number[] = []) =>
  describeConcentration({
    figures: { episodes: 40, impactHours },
    worst: {
      byImpact: hours.map((each) => ({ impactHours: each })),
      byEpisodes: episodes.map((each) => ({ episodes: each })),
    },
  } as unknown as Overview);

test('the fewest patterns that cause a third of the hours are counted', () => {
  expect(describe(100, [25, 16, 10, 5])).toBe('2 patterns account for 41\u00a0% of the impact (41 of 100\u00a0h).');
  expect(describe(100, [60])).toBe('1 pattern accounts for 60\u00a0% of the impact (60 of 100\u00a0h).');
});

test('nothing is said if no few patterns dominate', () => {
  expect(describe(1_000, [30, 20, 10, 10, 10])).toBeNull();
});

test('without known durations, the episodes are counted', () => {
  expect(describe(null, [], [10, 5])).toBe('2 patterns account for 38\u00a0% of the episodes (15 of 40 episodes).');
});

test('the impact in no pattern is stated unless it is a small part', () => {
  const format = (impactHours: number | null, unassignedHours: number) =>
    formatUnassignedImpact({ figures: { impactHours, unassignedHours } } as Overview);
  expect(format(100, 41)).toBe('41\u00a0h');
  expect(format(100, 4)).toBeNull();
  expect(format(null, 0)).toBeNull();
});
