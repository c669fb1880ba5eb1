import { describe, expect, test } from 'vitest';
import { findMistakes, type KnownTruth, type ShownPattern } from './find-mistakes.ts';

/**
 * The true groups. Names are a group and a number: `a1` belongs to group `a`. Each failure is an episode; `+` joins it to the one before.
 */
const truth: KnownTruth = { groupOf: (id) => id.charAt(0), episodeOf: (id) => id.replace('+', '') };

function shown(id: string, ...failureIds: string[]): ShownPattern {
  return { id, members: failureIds.map((failureId) => ({ failureId })) };
}

describe('mistakes on the page of patterns', () => {
  test('finds no mistake in right patterns', () => {
    expect(findMistakes([shown('p', 'a1', 'a2'), shown('q', 'b1', 'b2')], truth)).toEqual([]);
  });

  test('merges two patterns of one group into the larger one by their own members', () => {
    const patterns = [shown('p', 'a1', 'a2'), shown('q', 'a3', 'a4', 'a5')];
    expect(findMistakes(patterns, truth)).toEqual([
      {
        kind: 'merge',
        patternIds: ['q', 'p'],
        decisions: [{ kind: 'must_link', failureIds: ['a3', 'a4', 'a5', 'a1', 'a2'] }],
      },
    ]);
  });

  test('moves a wrong member to the pattern of its group', () => {
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

  test('moves out a wrong member without a pattern of its group, with its whole episode', () => {
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

  test('splits off wrong members of two episodes as a pattern', () => {
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

  test('splits a pattern without a majority and merges it with no other', () => {
    const mixed = shown('p', 'a1', 'a2', 'b1', 'b2');
    expect(
      findMistakes([mixed, shown('q', 'a3', 'a4')], truth).map(({ kind, patternIds }) => [kind, patternIds]),
    ).toEqual([['split', ['p']]]);
  });
});
