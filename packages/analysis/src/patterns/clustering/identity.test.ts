import { describe, expect, test } from 'vitest';
import type { PreviousPattern } from './clustering-result.ts';
import { assignPatternIds } from './identity.ts';

const newId = (failureId: string) => `p-${failureId}`;
const ids = (groups: string[][], previous: PreviousPattern[]) => {
  const { identified, lineage } = assignPatternIds(groups, previous, newId);
  return { ids: identified.map(({ id }) => id), lineage };
};

describe('assignPatternIds', () => {
  test('assignPatternIds keeps the id of a pattern that grew', () => {
    expect(ids([['a', 'b', 'c']], [{ patternId: 'P', failureIds: ['a', 'b'] }])).toEqual({ ids: ['P'], lineage: [] });
  });

  test('assignPatternIds gives the larger part of a split pattern the old id and records from which pattern the smaller part was split', () => {
    const previous = [{ patternId: 'P', failureIds: ['a', 'b', 'c', 'd', 'e'] }];
    expect(
      ids(
        [
          ['a', 'b'],
          ['c', 'd', 'e'],
        ],
        previous,
      ),
    ).toEqual({
      ids: ['p-a', 'P'],
      lineage: [{ patternId: 'p-a', relatedPatternId: 'P', kind: 'split_from' }],
    });
  });

  test('assignPatternIds gives the part that states the mechanism of a split pattern the old id', () => {
    const failureIds = ['a', 'b', 'c', 'd', 'e'];
    const groups = [
      ['a', 'b'],
      ['c', 'd', 'e'],
    ];
    expect(ids(groups, [{ patternId: 'P', failureIds, statingFailureIds: ['a', 'b'] }]).ids).toEqual(['P', 'p-c']);
  });

  test('assignPatternIds keeps the id of the larger pattern in a merge and records into which pattern the smaller one was merged', () => {
    const previous = [
      { patternId: 'P', failureIds: ['a', 'b'] },
      { patternId: 'Q', failureIds: ['c', 'd', 'e'] },
    ];
    expect(ids([['a', 'b', 'c', 'd', 'e']], previous)).toEqual({
      ids: ['Q'],
      lineage: [{ patternId: 'P', relatedPatternId: 'Q', kind: 'merged_into' }],
    });
  });

  test('assignPatternIds never gives a new pattern the id of an active pattern', () => {
    const previous = [{ patternId: 'p-a', failureIds: ['a', 'x', 'y', 'z'] }];
    expect(
      ids(
        [
          ['x', 'y', 'z'],
          ['a', 'b'],
        ],
        previous,
      ).ids,
    ).toEqual(['p-a', 'p-b']);
  });
});
