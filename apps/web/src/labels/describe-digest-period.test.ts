import { expect, test } from 'vitest';
import { describeDigestPeriod, describeDigestScope } from './describe-digest-period.ts';

test.each([
  ['month', '2026-10-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z', 'October 2026'],
  ['week', '2026-11-16T00:00:00.000Z', '2026-11-23T00:00:00.000Z', '16 to 22 Nov 2026'],
  ['week', '2026-11-30T00:00:00.000Z', '2026-12-07T00:00:00.000Z', '30 Nov 2026 to 6 Dec 2026'],
] as const)('describeDigestPeriod describes the %s from %s to %s as “%s”', (kind, from, until, text) => {
  expect(describeDigestPeriod({ kind, from, until })).toBe(text);
});

test('describeDigestScope names the scope of a digest', () => {
  expect(describeDigestScope({ kind: 'organisation' })).toBe('All services');
  expect(describeDigestScope({ kind: 'team', name: '@acme/pay' })).toBe('Team @acme/pay');
});
