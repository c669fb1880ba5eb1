import { expect, test } from 'vitest';
import { isSameIncident } from './is-same-incident.ts';

const now = Date.parse('2026-05-31T12:00:00.000Z');
const resolved = {
  kind: 'incident',
  occurredAt: '2026-05-31T08:00:00.000Z',
  resolvedAt: '2026-05-31T09:00:00.000Z',
  precision: 'instant',
} as const;

test.each([
  ['a failure of the last day', resolved, true],
  ['a resolved incident of last week', { ...resolved, occurredAt: '2026-05-24T08:00:00.000Z' }, false],
  ['an open incident of last week', { ...resolved, occurredAt: '2026-05-24T08:00:00.000Z', resolvedAt: null }, true],
  [
    'an incident that was never closed',
    { ...resolved, occurredAt: '2026-01-24T08:00:00.000Z', resolvedAt: null },
    false,
  ],
  [
    'a failed deployment of last week',
    { ...resolved, kind: 'failed_deployment', occurredAt: '2026-05-24T08:00:00.000Z', resolvedAt: null },
    false,
  ],
  ['an incident without a time of day', { ...resolved, precision: 'day' }, false],
] as const)('isSameIncident decides for %s', (_, failure, isSame) => {
  expect(isSameIncident(failure, now)).toBe(isSame);
});
