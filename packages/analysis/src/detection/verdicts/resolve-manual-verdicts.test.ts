import type { Correction, CorrectionDecision } from '@refrain/domain';
import { expect, test } from 'vitest';
import { at, createFailure } from '../../linking/testing.ts';
import { resolveManualVerdicts } from './resolve-manual-verdicts.ts';

const revert = (id: string, title: string, repository = 'acme/infra') =>
  createFailure(id, 0, { kind: 'reverted_change', title, repository, isFailure: true, confidence: 0.8 });
const decided = (...decisions: CorrectionDecision[]): Correction[] =>
  decisions.map((decision, nth) => ({ id: `c${nth}`, decision, decidedAt: at(nth) }));
const drained = (areFailures: boolean, repository = 'acme/infra') =>
  ({ kind: 'title_template', repository, template: 'drain * for maintenance', areFailures }) as const;
const failures = [
  revert('a', 'Drain alpha for maintenance'),
  revert('b', 'Drain beta for maintenance'),
  revert('other', 'Raise the memory limit'),
  revert('elsewhere', 'Drain alpha for maintenance', 'acme/shop'),
  createFailure('incident', 0, { title: 'Drain alpha for maintenance', repository: 'acme/infra' }),
];
const verdicts = (...decisions: CorrectionDecision[]) =>
  Object.fromEntries(
    resolveManualVerdicts(failures, decided(...decisions)).map((one) => [one.failureId, one.isFailure]),
  );

test('a decision on a title template applies to all matching reverts of that repository and to nothing else', () => {
  expect(verdicts(drained(false))).toEqual({ a: false, b: false });
});

test('the later of two decisions on the same title template applies', () => {
  expect(verdicts(drained(false), drained(true))).toEqual({ a: true, b: true });
});

test('a decision on one failure overrules a decision on its title template, in any order', () => {
  const one = { kind: 'is_a_failure', failureId: 'a' } as const;
  expect(verdicts(one, drained(false))).toEqual({ a: true, b: false });
  expect(verdicts(drained(false), one)).toEqual({ a: true, b: false });
});

test('a decision is_a_failure overrules an earlier not_a_failure, and vice versa', () => {
  const [yes, no] = [
    { kind: 'is_a_failure', failureId: 'a' },
    { kind: 'not_a_failure', failureId: 'a' },
  ] as const;
  expect(verdicts(yes, no)).toEqual({ a: false });
  expect(verdicts(no, yes)).toEqual({ a: true });
});
