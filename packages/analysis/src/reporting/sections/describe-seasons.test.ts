import type { ReportMember } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describeSeasons } from './describe-seasons.ts';
import { createReportSourceRefs } from './report-source-refs.ts';

function describe(days: readonly string[]) {
  const members = days.map(
    (day, at) => ({ failureId: `f${at}`, episodeId: `e${at}`, occurredAt: `${day}T0${at}:30:00.000Z` }) as ReportMember,
  );
  return describeSeasons(members, createReportSourceRefs(members, []));
}

test('describeSeasons says that episodes began at the end of a month, and cites them', () => {
  const ends = ['2026-01-31', '2026-03-31', '2026-05-01', '2026-06-30', '2026-08-30'];
  expect(describe([...ends, '2026-09-16'])).toMatchObject([
    { text: '5 of 6 episodes began within two days of the end of a month.', refs: ['E1', 'E2', 'E3', 'E4', 'E5'] },
  ]);
});

test('describeSeasons omits a time at which fewer than two thirds of the episodes began', () => {
  const ends = ['2026-01-31', '2026-03-31', '2026-05-01', '2026-06-30'];
  expect(describe([...ends, '2026-07-15', '2026-09-16', '2026-10-20'])).toEqual([]);
});

test('describeSeasons says nothing about episodes at any time', () => {
  expect(describe(['2026-01-14', '2026-02-24', '2026-05-07', '2026-07-20', '2026-10-09'])).toEqual([]);
});
