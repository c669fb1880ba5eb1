import { expect, test } from 'vitest';
import { readFailureDecisions } from './read-failure-decisions.ts';

const link = { kind: 'link', type: 'caused_by', failureId: 'f', targetId: 'c' } as const;

test('readFailureDecisions applies the later of two decisions on a link', () => {
  const { links } = readFailureDecisions('f', [
    { decision: { ...link, right: true } },
    { decision: { ...link, right: false } },
  ]);
  expect([...links]).toEqual([['caused_by c', false]]);
});

test('readFailureDecisions ignores decisions on other failures', () => {
  const corrections = [
    { decision: { kind: 'not_a_failure', failureId: 'other' } },
    { decision: { kind: 'not_change_related', failureId: 'f' } },
  ] as const;
  expect(readFailureDecisions('f', corrections)).toMatchObject({ isFailure: null, notChangeRelated: true });
});
