import { expect, test } from 'vitest';
import { joinReportsOfOneEvent } from './join-reports-of-one-event.ts';
import { createFailure } from './testing.ts';

function join(...texts: [hours: number, text: string, url?: string][]): string[] {
  const incidents = texts.map(([hours, text, url = null], at) => ({
    ...createFailure(`i${at}`, hours, { text }),
    url,
  }));
  return joinReportsOfOneEvent(incidents).map(({ earlier, later }) => `${earlier.id} ${later.id}`);
}

test('joinReportsOfOneEvent joins incidents that state the same period to the minute', () => {
  const login = 'Between 13:25 UTC and 18:35 UTC on May 11, users could not log in.';
  const web = 'Between 13:25 UTC and 18:35 UTC on May 11th, web requests failed.';
  expect(join([0, login], [3, web], [4, 'Between 13:25 and 14:10 UTC, mails were late.'])).toEqual(['i0 i1']);
  expect(join([0, login], [100, web])).toEqual([]);
  const first = 'Between July 28, 2025 16:31 UTC to July 29, 2025 12:05 UTC, downloads failed.';
  const second = 'Downloads were slow from 16:31 UTC on July 28th to 12:05 UTC.';
  expect(join([0, first], [18, second])).toEqual(['i0 i1']);
});

test('joinReportsOfOneEvent does not join incidents by a period of whole hours, which is often rounded', () => {
  expect(join([0, 'Orders failed from 10:00 to 11:00.'], [1, 'Mails were late from 10:00 to 11:00.'])).toEqual([]);
});

test('joinReportsOfOneEvent joins incidents that state the same beginning', () => {
  expect(
    join(
      [0, 'We see errors of the disk service beginning at Friday, 2026-05-06 01:20.'],
      [2, 'An issue affects the database beginning at Friday, 2026-05-06 01:20.'],
    ),
  ).toEqual(['i0 i1']);
});

test('joinReportsOfOneEvent joins an incident with the report to which it refers, and others that refer to it', () => {
  const address = 'https://status.example.com/incidents/4Qvmd4q8';
  const merged = `This report is merged with ${address}`;
  expect(join([0, 'Disks are slow.', address], [1, merged], [2, merged], [3, 'Mails are late.'])).toEqual([
    'i0 i1',
    'i1 i2',
  ]);
});

test('joinReportsOfOneEvent does not join the incidents that one document describes', () => {
  const address = 'https://code.example.com/acme/post-mortems/issues/2026-05';
  expect(join([0, 'Flags are slow.', address], [30, 'Flags are down.', address])).toEqual([]);
});
