import type { PatternGuardrails } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describeRecommendation, describeRecommendedSteps } from './describe-recommendation.ts';
import { createReportSourceRefs } from './report-source-refs.ts';

const refs = createReportSourceRefs([], []);
const recommendation = {
  guardrail: {
    name: 'Disk alarm',
    promise: 'People learn of a full disk a day before.',
    steps: ['Choose a threshold.', 'Add the alarm.'],
    proof: { check: 'Fill a test disk.', figure: 'Hours of warning.' },
    effort: { size: 'S', days: { low: 1, high: 2 } },
    doesNotCatch: ['It does not catch fast growth.'],
    sources: [],
  },
  why: [],
  against: [],
  confidence: 0.8,
  arithmetic: { explanation: '0.8' },
};
const choice = { recommendations: [recommendation], openQuestions: [] } as unknown as PatternGuardrails;

test('the recommended fix is short, and its steps, check and limits are folded', () => {
  const fix = describeRecommendation({ choice, members: [] }, refs);
  expect(fix.isDetail).toBe(false);
  expect(fix.statements.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Disk alarm: People learn of a full disk a day before.',
    expect.stringMatching(/^Fit: 80\s%$/u),
    'Effort: small, 1–2 person-days',
  ]);
  const steps = describeRecommendedSteps(choice);
  expect(steps.isDetail).toBe(true);
  expect(steps.statements.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Step 1: Choose a threshold.',
    'Step 2: Add the alarm.',
    'Check: Fill a test disk.',
    'Metric: Hours of warning.',
    'Limits: It does not catch fast growth.',
  ]);
});

test('without a recommendation, no steps are described', () => {
  expect(describeRecommendedSteps(null).statements).toEqual([]);
});
