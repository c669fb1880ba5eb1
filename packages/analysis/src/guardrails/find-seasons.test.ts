import { expect, it } from 'vitest';
import { findSeasons } from './find-seasons.ts';
import { createPatternEpisode } from './testing.ts';

const at = (...instants: string[]) =>
  instants.map((instant, index) => createPatternEpisode(`e${index}`, `${instant}:00.000Z`));

it('findSeasons returns month_end if most episodes begin near the end of a month', () => {
  const found = findSeasons(
    at(
      '2026-01-31T03:10',
      '2026-02-28T20:00',
      '2026-04-01T11:00',
      '2026-04-30T16:30',
      '2026-06-02T09:00',
      '2026-06-14T14:00',
    ),
  );
  expect([...found.keys()]).toEqual(['month_end']);
  expect(found.get('month_end')?.map(({ id }) => id)).toEqual(['e0', 'e1', 'e2', 'e3', 'e4']);
});

it('findSeasons returns same_hour if most episodes begin in the same two hours, even around midnight', () => {
  const found = findSeasons(
    at(
      '2026-01-05T23:40',
      '2026-02-11T00:20',
      '2026-03-17T23:05',
      '2026-04-15T00:50',
      '2026-05-13T23:59',
      '2026-06-18T00:01',
    ),
  );
  expect([...found.keys()]).toEqual(['same_hour']);
});

it('findSeasons returns no season if episodes have random times, lie on only three days or form one burst', () => {
  expect(findSeasons(at('2026-01-05T01:00', '2026-02-11T07:20', '2026-03-17T13:05', '2026-04-15T19:50')).size).toBe(0);
  expect(findSeasons(at('2026-01-31T03:10', '2026-02-28T20:00', '2026-03-31T11:00')).size).toBe(0);
  const burst = Array.from({ length: 9 }, (_, index) => `2026-01-31T1${index}:30`);
  expect(findSeasons(at(...burst)).size).toBe(0);
});
