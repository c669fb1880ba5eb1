import { expect, test } from 'vitest';
import { countUnassigned, describeConcentration, describeUnassignedImpact } from './describe-concentration.ts';

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

test('the impact in no pattern is named if it is most of the impact', () => {
  const describe = (impactHours: number | null, unassignedHours: number) =>
    describeUnassignedImpact({ figures: { impactHours, unassignedHours } as Overview['figures'] });
  expect(describe(71, 49)).toBe('49\u00a0h of it are in no pattern.');
  expect(describe(71, 20)).toBeNull();
  expect(describe(null, 0)).toBeNull();
});

test('the episodes in no pattern are counted unless they are a small part', () => {
  const countOf = (episodes: number, unassigned: number, unassignedHours: number) =>
    countUnassigned({ figures: { episodes, unassigned, unassignedHours } as Overview['figures'] });
  expect(countOf(34, 13, 27)).toBe('13 of 34 episodes (27\u00a0h of impact)');
  expect(countOf(34, 13, 0)).toBe('13 of 34 episodes');
  expect(countOf(34, 1, 27)).toBeNull();
  expect(countOf(0, 0, 0)).toBeNull();
});
