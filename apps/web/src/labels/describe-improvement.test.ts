import { expect, test } from 'vitest';
import { describeImprovement } from './describe-improvement.ts';

test('describeImprovement mentions an issue that could not be written', () => {
  expect(describeImprovement({ state: 'opened', problem: null })).toBe('Issue open');
  expect(describeImprovement({ state: 'opened', problem: 'It is locked' })).toBe('Issue open, but out of date');
  expect(describeImprovement({ state: 'approved', problem: 'No such repository' })).toBe(
    'Approved, but the issue is not open yet',
  );
});
