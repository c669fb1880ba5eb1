import { expect, test } from 'vitest';
import { groupDigestsByPeriod, groupDigestsByYear } from './group-digests.ts';

const none = { new: 0, returned: 0, rising: 0, falling: 0, quiet: 0 };
const digest = (name: string, from: string, change: object = {}) => ({
  id: `${name} ${from}`,
  title: name,
  scope: { kind: 'service' as const, name },
  period: { kind: 'week' as const, from: `${from}T00:00:00.000Z`, until: `${from}T23:00:00.000Z` },
  episodes: 0,
  episodesBefore: 0,
  impactHours: null,
  impactHoursBefore: null,
  asOf: from,
  createdAt: from,
  changes: none,
  news: [],
  fixes: 0,
  costliest: [],
  fixVerdicts: { verified: 0, recurred: 0 },
  ...change,
});

const summarise = (groups: ReturnType<typeof groupDigestsByPeriod>) =>
  groups.map(({ organisation, listed, quiet }) => [
    organisation?.title ?? null,
    listed.map(({ title }) => title),
    quiet.map(({ title }) => title),
  ]);

test('groupDigestsByPeriod lists the services with most impact first, and folds those that have nothing to say', () => {
  const digests = [
    digest('All', '2026-11-23', { episodes: 1, scope: { kind: 'organisation' } }),
    digest('a', '2026-11-23', { episodes: 1 }),
    digest('b', '2026-11-23', { changes: { ...none, quiet: 1 } }),
    digest('c', '2026-11-23', { changes: { ...none, returned: 1 }, impactHours: 1 }),
    digest('d', '2026-11-23', { episodes: 3, impactHours: 5 }),
    digest('e', '2026-11-16', { fixes: 1 }),
  ];
  expect(summarise(groupDigestsByPeriod(digests))).toEqual([
    ['All', ['d', 'c'], ['a', 'b']],
    [null, ['e'], []],
  ]);
});

test('groupDigestsByPeriod lists a team with two hours and a large share of the impact, although it had one episode', () => {
  const groupWithImpact = (hours: number) =>
    summarise(
      groupDigestsByPeriod([
        digest('All', '2026-11-23', { impactHours: hours, scope: { kind: 'organisation' } }),
        digest('a', '2026-11-23', { episodes: 1, impactHours: 2 }),
        digest('b', '2026-11-23', { episodes: 1, impactHours: 1.9 }),
      ]),
    );
  expect(groupWithImpact(3.9)).toEqual([['All', ['a'], ['b']]]);
  expect(groupWithImpact(16)).toEqual([['All', [], ['a', 'b']]]);
});

test('groupDigestsByYear lists the weeks of a service with two hours of impact', () => {
  const weeks = [digest('a', '2026-11-23', { impactHours: 2 }), digest('b', '2026-11-16', { impactHours: 1.9 })];
  expect(summarise(groupDigestsByYear(weeks))).toEqual([[null, ['a'], ['b']]]);
});

test('groupDigestsByYear lists the weeks the weeks of one service by year, newest first', () => {
  const weeks = ['2026-11-23', '2026-11-16', '2025-11-17'].map((from) => digest(from, from, { fixes: 1 }));
  const groups = groupDigestsByYear(weeks);
  expect(groups.map(({ title }) => title)).toEqual(['Weeks of 2026', 'Weeks of 2025']);
  expect(summarise(groups)[0]).toEqual([null, ['2026-11-23', '2026-11-16'], []]);
});
