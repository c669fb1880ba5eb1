import { expect, test } from 'vitest';
import { parseTriageCommand } from './parse-triage-command.ts';

const read = (text: string) => parseTriageCommand({ text, at: '2026-03-01T10:00:00.000Z' });

test.each([
  ['/refrain not-systemic', { kind: 'not_systemic' }],
  ['  /Refrain Not-Systemic  \nbecause it was the vendor', { kind: 'not_systemic' }],
  ['/refrain merge #12', { kind: 'merge', repository: null, number: 12 }],
  ['/refrain merge acme/web#7', { kind: 'merge', repository: 'acme/web', number: 7 }],
  ['/refrain snooze 90d', { kind: 'snooze', until: '2026-05-30T10:00:00.000Z' }],
  ['/refrain snooze 2w', { kind: 'snooze', until: '2026-03-15T10:00:00.000Z' }],
  ['/refrain help', { kind: 'help' }],
  ['/refrain', { kind: 'help' }],
])('parseTriageCommand parses the command %j', (text, command) => {
  expect(read(text)).toEqual(command);
});

test.each([
  '/refrain merge 12',
  '/refrain merge #12 please',
  '/refrain snooze',
  '/refrain snooze 0d',
  '/refrain snooze 999y',
  '/refrain not-systemic at all',
  '/refrain delete everything',
])('parseTriageCommand returns the kind unknown for the invalid command %j', (text) => {
  expect(read(text)).toEqual({ kind: 'unknown' });
});

test.each(['', 'We use /refrain here', '> /refrain not-systemic', 'Hello\n/refrain not-systemic', '/refrained'])(
  'parseTriageCommand returns null for a comment without a command: %j',
  (text) => {
    expect(read(text)).toBeNull();
  },
);

test('parseTriageCommand rejects a command of 400,000 characters', () => {
  expect(read(`/refrain ${'x '.repeat(200_000)}`)).toEqual({ kind: 'unknown' });
});
