import { expect, test } from 'vitest';
import { foldQuietDigests, startsPeriod } from './fold-quiet-digests.ts';

const none = { new: 0, returned: 0, rising: 0, falling: 0, quiet: 0 };
const digest = (name: string, from: string, change: object = {}) => ({
  id: `${name} ${from}`,
  title: name,
  scope: { kind: 'service' as const, name },
  period: { kind: 'week' as const, from, until: from },
  episodes: 0,
  episodesBefore: 0,
  impactHours: null,
  impactHoursBefore: null,
  asOf: from,
  createdAt: from,
  changes: none,
  fixes: 0,
  ...change,
});

const summarise = (rows: ReturnType<typeof foldQuietDigests>) =>
  rows.map((row) => (row.kind === 'digest' ? row.digest.title : row.digests.map(({ title }) => title)));

test('foldQuietDigests folds the digests of a period that have nothing to say into one row below the others', () => {
  const digests = [
    digest('All', '2026-11-23', { episodes: 1, scope: { kind: 'organisation' } }),
    digest('a', '2026-11-23', { episodes: 1 }),
    digest('b', '2026-11-23'),
    digest('c', '2026-11-23', { changes: { ...none, returned: 1 } }),
    digest('d', '2026-11-16', { fixes: 1 }),
    digest('e', '2026-11-16'),
    digest('f', '2026-11-16', { episodes: 3 }),
  ];
  const rows = foldQuietDigests(digests);
  expect(summarise(rows)).toEqual(['All', 'c', ['a', 'b'], 'd', 'f', ['e']]);
  expect(rows.map((_, at) => startsPeriod(rows, at))).toEqual([true, false, false, true, false, false]);
});

test('foldQuietDigests folds the quiet weeks of one service', () => {
  const weeks = ['2026-11-23', '2026-11-16', '2026-11-09'].map((from) => digest('a', from));
  expect(summarise(foldQuietDigests(weeks))).toEqual([['a', 'a', 'a']]);
});
