import { describe, expect, it } from 'vitest';
import { findDayInPath, findDayInText, findLabelledDate, removeDayFromText } from './find-date.ts';
import { parseDate } from './parse-date.ts';

describe('findLabelledDate', () => {
  it.each([
    ['Date: 2026-01-10', '2026-01-10T00:00:00.000Z'],
    ['**Incident date**: January 10th, 2026', '2026-01-10T00:00:00.000Z'],
    ['* Date of the incident: 10 January 2026, 09:15 GMT', '2026-01-10T09:15:00.000Z'],
    ['> Started at: 2026-01-10T09:15:30Z', '2026-01-10T09:15:30.000Z'],
    ['Start time: 2026-01-10 09:15 – 10:00 +02:00', '2026-01-10T07:15:00.000Z'],
    ['Start: 2026-01-10 09:15 +02:00', '2026-01-10T07:15:00.000Z'],
    ['| **Date** | 2026/01/10 |', '2026-01-10T00:00:00.000Z'],
    ['| Date | Duration |\n|:--|--:|\n| Jan 10, 2026 | 1 h |', '2026-01-10T00:00:00.000Z'],
    ['| Field | Value |\n|--|--|\n| Start (UTC) | 2026-01-10 09:15 |', '2026-01-10T09:15:00.000Z'],
    ['## Date\n\n2026-01-10', '2026-01-10T00:00:00.000Z'],
    ['Date: 2026-01-12\nIncident start: 2026-01-10 09:15', '2026-01-10T09:15:00.000Z'],
    ['Start: 09:15\nDate: 2026-01-10', '2026-01-10T00:00:00.000Z'],
  ])('findLabelledDate finds the date in %j', (head, instant) => {
    expect(parseDate(findLabelledDate(`# Checkout is down\n\n${head}\n\nIt was.`))?.at).toBe(instant);
  });

  it.each([
    'Start: 2026-01-10 09:15 PST',
    'Start (CEST): 2026-01-10 09:15',
    'Start: 2026-01-10 09:15 pm',
    'Start: 2026-01-10 29:15',
  ])('returns only the day if the zone is ambiguous: %s', (head) => {
    expect(parseDate(findLabelledDate(head))?.at).toBe('2026-01-10T00:00:00.000Z');
  });

  it.each([
    'Date: TBD',
    'Date: 2026-02-31',
    'Due date: 2026-01-10',
    'Date of the next review: 2026-01-10',
    'We were told on 2026-01-10.',
    '| Action | Due date |\n|--|--|\n| Alert | 2026-01-10 |',
    `${'\n'.repeat(60)}Date: 2026-01-10`,
  ])('findLabelledDate finds no date in %j', (head) => {
    expect(findLabelledDate(head)).toBeUndefined();
  });

  it('findLabelledDate takes a bounded time for lines that nearly match', () => {
    const started = process.cpuUsage();
    for (const line of [
      '*'.repeat(60_000),
      '| '.repeat(60_000),
      `Date${' '.repeat(60_000)}`,
      `1 ${'of '.repeat(60_000)}`,
    ]) {
      expect(findLabelledDate(`${line}\n`.repeat(40))).toBeUndefined();
      expect(findDayInText(line)).toBeUndefined();
      removeDayFromText(line.slice(0, 500));
    }
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(1_000);
  });
});

describe('finding a day in a text or path', () => {
  it.each([
    ['Checkout is down (January 10, 2026)', '2026-01-10', 'Checkout is down'],
    ['[2026-01-10] Checkout is down', '2026-01-10', 'Checkout is down'],
    ['10 Sept. 2026: Checkout is down', '2026-09-10', 'Checkout is down'],
    ['Outage on Jan 10th 2026', '2026-01-10', 'Outage'],
    ['Outage in May 2026', undefined, 'Outage in May 2026'],
    ['2026-01-10_checkout-down', '2026-01-10', 'checkout down'],
    ['Version 12026-01-101', undefined, 'Version 12026-01-101'],
  ])('findDayInText finds the day in %j, and removeDayFromText removes it', (text, day, rest) => {
    expect(findDayInText(text)).toBe(day);
    expect(removeDayFromText(text)).toBe(rest);
  });

  it.each([
    ['pm/2026-01-10-down.md', '2026-01-10'],
    ['pm/2026-01-10-down/README.md', '2026-01-10'],
    ['2026-01-10/pm/down.md', undefined],
  ])('findDayInPath finds the day in the path %s', (path, day) => {
    expect(findDayInPath(path)).toBe(day);
  });
});
