import { expect, test } from 'vitest';
import { isLogLine } from './is-log-line.ts';

test.each([
  'standby: recovery paused, max_standby_streaming_delay reached',
  'last_log: restarted worker after timeout',
  '2026-03-01T10:00:00Z INFO restored 3 partitions',
  'WARN pool resized to 20',
  'consumer lag group=label-press topic=labels lag=88875',
])('isLogLine recognises the line of a program: “%s”', (line) => {
  expect(isLogLine(line)).toBe(true);
});

test.each([
  'fix: we restarted the workers',
  'Doubled the workers, backlog gone by 10:58',
  'turns out: the old key was still in use',
  'We set max_connections=200 and restarted',
  'The log: it was full, so we deleted it',
])('isLogLine does not take the note of a person for a log: “%s”', (line) => {
  expect(isLogLine(line)).toBe(false);
});
