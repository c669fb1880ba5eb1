import { expect, test } from 'vitest';
import { readFailureDecisions } from './read-failure-decisions.ts';

const decidedAt = '2026-01-01T00:00:00.000Z';
const link = { kind: 'link', type: 'caused_by', failureId: 'f', targetId: 'c' } as const;

test('readFailureDecisions applies the later of two decisions on a link', () => {
  const { links } = readFailureDecisions('f', [
    { id: '1', decidedAt, decision: { ...link, right: true } },
    { id: '2', decidedAt, decision: { ...link, right: false } },
  ]);
  expect([...links]).toEqual([['caused_by c', false]]);
});

test('readFailureDecisions ignores decisions on other failures', () => {
  const corrections = [
    { id: '1', decidedAt, decision: { kind: 'not_a_failure', failureId: 'other' } },
    { id: '2', decidedAt, decision: { kind: 'not_change_related', failureId: 'f' } },
  ] as const;
  expect(readFailureDecisions('f', corrections)).toMatchObject({ isFailure: null, notChangeRelated: true });
});
