import { expect, test } from 'vitest';
import {
  createMergeDecisions,
  createMoveDecisions,
  createSplitDecisions,
  selectOneFailurePerEpisode,
} from './decisions.ts';

const member = (failureId: string, episodeId = failureId) => ({ failureId, episodeId });
const [a, a2, b, c, d] = [member('a'), member('a2', 'a'), member('b'), member('c'), member('d')];

test('selectOneFailurePerEpisode returns the first failure of each episode', () => {
  expect(selectOneFailurePerEpisode([a, a2, b])).toEqual(['a', 'b']);
});

test('createSplitDecisions keeps the failures of each group together and separates the two groups', () => {
  expect(createSplitDecisions([c, d], [a, a2, b])).toEqual([
    { kind: 'must_link', failureIds: ['a', 'b'] },
    { kind: 'must_link', failureIds: ['c', 'd'] },
    { kind: 'cannot_link', failureIds: ['c', 'a'] },
  ]);
  expect(createSplitDecisions([c], [a])).toEqual([{ kind: 'cannot_link', failureIds: ['c', 'a'] }]);
});

test('createSplitDecisions returns no decisions if one of the two groups is empty', () => {
  expect(createSplitDecisions([a], [])).toEqual([]);
  expect(createSplitDecisions([], [a])).toEqual([]);
});

test('createMoveDecisions separates failures from their pattern and links them to the target', () => {
  expect(createMoveDecisions([c], [a, b], [d])).toEqual([
    { kind: 'cannot_link', failureIds: ['c', 'a'] },
    { kind: 'must_link', failureIds: ['d', 'c'] },
  ]);
  expect(createMoveDecisions([c], [], [d])).toEqual([{ kind: 'must_link', failureIds: ['d', 'c'] }]);
});

test('createMergeDecisions links the episodes of both patterns', () => {
  expect(createMergeDecisions([a, a2], [b, c])).toEqual([{ kind: 'must_link', failureIds: ['a', 'b', 'c'] }]);
});
