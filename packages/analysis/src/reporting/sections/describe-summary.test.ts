import type { PatternReport } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describeSummary } from './describe-summary.ts';
import { createReportSourceRefs } from './report-source-refs.ts';

const pattern = {
  episodes: 4,
  firstAt: '2026-01-02T00:00:00.000Z',
  lastAt: '2026-03-04T00:00:00.000Z',
  kinds: { incident: 4, failed_deployment: 0, reverted_change: 0 },
  confidence: 0.9,
};

function summarise(withDuration: number): string {
  const measurement = {
    recurrence: null,
    trend: null,
    cost: {
      impact: { median: 1.5, total: 7, withDuration, episodes: 4 },
      people: { total: null, withDuration, withResponders: 0 },
    },
  };
  const report = { pattern, measurement, asOf: '2026-03-05T00:00:00.000Z' } as unknown as PatternReport;
  return describeSummary(report, createReportSourceRefs([], [])).text;
}

test('the summary states the median and total duration, and of how many episodes they are known', () => {
  expect(summarise(4)).toContain(' · median duration 1.5 h, 7 h in total · ');
  expect(summarise(2)).toContain(' · median duration 1.5 h, 7 h in total for 2 of 4 episodes · ');
});

test('the summary states no duration if it is known for one episode only', () => {
  expect(summarise(1)).not.toContain('duration');
});
