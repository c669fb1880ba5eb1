import { expect, test } from 'vitest';
import { scoreEarlierNeighbours, scoreLatestRecords } from './score-in-time.ts';

const record = (id: string, created: string, group: string | null) => ({ id, created, group });
const list = (id: string, ...ids: string[]) => ({ id, neighbours: ids.map((neighbour) => ({ id: neighbour })) });

test('scoreEarlierNeighbours scores only records with a strictly earlier duplicate', () => {
  const records = [
    record('a', '2024-01', 'g'),
    record('b', '2024-02', 'g'),
    record('c', '2024-03', 'g'),
    record('d', '2024-01', 'h'),
    record('e', '2024-01', 'h'),
    record('f', '2024-05', null),
  ];
  const predicted = [
    list('a'),
    list('b', 'd', 'a'),
    list('c', 'b', 'a'),
    list('d'),
    list('e'),
    list('f', 'a', 'b', 'c'),
  ];
  expect(scoreEarlierNeighbours(predicted, records)).toEqual({
    scored: 2,
    recallAt1: 1 / 2,
    recallAt5: 1,
    recallAt10: 1,
    meanReciprocalRank: 3 / 4,
  });
});

test('scoreEarlierNeighbours returns null if no record has an earlier duplicate', () => {
  expect(scoreEarlierNeighbours([list('a')], [record('a', '1', 'g'), record('b', '1', 'g')])).toBeNull();
});

test('scoreLatestRecords scores the latest 30 % of the records by comparing them with all records, whatever the order', () => {
  // The latest three records are h, i and j. The pattern of h also contains a, which has the same group, and b, which has another group.
  const records = [...'abcdefghij'].map((id, at) => record(id, `2024-0${at}`, 'ahi'.includes(id) ? 'g' : 'other'));
  const items = records.map(({ id, group }) => ({ id, group, pattern: 'abh'.includes(id) ? '1' : null }));
  const expected = { precision: (2 / 3 + 1 + 1) / 3, recall: (2 / 3 + 1 / 3 + 1 / 7) / 3 };
  for (const inOrder of [records, records.toReversed()]) {
    const score = scoreLatestRecords(items, inOrder);
    expect(score.precision).toBeCloseTo(expected.precision);
    expect(score.recall).toBeCloseTo(expected.recall);
  }
});
