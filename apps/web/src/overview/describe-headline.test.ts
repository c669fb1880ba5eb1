import { expect, test } from 'vitest';
import { describeHeadline } from './describe-headline.ts';

const figures = {
  episodes: 12,
  changes: 400,
  medianHours: 2,
  impactHours: 30,
  fixesVerified: 0,
  fixesRecurred: 0,
};
const measured = {
  period: { from: '2026-03-03T00:00:00.000Z', until: '2026-06-01T00:00:00.000Z' },
  figures,
  figuresBefore: { ...figures, episodes: 19 },
  historyFrom: '2024-06-01T12:00:00.000Z',
  asOf: '2026-06-01T00:00:00.000Z',
  comparison: {
    direction: 'falling',
    unit: '100_changes',
    ratio: { value: 0.6, low: 0.4, high: 0.9 },
    explanation: '',
  },
} as unknown as Parameters<typeof describeHeadline>[0];

function compare(direction: string, before: Partial<Record<keyof typeof figures, number | null>>) {
  const comparison = { ...measured.comparison, direction } as never;
  return describeHeadline({ ...measured, comparison, figuresBefore: { ...figures, ...before } as never }, {}, null);
}

test('a change that the test confirms is stated with the episodes of both periods', () => {
  expect(compare('falling', { episodes: 19, impactHours: 75 })).toEqual({
    title: 'Episodes fell from 19 to 12 in the last 90 days',
    detail:
      '37\u00a0% fewer than in the 90 days before, beyond normal variation. Impact fell from 75\u00a0h to 30\u00a0h.',
  });
  expect(compare('rising', { episodes: 4, impactHours: 28 }).detail).toBe(
    '200\u00a0% more than in the 90 days before, beyond normal variation. Impact: 30\u00a0h, 28\u00a0h before.',
  );
});

test('a change that the test does not confirm is stated with its size and called normal variation', () => {
  expect(compare('no_clear_change', { episodes: 15, impactHours: 75 })).toEqual({
    title: '12 episodes in the last 90 days, down 20\u00a0%, which may be chance',
    detail: '15 in the 90 days before. Impact fell from 75\u00a0h to 30\u00a0h.',
  });
  expect(compare('steady', { episodes: 10, impactHours: null })).toEqual({
    title: '12 episodes in the last 90 days, up 20\u00a0%, which may be chance',
    detail: '10 in the 90 days before.',
  });
  expect(compare('steady', { episodes: 12 }).title).toBe('12 episodes in the last 90 days, as many as before');
});

test('too few episodes for a test have no direction', () => {
  expect(compare('too_few', { episodes: 14, impactHours: 28 })).toEqual({
    title: '12 episodes in the last 90 days',
    detail: 'Too few for a trend: 14 in the 90 days before. Impact: 30\u00a0h, 28\u00a0h before.',
  });
});

test('a rate that fell while the number of episodes rose is stated per change', () => {
  expect(compare('falling', { episodes: 10, changes: 100 })).toEqual({
    title: 'Episodes per change fell in the last 90 days',
    detail: '12 episodes in 400 changes, 10 in 100 in the 90 days before. Impact: 30\u00a0h, 30\u00a0h before.',
  });
});

test('the headline of a period without data names no direction, and says when the data ends', () => {
  const late = { ...measured, asOf: '2026-02-20T00:00:00.000Z' };
  expect(describeHeadline(late, { since: '2026-03-03' }, '20 Feb 2026').title).toBe('No data after 20 Feb 2026');
});

test('the headline of a quarter that the data does not cover names the days that it covers', () => {
  const range = { since: '2026-03-03', until: '2026-06-30' };
  expect(describeHeadline(measured, range, '31 May 2026').title).toBe(
    'Episodes fell from 19 to 12 from 3 Mar 2026 to 31 May 2026',
  );
});

test('without a period before, the headline says when the history begins', () => {
  const alone = { ...measured, figuresBefore: null, comparison: null };
  expect(describeHeadline(alone, { days: 365 }, null)).toEqual({
    title: '12 episodes in the last 12 months',
    detail: 'The recorded history begins on 1 Jun 2024, so there is no earlier period to compare with.',
  });
  expect(describeHeadline({ ...alone, period: null }, {}, null).title).toBe('Overview');
});
