import { expect, test } from 'vitest';
import { describeChanges } from './describe-changes.ts';

test('describeChanges lists changed values with the names of the fields in words', () => {
  expect(describeChanges({ role: 'viewer → admin', maxOpenIssues: '3 → 5', name: 'Ann' })).toBe(
    'Role: viewer → admin · Max open issues: 3 → 5',
  );
});
