import type { Correction, CorrectionDecision } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createClusteringConstraints } from './clustering-constraints.ts';

function correct(...decisions: CorrectionDecision[]): Correction[] {
  return decisions.map((decision, day) => ({
    id: `c${day}`,
    decision,
    decidedAt: `2024-01-0${day + 1}T00:00:00.000Z`,
  }));
}

test('createClusteringConstraints joins failures transitively if corrections join them in pairs', () => {
  const corrections = correct(
    { kind: 'must_link', failureIds: ['b', 'a'] },
    { kind: 'must_link', failureIds: ['c', 'b'] },
  );
  expect(createClusteringConstraints(corrections, ['a', 'b', 'c', 'd']).together).toEqual([['a', 'b', 'c']]);
});

test('createClusteringConstraints applies the newer of two corrections that contradict each other directly or transitively', () => {
  const apartLast = correct(
    { kind: 'must_link', failureIds: ['a', 'b'] },
    { kind: 'must_link', failureIds: ['b', 'c'] },
    { kind: 'cannot_link', failureIds: ['a', 'c'] },
  );
  expect(createClusteringConstraints(apartLast, ['a', 'b', 'c'])).toMatchObject({
    together: [['b', 'c']],
    apart: [['a', 'c']],
  });
  const togetherLast = correct(
    { kind: 'cannot_link', failureIds: ['a', 'b'] },
    { kind: 'must_link', failureIds: ['a', 'b'] },
  );
  expect(createClusteringConstraints(togetherLast, ['a', 'b'])).toMatchObject({ together: [['a', 'b']], apart: [] });
});

test('createClusteringConstraints ignores dismissed and unknown failures', () => {
  const corrections = correct({ kind: 'must_link', failureIds: ['a', 'b'] }, { kind: 'not_a_failure', failureId: 'b' });
  const { excluded, together } = createClusteringConstraints(corrections, ['a', 'b']);
  expect([...excluded]).toEqual(['b']);
  expect(together).toEqual([]);
  expect(
    createClusteringConstraints(correct({ kind: 'must_link', failureIds: ['a', 'gone'] }), ['a']).together,
  ).toEqual([]);
});
