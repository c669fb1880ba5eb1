import { expect, test } from 'vitest';
import { describeConsequence, describeDecidedKind } from './describe-consequence.ts';

const kind = { template: 'Bump …', repository: 'acme/api', reverts: 12, failures: 9 };

test('describeConsequence says how many reverts a decision changes', () => {
  expect(describeConsequence(kind, false)).toBe('9 no longer count as failures');
  expect(describeConsequence(kind, true)).toBe('3 more count as failures');
  expect(describeConsequence({ ...kind, failures: 12 }, true)).toBe('Nothing changes now');
  expect(describeConsequence({ ...kind, failures: 0 }, false)).toBe('Nothing changes now');
});

test('describeDecidedKind names the kind and the number of reverts that changed', () => {
  expect(describeDecidedKind(kind, false)).toBe('9 reverts like “Bump …” in acme/api no longer count as failures.');
  expect(describeDecidedKind(kind, true)).toBe('12 reverts like “Bump …” in acme/api count as failures.');
});
