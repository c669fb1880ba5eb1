import type { PatternReport } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describeSummary, listBadges } from './describe-summary.ts';

const pattern = {
  episodes: 4,
  firstAt: '2026-01-02T00:00:00.000Z',
  lastAt: '2026-03-04T00:00:00.000Z',
  services: ['cart', 'checkout', 'ledger'],
  repositories: [],
  confidence: 0.9,
};

const days = ['2024-01-01', '2026-01-02', '2026-02-03', '2026-03-04'];

/** @param hours hours of the episodes, of which the first began more than 12 months ago */
function summarise(hours: readonly (number | undefined)[], confidence = 0.9): string {
  const members = days.map((day) => ({ episodeId: day, kind: 'incident', occurredAt: `${day}T00:00:00.000Z` }));
  const episodeHours = Object.fromEntries(days.map((day, at) => [day, hours[at]]));
  const asOf = '2026-03-05T00:00:00.000Z';
  const own = { ...pattern, confidence };
  return describeSummary({ pattern: own, measurement: null, members, asOf, episodeHours } as unknown as PatternReport)
    .text;
}

test('the summary states in one line how often, since and until when, where, and how long', () => {
  expect(summarise([9, 1, 2.5, 3])).toBe(
    '4 episodes since Jan 2026 · last seen 4 Mar 2026 · 3 services · 6 h 30 min of impact in 12 months',
  );
});

test('the summary warns that some episodes may not belong to the pattern if the match confidence is low', () => {
  expect(summarise([9, 1, 2.5, 3], 0.69)).toMatch(
    / · low match confidence \(69\s%\): some episodes may not belong here$/u,
  );
});

test('the summary says that the impact is a minimum if durations are unknown, and omits it if most are unknown', () => {
  expect(summarise([9, undefined, 2.5, 3])).toContain(' · at least 5 h 30 min of impact in 12 months');
  expect(summarise([9, undefined, undefined, 3])).not.toMatch(/impact|lasted/u);
});

test('the badges state the recurrence, the worst severity and the judgement of a person', () => {
  const members = [{ severity: 'SEV-3' }, { severity: 'SEV-1' }, {}];
  const report = { pattern: { ...pattern, judgement: 'confirmed' }, measurement: { recurrence: 'returned' }, members };
  expect(listBadges(report as unknown as PatternReport).map(({ text }) => text)).toEqual([
    'Returned',
    'Worst severity: SEV-1',
    'Confirmed',
  ]);
});
