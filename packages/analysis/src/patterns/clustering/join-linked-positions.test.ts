import { expect, test } from 'vitest';
import { joinLinkedPositions } from './join-linked-positions.ts';

test('a link moves a position to the group that contains most of the linked ones, and changes no other position', () => {
  const groups = [[0, 1, 2], [3, 4, 5, 6], [7]];
  expect(joinLinkedPositions(groups, [[0, 1, 3]], [])).toEqual([[0, 1, 2, 3], [4, 5, 6], [7]]);
  expect(joinLinkedPositions(groups, [[2, 7]], [])).toEqual([
    [0, 1, 2, 7],
    [3, 4, 5, 6],
  ]);
  expect(joinLinkedPositions([[0], [1, 2, 3]], [[0, 2]], [])).toEqual([[0, 1, 2, 3]]);
  expect(
    joinLinkedPositions(
      [
        [0, 1],
        [2, 3, 4, 5],
      ],
      [[0, 1, 2]],
      [],
    ),
  ).toEqual([
    [0, 1, 2],
    [3, 4, 5],
  ]);
  expect(joinLinkedPositions(groups, [], [])).toEqual(groups);
});

test('a group joins as a whole if the links name at least half of it', () => {
  expect(
    joinLinkedPositions(
      [
        [0, 1, 2],
        [3, 4],
      ],
      [[0, 1, 3]],
      [],
    ),
  ).toEqual([[0, 1, 2, 3, 4]]);
});

test('linked positions do not move to a group that contains a separated position', () => {
  const groups = [
    [0, 1, 2, 3],
    [4, 5],
  ];
  expect(joinLinkedPositions(groups, [[0, 4]], [[3, 4]])).toEqual([
    [0, 4, 5],
    [1, 2, 3],
  ]);
  expect(
    joinLinkedPositions(
      [[0, 1, 2]],
      [
        [0, 1],
        [2, 3],
      ],
      [[1, 2]],
    ),
  ).toEqual([
    [0, 1],
    [2, 3],
  ]);
});
