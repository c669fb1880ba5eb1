import { expect, test } from 'vitest';
import { describeConsequence, describeDecidedKind } from './describe-consequence.ts';

const kind = { template: 'Bump …', repository: 'acme/api', reverts: 12, failures: 9 };

test('describeConsequence says how many failures a decision adds or removes', () => {
  expect(describeConsequence(kind, false)).toBe('Removes 9 failures');
  expect(describeConsequence(kind, true)).toBe('Adds 3 failures');
  expect(describeConsequence({ ...kind, failures: 12 }, true)).toBe('Changes nothing now');
  expect(describeConsequence({ ...kind, failures: 0 }, false)).toBe('Changes nothing now');
});

test('describeDecidedKind names the kind and the number of reverts that changed', () => {
  expect(describeDecidedKind(kind, false)).toBe('9 reverts like “Bump …” in acme/api no longer count as failures.');
  expect(describeDecidedKind(kind, true)).toBe('12 reverts like “Bump …” in acme/api count as failures.');
});
