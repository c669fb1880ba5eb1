import { expect, test } from 'vitest';
import { findMechanism } from '../mechanisms/find-mechanisms.ts';
import { isFalseAlarm } from './is-false-alarm.ts';

const incident = (text: string) => ({ kind: 'incident' as const, text });

test.each([
  'acked\nfalse alarm, Turin vantage point has routing trouble',
  'Checked the logs. False positive, nobody was affected.',
  'It was a false alarm.',
  'browser check tripped over a slow font. nothing real',
  'no dip in real traffic. check is too touchy',
  'only from Graz, all good elsewhere. noise\nmuted Graz',
])('an incident with the verdict that nothing failed is a false alarm: %s', (text) => {
  expect(isFalseAlarm(incident(text))).toBe(true);
});

test.each([
  'We first thought of a false alarm, but checkout was down.',
  'Not a false alarm',
  'noise in the signal hid the drop',
  'No customer impact so far.',
  '',
])('an incident without that verdict is no false alarm: %s', (text) => {
  expect(isFalseAlarm(incident(text))).toBe(false);
});

test('a revert is no false alarm', () => {
  expect(isFalseAlarm({ kind: 'reverted_change', text: 'False positives block real users' })).toBe(false);
});

test('the decision of a person outweighs the text', () => {
  const decide = (mechanism: string) => ({ mechanism, quote: null }) as never;
  expect(isFalseAlarm(incident('false alarm'), decide('Connection pool exhausted'))).toBe(false);
  expect(isFalseAlarm(incident(''), decide('False alarm'))).toBe(true);
  expect(findMechanism('False alarm')).not.toBeNull();
});
