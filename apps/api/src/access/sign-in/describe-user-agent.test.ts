import { expect, test } from 'vitest';
import { describeUserAgent } from './describe-user-agent.ts';

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    'Chrome on macOS',
  ],
  ['', null],
  [undefined, null],
])('describes the User-Agent %j as %j', (header, expected) => {
  expect(describeUserAgent(header)).toBe(expected);
});

test('describes malformed User-Agents in less than 200 characters', () => {
  for (const header of ['x'.repeat(100_000), '\u0000\u0001', '(((((', 'Firefox/'.repeat(1_000)]) {
    expect((describeUserAgent(header) ?? '').length).toBeLessThan(200);
  }
});
