import { expect, test } from 'vitest';
import { isTrendOfPeriod, listPatternMarks } from './list-pattern-marks.ts';

const rising = { recurrence: 'returned', direction: 'rising', judgement: 'confirmed' } as const;

test('the marks of a pattern contain its trend only if it is about the shown period', () => {
  expect(listPatternMarks(rising, true)).toEqual(['returned', 'rising', 'confirmed']);
  expect(listPatternMarks(rising, false)).toEqual(['returned', 'confirmed']);
  expect(listPatternMarks({ recurrence: 'recurring', direction: 'steady', judgement: null }, true)).toEqual([]);
});

test('a trend is not about a period that ended more than a week ago', () => {
  const now = Date.parse('2026-11-30T00:00:00.000Z');
  expect(isTrendOfPeriod({ until: '2026-11-29T00:00:00.000Z' }, now)).toBe(true);
  expect(isTrendOfPeriod({ until: '2026-10-01T00:00:00.000Z' }, now)).toBe(false);
  expect(isTrendOfPeriod(null, now)).toBe(false);
});
