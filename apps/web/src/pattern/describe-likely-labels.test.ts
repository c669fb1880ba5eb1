import { expect, test } from 'vitest';
import { describeLikelyLabels } from './describe-likely-labels.ts';

test('describeLikelyCausesOrTriggers describes the likeliest label with confidence and evidence, then the others', () => {
  expect(
    describeLikelyLabels('code_defect', [
      { label: 'code_defect', confidence: 0.6, evidence: ['race condition', 'crash'] },
      { label: 'capacity', confidence: 0.3, evidence: [] },
    ]),
  ).toBe('code defect, 60\u00a0% (race condition, crash); also capacity, 30\u00a0%');
});

test('describeLikelyCausesOrTriggers returns an empty text for an unknown label, and only the label if there are no estimates', () => {
  expect(describeLikelyLabels('unknown', [])).toBe('');
  expect(describeLikelyLabels('code_defect', [])).toBe('code defect');
});
