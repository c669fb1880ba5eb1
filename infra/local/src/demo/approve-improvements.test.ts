import { expect, test } from 'vitest';
import { chooseProposalsToApprove } from './approve-improvements.ts';

const proposal = (id: string, patternId: string, repository: string | null) => ({ id, patternId, repository });

test('chooses improvements by the order of their patterns, and skips those without a repository', () => {
  const proposals = [
    proposal('a', 'third', 'acme/a'),
    proposal('b', 'first', null),
    proposal('c', 'second', 'acme/c'),
    proposal('d', 'unlisted', 'acme/d'),
  ];
  const chosen = chooseProposalsToApprove(proposals, ['first', 'second', 'third'], 2);
  expect(chosen.map(({ id }) => id)).toEqual(['c', 'a']);
  expect(chooseProposalsToApprove(proposals, [], 0)).toEqual([]);
});
