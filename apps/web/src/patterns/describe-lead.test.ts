import { expect, test } from 'vitest';
import { describeLead } from './describe-lead.ts';

test('the lead of the list compares the default period with that of the overview', () => {
  expect(describeLead({ isWorstFirst: false, isDefaultPeriod: true })).toBe(
    'Failures that recur, each with its cause and the recommended fix. The list shows the last 12 months, and the overview the last 90 days.',
  );
});

test('the lead of a list with a chosen period says only how it is ordered', () => {
  expect(describeLead({ isWorstFirst: true, isDefaultPeriod: false })).toBe(
    'Failures that recur, ordered by impact: the hours of their incidents in the period, at most 24 per episode.',
  );
});
