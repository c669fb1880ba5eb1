import { expect, test } from 'vitest';
import { describeLikely } from './describe-likely.ts';

test('says how sure and why, then what else is likely', () => {
  expect(
    describeLikely('code_defect', [
      { label: 'code_defect', confidence: 0.6, evidence: ['race condition', 'crash'] },
      { label: 'capacity', confidence: 0.3, evidence: [] },
    ]),
  ).toBe('code defect, 60\u00a0% (race condition, crash); also capacity, 30\u00a0%');
});

test('says nothing of what is unknown, and the bare word of what earlier versions wrote', () => {
  expect(describeLikely('unknown', [])).toBe('');
  expect(describeLikely('code_defect', [])).toBe('code defect');
});
