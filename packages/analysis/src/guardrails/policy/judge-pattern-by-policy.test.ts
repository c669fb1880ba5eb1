import { ImprovementPolicy, type PatternJudgement, type PatternMeasurement, type PatternReport } from '@refrain/domain';
import { expect, test } from 'vitest';
import { judgePatternByPolicy } from './judge-pattern-by-policy.ts';

const policy = ImprovementPolicy.parse({});

interface PatternDraft {
  readonly days: readonly number[];
  readonly confidence?: number;
  readonly judgement?: PatternJudgement;
  readonly direction?: string;
  readonly recurrence?: string;
  readonly hours?: { low: number; high: number } | null;
}

/** Judges a pattern whose episodes began the given numbers of days before its report. Each episode has two failures. */
function judge({
  days,
  confidence = 0.9,
  judgement,
  direction = 'steady',
  recurrence = 'recurring',
  hours = null,
}: PatternDraft) {
  const asOf = Date.parse('2026-06-01T00:00:00.000Z');
  const at = (ago: number) => new Date(asOf - ago * 86_400_000).toISOString();
  const members = days.flatMap((ago, place) =>
    [0, 0.01].map((later) => ({ episodeId: `e${place}`, occurredAt: at(ago - later) })),
  );
  const measurement = {
    recurrence,
    trend: { perWeek: { direction } },
    cost: { people: { perEpisode: hours } },
  } as unknown as PatternMeasurement;
  const pattern = { confidence, judgement } as PatternReport['pattern'];
  const report = { pattern, members: members as PatternReport['members'], measurement, asOf: at(0) };
  return judgePatternByPolicy(report, policy);
}

test('judgePatternByPolicy rejects a pattern with too few episodes in the window, even if they have many failures', () => {
  expect(judge({ days: [1, 2], hours: { low: 90, high: 90 } })).toEqual({
    deservesIssue: false,
    reason: '2 episodes in the last 365 days; the policy requires 3.',
    peopleHours: 180,
  });
  expect(judge({ days: [1, 2, 366], hours: { low: 90, high: 90 } }).deservesIssue).toBe(false);
});

test('judgePatternByPolicy rejects a pattern with a low confidence', () => {
  expect(judge({ days: [1, 2, 3], confidence: 0.79, hours: { low: 90, high: 90 } })).toMatchObject({
    deservesIssue: false,
    reason: expect.stringMatching(/79 %.*80 %/u),
  });
});

test('judgePatternByPolicy accepts a rising or returned pattern whose cost is unknown', () => {
  expect(judge({ days: [1, 2, 3], direction: 'rising' })).toMatchObject({ deservesIssue: true, peopleHours: null });
  expect(judge({ days: [1, 2, 3], recurrence: 'returned' }).deservesIssue).toBe(true);
});

test('judgePatternByPolicy requires a known high cost if a pattern is neither rising nor returned', () => {
  expect(judge({ days: [1, 2, 3], hours: { low: 1, high: 3 } })).toMatchObject({
    deservesIssue: false,
    peopleHours: 6,
  });
  expect(judge({ days: [1, 2, 3], hours: { low: 2, high: 4 } })).toEqual({
    deservesIssue: true,
    reason: '3 episodes in the last 365 days took about 9 engineer-hours.',
    peopleHours: 9,
  });
  expect(judge({ days: [1, 2, 3] })).toMatchObject({
    deservesIssue: false,
    reason: expect.stringMatching(/cost is unknown/u),
  });
});

test('judgePatternByPolicy accepts a confirmed pattern despite a low confidence, and rejects a dismissed pattern', () => {
  const draft = { days: [1, 2, 3], direction: 'rising', confidence: 0.1 };
  expect(judge({ ...draft, judgement: 'confirmed' }).deservesIssue).toBe(true);
  expect(judge({ ...draft, days: [1, 2], judgement: 'confirmed' }).deservesIssue).toBe(false);
  expect(judge({ ...draft, confidence: 0.9, judgement: 'dismissed' })).toMatchObject({
    deservesIssue: false,
    reason: expect.stringMatching(/^A person dismissed/u),
  });
});
