import type { Correction, CorrectionDecision } from '@refrain/domain';
import { expect, test } from 'vitest';
import { readConstraints } from './constraints.ts';

function correct(...decisions: CorrectionDecision[]): Correction[] {
  return decisions.map((decision, day) => ({
    id: `c${day}`,
    decision,
    decidedAt: `2024-01-0${day + 1}T00:00:00.000Z`,
  }));
}

test('readConstraints joins must-link pairs transitively', () => {
  const corrections = correct(
    { kind: 'must_link', failureIds: ['b', 'a'] },
    { kind: 'must_link', failureIds: ['c', 'b'] },
  );
  expect(readConstraints(corrections, ['a', 'b', 'c', 'd']).together).toEqual([['a', 'b', 'c']]);
});

test('readConstraints applies the newer of two corrections that contradict each other directly or transitively', () => {
  const apartLast = correct(
    { kind: 'must_link', failureIds: ['a', 'b'] },
    { kind: 'must_link', failureIds: ['b', 'c'] },
    { kind: 'cannot_link', failureIds: ['a', 'c'] },
  );
  expect(readConstraints(apartLast, ['a', 'b', 'c'])).toMatchObject({ together: [['b', 'c']], apart: [['a', 'c']] });
  const togetherLast = correct(
    { kind: 'cannot_link', failureIds: ['a', 'b'] },
    { kind: 'must_link', failureIds: ['a', 'b'] },
  );
  expect(readConstraints(togetherLast, ['a', 'b'])).toMatchObject({ together: [['a', 'b']], apart: [] });
});

test('readConstraints ignores dismissed and unknown failures', () => {
  const corrections = correct({ kind: 'must_link', failureIds: ['a', 'b'] }, { kind: 'not_a_failure', failureId: 'b' });
  const { excluded, together } = readConstraints(corrections, ['a', 'b']);
  expect([...excluded]).toEqual(['b']);
  expect(together).toEqual([]);
  expect(readConstraints(correct({ kind: 'must_link', failureIds: ['a', 'gone'] }), ['a']).together).toEqual([]);
});
