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

function summarise(withDuration: number, withResponders = 0): string {
  const measurement = {
    recurrence: null,
    trend: null,
    cost: {
      impact: { median: 1.5, total: 7, withDuration, episodes: 4 },
      people: { perEpisode: { low: 12.1, high: 36 }, withDuration, withResponders },
    },
  };
  const days = ['2024-01-01', '2026-01-02', '2026-02-03', '2026-03-04'];
  const members = days.map((day) => ({ episodeId: day, occurredAt: `${day}T00:00:00.000Z` }));
  const asOf = '2026-03-05T00:00:00.000Z';
  return describeSummary({ pattern, measurement, members, asOf } as unknown as PatternReport).text;
}

test('the summary states in one line how often, since and until when, where, how costly and how similar', () => {
  expect(summarise(4, 2)).toMatch(
    /^4 episodes since Jan 2026 · last seen 4 Mar 2026 · 3 services · 36–108 engineer-hours in 12 months · 90\s% match confidence$/u,
  );
});

test('the summary states the total duration if most numbers of responders are unknown, but not of a minority of episodes', () => {
  expect(summarise(4)).toContain(' · lasted 7 h in total · ');
  expect(summarise(1)).not.toMatch(/hours|lasted/u);
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
