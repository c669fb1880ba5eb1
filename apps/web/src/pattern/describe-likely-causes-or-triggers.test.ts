import { expect, test } from 'vitest';
import { describeLikelyCausesOrTriggers } from './describe-likely-causes-or-triggers.ts';

test('describeLikelyCausesOrTriggers describes the likeliest label with confidence and evidence, then the others', () => {
  expect(
    describeLikelyCausesOrTriggers('code_defect', [
      { label: 'code_defect', confidence: 0.6, evidence: ['race condition', 'crash'] },
      { label: 'capacity', confidence: 0.3, evidence: [] },
    ]),
  ).toBe('code defect, 60\u00a0% (race condition, crash); also capacity, 30\u00a0%');
});

test('describeLikelyCausesOrTriggers returns an empty text for an unknown label, and only the label if there are no estimates', () => {
  expect(describeLikelyCausesOrTriggers('unknown', [])).toBe('');
  expect(describeLikelyCausesOrTriggers('code_defect', [])).toBe('code defect');
});
