import { expect, test } from 'vitest';
import { readIncidentTimesInText } from './incident-times-in-text.ts';
import { readArchiveRecord } from './read-record.ts';

const day = '2026-03-10';

test('reads the times of a PagerDuty impact statement in the zone that the report names', () => {
  const report = `IMPACT TIME
Mar 10 at 16:39 to Mar 11 at 00:58
DURATION
8h 19m
*All times listed in this report are in
Bucharest.
The search answers 502`;
  expect(readIncidentTimesInText(report, day)).toEqual({
    start: '2026-03-10T14:39:00.000Z',
    end: '2026-03-10T22:58:00.000Z',
  });
});

test.each([
  ['UTC', '2026-07-10T09:00:00.000Z'],
  ['Pacific Time (US & Canada)', '2026-07-10T16:00:00.000Z'],
  ['Edinburgh, London', '2026-07-10T08:00:00.000Z'],
  ['America/New_York', '2026-07-10T13:00:00.000Z'],
  ['CEST', '2026-07-10T07:00:00.000Z'],
  ['a zone that nobody knows', '2026-07-10T09:00:00.000Z'],
])('reads stated times in the zone %s', (zone, start) => {
  const report = `All times are in ${zone}.\n\nIncident started 2026-07-10 09:00`;
  expect(readIncidentTimesInText(report, '2026-07-10')?.start).toBe(start);
});

test('reads lines labelled as start and end, each in its own zone', () => {
  const report = `- **Key events**
  - First detected 2026-03-10 08:33
  - Fault occurs 2026-03-10 08:31 CET
  - Incident declared 2026-03-10 09:07
  - Repaired 2026-03-10 10:41
  - Resolved 2026-03-10 5:19 PM`;
  expect(readIncidentTimesInText(report, day)).toEqual({
    start: '2026-03-10T07:31:00.000Z',
    end: '2026-03-10T17:19:00.000Z',
  });
});

test('ignores a stated end that is before the start or weeks later', () => {
  const ended = (end: string) => readIncidentTimesInText(`Started: 2026-03-10 08:00\nEnded: ${end}`, day)?.end;
  expect(ended('2026-03-10 07:00')).toBeNull();
  expect(ended('2026-05-10 07:00')).toBeNull();
  expect(ended('2026-03-10 09:00')).toBe('2026-03-10T09:00:00.000Z');
});

test.each([
  'The pool ran dry. It was restarted at 10:15.',
  'Started: 2026-01-02 08:00',
  'Started at 29:15',
  'Occurred right after the upgrade to 1.17, and 3 days later at 10:15',
  '',
])('finds no stated time in %j', (report) => {
  expect(readIncidentTimesInText(report, day)).toBeNull();
});

test('reads the times of a report of 60,000 characters within a bounded time', () => {
  for (const part of ['Started: ', '10:15 ', '| ', 'all times are in ', 'IMPACT TIME\n', 'Mar 1 ']) {
    const started = process.cpuUsage();
    readIncidentTimesInText(part.repeat(60_000 / part.length), day);
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(1_000);
  }
});

test('replaces the date of an imported incident by times from its text, but keeps a time of day', () => {
  const text = 'Started: 2026-03-10 08:00\nResolved: 2026-03-10 09:30';
  const read = (fields: object) =>
    readArchiveRecord({ type: 'archive.incident', payload: { id: 'i', title: 'Down', text, ...fields } }).failures[0];
  expect(read({ created: '2026-03-10T00:00:00.000Z', precision: 'day' })).toMatchObject({
    occurredAt: '2026-03-10T08:00:00.000Z',
    resolvedAt: '2026-03-10T09:30:00.000Z',
    precision: 'minute',
  });
  expect(read({ created: '2026-03-10T11:00:00.000Z', precision: 'instant' })).toMatchObject({
    occurredAt: '2026-03-10T11:00:00.000Z',
    resolvedAt: null,
    precision: 'instant',
  });
  expect(read({ created: '2026-03-10T00:00:00.000Z', precision: 'day', text: '' })).toMatchObject({ precision: 'day' });
});
