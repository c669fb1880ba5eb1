import type { Improvement } from '@refrain/domain';
import { expect, test } from 'vitest';
import { chooseBest } from './approve-improvements.ts';

function proposal(id: string, patternId: string, repository: string | null): Improvement {
  const at = '2026-01-01T00:00:00.000Z';
  return {
    ...{ id, patternId, repository, state: 'proposed', title: id, createdAt: at, updatedAt: at },
    ...{
      reason: null,
      note: null,
      guardrailId: null,
      peopleHours: null,
      approvedBy: null,
      approver: null,
      problem: null,
    },
    ...{
      issueNumber: null,
      issueUrl: null,
      issueState: null,
      openedAt: null,
      snoozedUntil: null,
      fix: null,
      effect: null,
      pastFixes: [],
      stateSince: at,
      followsUrl: null,
    },
  };
}

test('chooses by the order of the patterns, and none without a repository', () => {
  const proposals = [
    proposal('a', 'third', 'acme/a'),
    proposal('b', 'first', null),
    proposal('c', 'second', 'acme/c'),
    proposal('d', 'unlisted', 'acme/d'),
  ];
  const chosen = chooseBest(proposals, ['first', 'second', 'third'], 2);
  expect(chosen.map(({ id }) => id)).toEqual(['c', 'a']);
  expect(chooseBest(proposals, [], 0)).toEqual([]);
});
