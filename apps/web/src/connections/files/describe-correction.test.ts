import { expect, test } from 'vitest';
import { describeCorrection } from './describe-correction.ts';

test('describeCorrection does not suggest other columns for a wrong value', () => {
  expect(describeCorrection([{ example: '"some day"' }])).toContain('correct the values in these lines');
  expect(describeCorrection([{ example: '"some day"' }, { example: null }])).toContain('choose other columns');
});
