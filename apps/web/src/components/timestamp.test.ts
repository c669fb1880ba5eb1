import { expect, test } from 'vitest';
import { formatFailureDuration } from './timestamp.tsx';

const failure = { occurredAt: '2026-05-01T10:00:00.000Z', resolvedAt: '2026-05-01T17:35:00.000Z' };

test('formatFailureDuration prefers the duration that the text states to that of the record', () => {
  const statedDuration = { hours: 3, quote: 'lasted 3 h' };
  expect(formatFailureDuration({ ...failure, statedDuration })).toBe('lasted 3 h');
  expect(formatFailureDuration(failure)).toBe('lasted 7 h 35 min');
});

test('formatFailureDuration says nothing about an open failure, or one whose record has only dates', () => {
  expect(formatFailureDuration({ ...failure, resolvedAt: null })).toBe('');
  expect(formatFailureDuration({ ...failure, precision: 'day' })).toBe('');
});
