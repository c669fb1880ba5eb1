import { expect, test } from 'vitest';
import { predictAfterCorrections, predictByFolds, type RecordWithCause, splitByDate } from './learn-causes.ts';

/** Records of two causes, which differ in one word. Only corrections teach Refrain which cause the word indicates. */
const records = Array.from({ length: 20 }, (_, at): RecordWithCause => {
  const isData = at % 2 === 0;
  return {
    id: `r${at}`,
    title: isData ? 'The zebra is out' : 'The walrus is out',
    text: `Case ${at}`,
    cause: [isData ? 'data' : 'capacity'],
    fold: at % 5,
    start: at < 15 ? `2024-01-${10 + at}` : null,
  };
});
const causeOf = new Map(records.map(({ id, cause }) => [id, cause[0]]));

test('the cause of each record is predicted once, after corrections of records in the other folds', () => {
  const predicted = predictByFolds(records);
  expect(predicted.map(({ id }) => id).sort()).toEqual(records.map(({ id }) => id).sort());
  expect(predicted.every(({ id, cause }) => cause === causeOf.get(id))).toBe(true);
  expect(predictByFolds(records, 0).every(({ cause }) => cause === 'unknown')).toBe(true);
});

test("a prediction never uses labels of the record's own fold", () => {
  const relabelled = records.map((record) => (record.fold === 2 ? { ...record, cause: ['process'] as const } : record));
  const ofFold = (known: readonly RecordWithCause[]) =>
    predictByFolds(known).filter(({ id }) => Number(id.slice(1)) % 5 === 2);
  expect(ofFold(relabelled)).toEqual(ofFold(records));
  expect(predictAfterCorrections(records.slice(0, 8), records.slice(8, 9))[0]?.cause).toBe('data');
});

test('splitByDate puts earlier and later records into two lists and omits records without a date', () => {
  const { earlier, later } = splitByDate(records.toReversed(), 0.7);
  expect(earlier.map(({ id }) => id)).toEqual(records.slice(0, 10).map(({ id }) => id));
  expect(later.map(({ id }) => id)).toEqual(records.slice(10, 15).map(({ id }) => id));
});
