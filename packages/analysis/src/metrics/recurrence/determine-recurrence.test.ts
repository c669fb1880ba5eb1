import { dayInMs } from '@refrain/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { determineRecurrence } from './determine-recurrence.ts';

const days = (...list: number[]) => list.map((day) => day * dayInMs);
const at = (day: number) => day * dayInMs;

test('determineRecurrence returns null for one episode, and `new` for a month after the second', () => {
  expect(determineRecurrence(days(0), at(10))).toBeNull();
  expect(determineRecurrence(days(0, 20), at(19))).toBeNull();
  expect(determineRecurrence(days(0, 20), at(50))).toBe('new');
  expect(determineRecurrence(days(0, 20), at(51))).toBe('recurring');
});

test('determineRecurrence returns `quiet` after a pause that is long for the previous rate of the pattern', () => {
  const weekly = days(...Array.from({ length: 20 }, (_, week) => week * 7));
  expect(determineRecurrence(weekly, at(133 + 27))).toBe('recurring');
  expect(determineRecurrence(weekly, at(133 + 29))).toBe('quiet');
  // Rare patterns get more time: (180 / (180 + q))² falls below 0.05 only at 625 days, so the limit of a year applies.
  expect(determineRecurrence(days(0, 70, 150), at(150 + 364))).toBe('recurring');
  expect(determineRecurrence(days(0, 70, 150), at(150 + 365))).toBe('quiet');
});

test('determineRecurrence returns `returned` for three months after the end of a quiet time', () => {
  const back = [...days(...Array.from({ length: 20 }, (_, week) => week * 7)), at(300)];
  expect(determineRecurrence(back, at(301))).toBe('returned');
  expect(determineRecurrence([...back, at(380)], at(389))).toBe('returned');
  expect(determineRecurrence([...back, at(350), at(385)], at(391))).toBe('recurring');
});

test('determineRecurrence ignores episodes after the given time, and the order of the input', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 30 }), fc.nat(2_000), (starts, day) => {
      const known = days(...starts.filter((start) => start <= day));
      expect(determineRecurrence(days(...starts).reverse(), at(day))).toBe(determineRecurrence(known, at(day)));
    }),
  );
});
