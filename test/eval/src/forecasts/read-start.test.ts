import { expect, test } from 'vitest';
import { readStart } from './read-start.ts';

test.each([
  ['2022-03-26T01:43:00Z', '2022-03-26T01:43:00.000Z'],
  ['2022-03-26T01:43:00+02:00', '2022-03-25T23:43:00.000Z'],
  ['2022-03-26T01:43:00', '2022-03-26T01:43:00.000Z'],
  ['2022-03-26 01:43:00 +0000', '2022-03-26T01:43:00.000Z'],
  ['2022-03-26', '2022-03-26T00:00:00.000Z'],
  ['03/26/2022', '2022-03-26T00:00:00.000Z'],
])('readStart reads %s as %s in any time zone of the machine', (text, instant) => {
  expect(new Date(readStart(text) ?? 0).toISOString()).toBe(instant);
});

test.each(['', 'soon', '2022-13-40'])('readStart returns null for "%s"', (text) => {
  expect(readStart(text)).toBeNull();
});
