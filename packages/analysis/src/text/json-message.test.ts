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

it('takes time in proportion to a hostile line', () => {
  const started = process.cpuUsage();
  unwrapJsonMessage('{"msg":"'.repeat(50_000));
  expect(process.cpuUsage(started).user / 1_000).toBeLessThan(500);
});
