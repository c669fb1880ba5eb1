import { expect, test } from 'vitest';
import { selectTellingReports } from './select-telling-reports.ts';

const report = (id: string, day: number, minute: number, episodes: number) => {
  return { id, createdAt: new Date(2026, 10, day, 12, minute).toISOString(), episodes };
};

test('selectTellingReports keeps one of several reports of a day with the same number of episodes', () => {
  const reports = [
    report('e', 3, 11, 8),
    report('d', 3, 10, 8),
    report('c', 3, 5, 7),
    report('b', 2, 9, 7),
    report('a', 2, 1, 7),
  ];
  const idsFor = (shownId: string) => selectTellingReports(reports, shownId).map(({ id }) => id);
  expect(idsFor('e')).toEqual(['e', 'c', 'b']);
  expect(idsFor('d')).toEqual(['e', 'd', 'c', 'b']);
});
