import { expect, test } from 'vitest';
import { describeLikely } from './describe-likely.ts';

test('describeLikelyLabels describes the likeliest label with confidence and evidence, then the others', () => {
  expect(
    describeLikely('code_defect', [
      { label: 'code_defect', confidence: 0.6, evidence: ['race condition', 'crash'] },
      { label: 'capacity', confidence: 0.3, evidence: [] },
    ]),
  ).toBe('code defect, 60\u00a0% (race condition, crash); also capacity, 30\u00a0%');
});

test('describeLikelyLabels returns an empty text for an unknown label, and only the label without estimates', () => {
  expect(describeLikely('unknown', [])).toBe('');
  expect(describeLikely('code_defect', [])).toBe('code defect');
});
