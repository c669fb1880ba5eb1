import { expect, it } from 'vitest';
import { unwrapJsonMessage } from './json-message.ts';

it.each([
  [
    'fatal: [db-1]: FAILED! => {"changed": false, "msg": "disk is full", "rc": 1}',
    'fatal: [db-1]: FAILED! => disk is full',
  ],
  ['{"level":"error","message":"lock \\"a\\" held"}', 'lock \\"a\\" held'],
  ['call failed {"code": 5}', 'call failed {"code": 5}'],
  ['the "msg": is not an object', 'the "msg": is not an object'],
])('replaces a JSON object by its message in %s', (line, unwrapped) => {
  expect(unwrapJsonMessage(line)).toBe(unwrapped);
});

it('takes time in proportion to the length of a hostile line', () => {
  const hostile = (length: number) => '{"msg":"'.repeat(length);
  const measure = (length: number) => {
    const started = process.cpuUsage();
    unwrapJsonMessage(hostile(length));
    return process.cpuUsage(started).user;
  };
  measure(10_000);
  // Four times the length takes 16 times as long if the time is quadratic.
  expect(measure(80_000) / Math.max(1_000, measure(20_000))).toBeLessThan(10);
});
