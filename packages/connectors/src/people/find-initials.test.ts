import { expect, test } from 'vitest';
import { findInitials } from './find-initials.ts';
import { redactNamesInProse } from './names-in-prose.ts';

const chat = `10.02 QX: the search is down
10.04 VB looks at the logs
QX: I restart the worker
11:10 VB/QX confirm that it recovered`;

test('findInitials finds the initials of people who speak in a chat', () => {
  expect(findInitials(chat)).toEqual(['QX', 'VB']);
});

test('findInitials ignores acronyms, capitals after an article, and texts that record no chat', () => {
  expect(findInitials('10.02 AWS confirms it\n10.03 DNS fails\n10.04 AWS recovers\n10.05 DNS works')).toEqual([]);
  expect(findInitials(`${chat}\nThe QX is a cache, and a VB is a disk.`)).toEqual([]);
  expect(findInitials('QX: the search is down\nVB: it is up')).toEqual([]);
});

test('redactNamesInProse replaces initials by “someone”', () => {
  expect(redactNamesInProse({ title: 'Search down', text: chat }).text).toBe(`10.02 someone: the search is down
10.04 someone looks at the logs
someone: I restart the worker
11:10 someone/someone confirm that it recovered`);
});

test('findInitials reads 60,000 characters within a second of processor time', () => {
  for (const part of ['10.02 QX: a\n', 'QX', '   QX ', 'the QX a\n']) {
    const started = process.cpuUsage();
    findInitials(part.repeat(60_000 / part.length));
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(1_000);
  }
});
