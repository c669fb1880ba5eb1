import { expect, test } from 'vitest';
import { decideMerge, decideMove, decideSplit, onePerEpisode } from './decisions.ts';

const member = (failureId: string, episodeId = failureId) => ({ failureId, episodeId });
const [a, a2, b, c, d] = [member('a'), member('a2', 'a'), member('b'), member('c'), member('d')];

test('one failure stands for each episode', () => {
  expect(onePerEpisode([a, a2, b])).toEqual(['a', 'b']);
});

test('a split keeps both sides together and apart from each other', () => {
  expect(decideSplit([c, d], [a, a2, b])).toEqual([
    { kind: 'must_link', failureIds: ['a', 'b'] },
    { kind: 'must_link', failureIds: ['c', 'd'] },
    { kind: 'cannot_link', failureIds: ['c', 'a'] },
  ]);
  expect(decideSplit([c], [a])).toEqual([{ kind: 'cannot_link', failureIds: ['c', 'a'] }]);
});

test('nothing is left of a pattern without one of its sides', () => {
  expect(decideSplit([a], [])).toEqual([]);
  expect(decideSplit([], [a])).toEqual([]);
});

test('what is moved goes with the other pattern and leaves this one', () => {
  expect(decideMove([c], [a, b], [d])).toEqual([
    { kind: 'cannot_link', failureIds: ['c', 'a'] },
    { kind: 'must_link', failureIds: ['d', 'c'] },
  ]);
  expect(decideMove([c], [], [d])).toEqual([{ kind: 'must_link', failureIds: ['d', 'c'] }]);
});

test('a merge has all of both together', () => {
  expect(decideMerge([a, a2], [b, c])).toEqual([{ kind: 'must_link', failureIds: ['a', 'b', 'c'] }]);
});
