import { expect, it } from 'vitest';
import { parseIsoTime, parseUtcTime } from './parse-iso-time.ts';

const newYork = (text: string) => new Date(parseIsoTime(text, 'America/New_York')).toISOString();

it.each([
  ['2026-01-15T12:00:00Z', '2026-01-15T12:00:00.000Z'],
  ['2026-01-15T12:00:00+02:00', '2026-01-15T10:00:00.000Z'],
  ['2026-01-15T12:00:00', '2026-01-15T17:00:00.000Z'],
  ['2026-07-15T12:00:00', '2026-07-15T16:00:00.000Z'],
  ['2026-07-15', '2026-07-15T04:00:00.000Z'],
  // In New York, clocks go forward at 2026-03-08T02:00 and back at 2026-11-01T02:00.
  ['2026-03-08T01:59:00', '2026-03-08T06:59:00.000Z'],
  ['2026-03-08T03:00:00', '2026-03-08T07:00:00.000Z'],
  ['2026-11-01T02:30:00', '2026-11-01T07:30:00.000Z'],
])('parseIsoTime parses %s in New York as %s', (text, instant) => {
  expect(newYork(text)).toBe(instant);
});

it.each(['', 'yesterday', '2026-13-01', '2026-01-15T12:00:00 02:00', '20260115'])(
  'parseIsoTime returns NaN for %j',
  (text) => {
    expect(parseIsoTime(text, 'UTC')).toBeNaN();
  },
);

it('parseIsoTime returns NaN for an unknown time zone', () => {
  expect(parseIsoTime('2026-01-15T12:00:00', 'Atlantis/Capital')).toBeNaN();
});

it('parseUtcTime accepts only times that are explicitly in UTC', () => {
  expect(parseUtcTime('2026-01-15T12:00:00Z')).toBe(Date.UTC(2026, 0, 15, 12));
  expect(parseUtcTime('2026-01-15T12:00:00+00:00')).toBe(Date.UTC(2026, 0, 15, 12));
  for (const text of ['2026-01-15T12:00:00', '2026-01-15T12:00:00+01:00', 'Z']) expect(parseUtcTime(text)).toBeNaN();
});
