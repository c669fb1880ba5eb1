import { expect, test } from 'vitest';
import { describeConsequence, describeDecidedKind } from './describe-consequence.ts';

const kind = { template: 'Bump …', repository: 'acme/api', reverts: 12, failures: 9 };

test('describeConsequence says how present and later reverts count after a decision', () => {
  expect(describeConsequence(kind, false)).toBe('Then none of the 12 counts, nor later ones.');
  expect(describeConsequence(kind, true)).toBe('Then all 12 count, and later ones too.');
  expect(describeConsequence({ ...kind, failures: 12 }, true)).toBe('They count already; later ones will too.');
  expect(describeConsequence({ ...kind, failures: 0 }, false)).toBe(
    'None counts already; later ones will not count either.',
  );
});

test('describeDecidedKind names the kind and the number of reverts that changed', () => {
  expect(describeDecidedKind(kind, false)).toBe('9 reverts like “Bump …” in acme/api no longer count as failures.');
  expect(describeDecidedKind(kind, true)).toBe('12 reverts like “Bump …” in acme/api count as failures.');
});
