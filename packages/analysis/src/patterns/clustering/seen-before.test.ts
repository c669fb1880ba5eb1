import { expect, test } from 'vitest';
import { chooseRepeats, isPatternReported, judgeSeenBefore } from './seen-before.ts';

const chosen = { patternId: 'pool', confidence: 0.8 };
const matches = (...scores: readonly number[]) =>
  scores.map((score, at) => ({ id: `m${at}`, score, wordScore: score, sharesWords: true, isWeak: false }));
const judge = (isQuestion: boolean, ...scores: readonly number[]) =>
  judgeSeenBefore({
    isQuestion,
    isRepeat: false,
    isUnspecific: false,
    reportedConfidence: null,
    likeliestConfidence: 0,
    matches: matches(...scores),
    wordCount: 5,
    searchedShare: 1,
  });

test('isPatternReported requires a match with a score of 0.5 and a second one, or one of 0.6, if the query is a question', () => {
  expect(isPatternReported(chosen, matches(0.45, 0.45), true)).toBe(false);
  expect(isPatternReported(chosen, matches(0.55, 0.3), true)).toBe(true);
  expect(isPatternReported(chosen, matches(0.55, 0.2), true)).toBe(false);
  expect(isPatternReported(chosen, matches(0.6), true)).toBe(true);
  expect(isPatternReported(chosen, matches(0.45), false)).toBe(true);
  expect(isPatternReported({ ...chosen, confidence: 0.4 }, matches(0.9), false)).toBe(false);
  expect(isPatternReported(null, matches(0.9), true)).toBe(false);
});

test('judgeSeenBefore ignores a score that only a similar meaning has raised', () => {
  const raised = [{ id: 'a', score: 0.9, wordScore: 0.4, sharesWords: true, isWeak: false }];
  const input = {
    isRepeat: false,
    isUnspecific: false,
    reportedConfidence: null,
    likeliestConfidence: 0,
    wordCount: 5,
    searchedShare: 1,
  };
  expect(judgeSeenBefore({ ...input, isQuestion: true, matches: raised }).seenBefore).toBe(false);
});

test('judgeSeenBefore requires a score of 0.5 and a second match for a question, and of 0.6 for a single match or a failure', () => {
  expect(judge(true, 0.5, 0.3)).toEqual({ seenBefore: true, confidence: 0.5 });
  expect(judge(true, 0.49, 0.3).seenBefore).toBe(false);
  expect(judge(true, 0.55).seenBefore).toBe(false);
  expect(judge(false, 0.59, 0.59).seenBefore).toBe(false);
  expect(judge(false, 0.6)).toEqual({ seenBefore: true, confidence: 0.6 });
});

test('judgeSeenBefore gives no verdict on a query that does not say what failed', () => {
  const input = { isQuestion: true, isRepeat: false, reportedConfidence: null, likeliestConfidence: 0.9 };
  expect(
    judgeSeenBefore({ ...input, isUnspecific: true, matches: matches(0.9), wordCount: 2, searchedShare: 1 }),
  ).toEqual({ seenBefore: false, confidence: 0 });
});

test('judgeSeenBefore is certain of a repeated failure', () => {
  const input = {
    isUnspecific: false,
    reportedConfidence: 0.6,
    likeliestConfidence: 0.6,
    wordCount: 5,
    searchedShare: 1,
  };
  expect(judgeSeenBefore({ ...input, isQuestion: true, isRepeat: true, matches: matches(0.4) })).toEqual({
    seenBefore: true,
    confidence: 1,
  });
});

test.each([
  ['all repeated failures that are in the same pattern', { a: 'p', b: 'p' }, ['a', 'b']],
  ['a single failure that is in no pattern', { a: null }, ['a', 'b']],
  ['failures that are not clustered yet', {}, ['a', 'b']],
  ['nothing if the failures are in no pattern, although they are clustered', { a: null, b: null }, []],
])('chooseRepeats returns %s', (_, grouped: Record<string, string | null>, expected) => {
  const matches = [
    { id: 'a', isRepeat: true },
    { id: 'other', isRepeat: false },
    { id: 'b', isRepeat: true },
  ];
  expect(chooseRepeats(matches, new Map(Object.entries(grouped)))).toEqual(expected);
});

test('chooseRepeats returns nothing if most failures with these words are in different patterns', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const grouped = new Map([
    ['a', 'p'],
    ['b', 'p'],
    ['c', 'q'],
    ['d', 'r'],
    ['e', 's'],
  ]);
  expect(
    chooseRepeats(
      ids.map((id) => ({ id, isRepeat: true })),
      grouped,
    ),
  ).toEqual([]);
});
