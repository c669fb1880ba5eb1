import { dayInMs } from '@refrain/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { determineRecurrenceStatus } from './determine-recurrence-status.ts';

const days = (...list: number[]) => list.map((day) => day * dayInMs);
const at = (day: number) => day * dayInMs;

test('determineRecurrenceStatus returns null for one episode, and `new` for a month after the second', () => {
  expect(determineRecurrenceStatus(days(0), at(10))).toBeNull();
  expect(determineRecurrenceStatus(days(0, 20), at(19))).toBeNull();
  expect(determineRecurrenceStatus(days(0, 20), at(50))).toBe('new');
  expect(determineRecurrenceStatus(days(0, 20), at(51))).toBe('recurring');
});

test('determineRecurrenceStatus returns `quiet` after a pause that is long for the previous rate of the pattern', () => {
  const weekly = days(...Array.from({ length: 20 }, (_, week) => week * 7));
  expect(determineRecurrenceStatus(weekly, at(133 + 27))).toBe('recurring');
  expect(determineRecurrenceStatus(weekly, at(133 + 29))).toBe('quiet');
  // Rare patterns get more time: (180 / (180 + q))² falls below 0.05 only at 625 days, so the limit of a year applies.
  expect(determineRecurrenceStatus(days(0, 70, 150), at(150 + 364))).toBe('recurring');
  expect(determineRecurrenceStatus(days(0, 70, 150), at(150 + 365))).toBe('quiet');
});

test('determineRecurrenceStatus returns `returned` for three months after the end of a quiet time', () => {
  const back = [...days(...Array.from({ length: 20 }, (_, week) => week * 7)), at(300)];
  expect(determineRecurrenceStatus(back, at(301))).toBe('returned');
  expect(determineRecurrenceStatus([...back, at(380)], at(389))).toBe('returned');
  expect(determineRecurrenceStatus([...back, at(350), at(385)], at(391))).toBe('recurring');
});

test('determineRecurrenceStatus ignores episodes after the given time, and the order of the input', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 30 }), fc.nat(2_000), (starts, day) => {
      const known = days(...starts.filter((start) => start <= day));
      expect(determineRecurrenceStatus(days(...starts).reverse(), at(day))).toBe(
        determineRecurrenceStatus(known, at(day)),
      );
    }),
  );
});
