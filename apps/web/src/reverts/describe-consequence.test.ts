import { expect, test } from 'vitest';
import { describeConsequence, describeDecidedKind, looksRoutine } from './describe-consequence.ts';

const kind = { template: 'Bump …', repository: 'acme/api', reverts: 12, failures: 9 };

test('describeConsequence says how present and later reverts count after a decision', () => {
  expect(describeConsequence(kind, false)).toBe('Neither these reverts nor later ones like them count as failures.');
  expect(describeConsequence(kind, true)).toBe('All 12 reverts and later ones like them count as failures.');
  expect(describeConsequence({ ...kind, failures: 12 }, true)).toBe(
    'Nothing changes for these reverts. Later ones like them also count as failures.',
  );
  expect(describeConsequence({ ...kind, failures: 0 }, false)).toBe(
    'Nothing changes for these reverts. Later ones like them do not count as failures either.',
  );
});

test('describeDecidedKind names the kind and the number of reverts that changed', () => {
  expect(describeDecidedKind(kind, false)).toBe('9 reverts like “Bump …” in acme/api no longer count as failures.');
  expect(describeDecidedKind(kind, true)).toBe('12 reverts like “Bump …” in acme/api count as failures.');
});

test('looksRoutine is true if at least 8 of 10 reverts look planned', () => {
  expect([7, 8, 10].map((planned) => looksRoutine({ reverts: 10, planned }))).toEqual([false, true, true]);
});
