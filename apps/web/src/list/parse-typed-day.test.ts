import { expect, test } from 'vitest';
import { parseTypedDay } from './parse-typed-day.ts';

test.each([
  ['4 May 2026', '2026-05-04'],
  ['4 sept. 2026', '2026-09-04'],
  ['May 4, 2026', '2026-05-04'],
  [' 2026-5-4 ', '2026-05-04'],
  ['04/05/2026', null],
  ['31 Feb 2026', null],
  ['4 Foo 2026', null],
  ['4 M', null],
])('parseTypedDay reads %j as %j', (text, day) => {
  expect(parseTypedDay(text)).toBe(day);
});
