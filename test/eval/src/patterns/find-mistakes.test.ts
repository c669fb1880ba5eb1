import { expect, test } from 'vitest';
import { findMistakes, type PatternWithMembers, type TrueGroupsAndEpisodes } from './find-mistakes.ts';

/** The first letter of a failure's id is its true group. Each failure is an episode, except that `c1+` belongs to the episode of `c1`. */
const truth: TrueGroupsAndEpisodes = { groupOf: (id) => id.charAt(0), episodeOf: (id) => id.replace('+', '') };

function shown(id: string, ...failureIds: string[]): PatternWithMembers {
  return { id, members: failureIds.map((failureId) => ({ failureId })) };
}

test('findMistakes finds no mistake in right patterns', () => {
  expect(findMistakes([shown('p', 'a1', 'a2'), shown('q', 'b1', 'b2')], truth)).toEqual([]);
});

test('findMistakes merges two patterns of one group into the larger one', () => {
  const patterns = [shown('p', 'a1', 'a2'), shown('q', 'a3', 'a4', 'a5')];
  expect(findMistakes(patterns, truth)).toEqual([
    {
      kind: 'merge',
      patternIds: ['q', 'p'],
      decisions: [{ kind: 'must_link', failureIds: ['a3', 'a4', 'a5', 'a1', 'a2'] }],
    },
  ]);
});

test("findMistakes moves a wrong member to the pattern of the member's group", () => {
  const patterns = [shown('p', 'a1', 'a2', 'b9'), shown('q', 'b1', 'b2')];
  expect(findMistakes(patterns, truth)).toEqual([
    {
      kind: 'move',
      patternIds: ['p', 'q'],
      decisions: [
        { kind: 'cannot_link', failureIds: ['a1', 'b9'] },
        { kind: 'must_link', failureIds: ['b9', 'b1'] },
      ],
    },
  ]);
});

test("findMistakes moves a wrong member out with its whole episode if no pattern has the member's group", () => {
  expect(findMistakes([shown('p', 'a1', 'a2', 'a3', 'c1', 'c1+')], truth)).toEqual([
    {
      kind: 'move',
      patternIds: ['p'],
      decisions: [
        { kind: 'cannot_link', failureIds: ['a1', 'c1'] },
        { kind: 'must_link', failureIds: ['c1', 'c1+'] },
      ],
    },
  ]);
});

test('findMistakes splits wrong members of two episodes off as a pattern', () => {
  expect(findMistakes([shown('p', 'b1', 'a1', 'a2', 'a3', 'b2')], truth)).toEqual([
    {
      kind: 'split',
      patternIds: ['p'],
      decisions: [
        { kind: 'cannot_link', failureIds: ['a1', 'b1'] },
        { kind: 'must_link', failureIds: ['b1', 'b2'] },
      ],
    },
  ]);
});

test('findMistakes splits a pattern without a majority and merges it with no other', () => {
  const mixed = shown('p', 'a1', 'a2', 'b1', 'b2');
  expect(
    findMistakes([mixed, shown('q', 'a3', 'a4')], truth).map(({ kind, patternIds }) => [kind, patternIds]),
  ).toEqual([['split', ['p']]]);
});
