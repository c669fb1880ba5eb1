import { expect, test } from 'vitest';
import { maxGrowth, measureGrowth } from '../testing.ts';
import { findStatedDuration } from './find-stated-duration.ts';

test.each([
  ['- **Time to repair**: 673h 34m', 673 + 34 / 60, '673h 34m'],
  ['Duration: 4 hours', 4, '4 hours'],
  ['| Time to recovery | 90 minutes |', 1.5, '90 minutes'],
  ['**Duration:** 18:00 to 19:12 UTC (72 minutes)', 1.2, '18:00 to 19:12 UTC'],
  ['Impact lasted 2h 15m.', 2.25, '2h 15m'],
  ['The gateway was unavailable for about 1 hour and 30 minutes.', 1.5, '1 hour and 30 minutes'],
  ['From 10:15 to 11:45 UTC, users experienced errors.', 1.5, '10:15 to 11:45 UTC'],
  ['Between 10:00 PM and 11:30 UTC, requests failed.', 1.5, '10:00 PM and 11:30 UTC'],
  ['Between 11:00 PM UTC and 1:00 AM UTC, requests failed.', 2, '11:00 PM UTC and 1:00 AM UTC'],
  [
    'Between May 3, 2026 at 18:00 UTC and May 5, 2026 at 19:30 UTC, some jobs were delayed.',
    49.5,
    'May 3, 2026 at 18:00 UTC and May 5, 2026 at 19:30 UTC',
  ],
  ['On May 3, between 02:24 UTC and May 8th at 20:26 UTC, jobs were delayed.', 138 + 2 / 60, undefined],
  ['Beginning at 23:30 UTC on May 3rd and lasting until 01:00 UTC on May 4th, mails were delayed.', 1.5, undefined],
  ['Between May 3rd, 2026 at 1 AM UTC and May 4th, 2026 at 10:30 PM UTC, jobs failed.', 45.5, undefined],
  ['From May 3rd to May 6th, some jobs failed.', 72, 'From May 3rd to May 6th'],
  ['The service was degraded between 10:00 UTC and 10:30 UTC, and between 12:00 UTC and 13:00 UTC.', 1.5, undefined],
])('findStatedDuration reads labels, sentences and periods: %s', (text, hours, quote) => {
  const found = findStatedDuration(text);
  if (quote !== undefined) expect(found?.quote).toBe(quote);
  expect(found?.hours).toBeCloseTo(hours, 6);
});

test.each([
  'Time to detect: 40 minutes',
  'Between 10:00 PM and 9:30, requests failed.',
  'We will perform maintenance from 10:00 to 14:00 UTC, which may cause errors.',
  'The scheduled upgrade lasted 3 hours.',
  'The alarm noticed that the queue was down for 20 minutes.',
  'Duration: ?',
  'The meeting was from 10:00 to 11:00.',
  'The database was down for 400 days.',
  '',
])('findStatedDuration ignores planned times, the time until the detection, and other times: %s', (text) => {
  expect(findStatedDuration(text)).toBeNull();
});

test('findStatedDuration prefers a label to a sentence, and the last update of a status page to earlier ones', () => {
  expect(findStatedDuration('It lasted 5 hours.\n\nDuration: 4 h')?.quote).toBe('4 h');
  const page =
    'The gateway was down for 10 minutes.\n---\nFrom 10:00 to 12:00 UTC, users saw errors. It was down for 1 hour.';
  expect(findStatedDuration(page)?.quote).toBe('10:00 to 12:00 UTC');
});

test('the time of findStatedDuration grows linearly with the length of the text', () => {
  for (const part of [
    '10:00 to ',
    'down for 1 h ',
    'May 3, 2026 at 10:00 UTC and ',
    'Duration: 1',
    '1 hour and ',
    '---\n',
  ]) {
    expect(measureGrowth(part, findStatedDuration)).toBeLessThan(maxGrowth);
  }
});
