import { createRandomStream } from '@refrain/sample-org';
import { expect, test } from 'vitest';
import { createRecurrenceSequence } from './recurrence-sequence.ts';

const monthMs = (365.25 / 12) * 86_400_000;
const months = (count: number) => Math.round(count * monthMs);

test('the number of recurrences differs from the expected number by at most one, however the time is divided into periods', () => {
  const whole = createRecurrenceSequence(4, createRandomStream('one')).take(0, months(12));
  const cut = createRecurrenceSequence(4, createRandomStream('one'));
  const parts = Array.from({ length: 12 }, (_, month) => cut.take(months(month), months(month + 1)));
  expect(whole).toHaveLength(48);
  expect(parts.flat()).toHaveLength(48);
  for (const [month, own] of parts.entries()) {
    expect(Math.abs(own.length - 4)).toBeLessThanOrEqual(1);
    for (const at of own) expect(at >= months(month) && at <= months(month + 1)).toBe(true);
  }
});

test('a new rate of recurrence applies from the time at which it was set', () => {
  const recurrence = createRecurrenceSequence(2, createRandomStream('two'));
  expect(recurrence.take(0, months(6))).toHaveLength(12);
  recurrence.setRate(0);
  expect(recurrence.take(months(6), months(12))).toEqual([]);
  recurrence.setRate(6);
  expect(recurrence.take(months(12), months(14)).length).toBeGreaterThanOrEqual(11);
});
