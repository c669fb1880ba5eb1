import { describe, expect, test } from 'vitest';
import { identify } from './identity.ts';

const newId = (failureId: string) => `p-${failureId}`;
const ids = (groups: string[][], previous: { patternId: string; failureIds: string[] }[]) => {
  const { identified, lineage } = identify(groups, previous, newId);
  return { ids: identified.map(({ id }) => id), lineage };
};

describe('identify', () => {
  test('a pattern that grew keeps its id', () => {
    expect(ids([['a', 'b', 'c']], [{ patternId: 'P', failureIds: ['a', 'b'] }])).toEqual({ ids: ['P'], lineage: [] });
  });

  test('a split leaves the id with the greater part, and the other says where it came from', () => {
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

  test('a merge keeps the id of the greater, and the other says where it went', () => {
    const previous = [
      { patternId: 'P', failureIds: ['a', 'b'] },
      { patternId: 'Q', failureIds: ['c', 'd', 'e'] },
    ];
    expect(ids([['a', 'b', 'c', 'd', 'e']], previous)).toEqual({
      ids: ['Q'],
      lineage: [{ patternId: 'P', relatedPatternId: 'Q', kind: 'merged_into' }],
    });
  });

  test('a new pattern never takes the id of one that is alive', () => {
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
