import { expect, test } from 'vitest';
import { describeOpenState } from './describe-open-state.ts';

const now = '2026-05-01T10:11:00.000Z';
const open = {
  kind: 'incident',
  occurredAt: '2026-05-01T10:00:00.000Z',
  resolvedAt: null,
  statements: { resolution: null },
} as const;
const resolution = { quote: 'we restarted it', confidence: 0.8, isDecided: false };

test('describeOpenState says how long an incident has been open', () => {
  expect(describeOpenState(open, 'PagerDuty', now)).toBe('Open for 11 min');
});

test('describeOpenState says that a stated resolution contradicts the open record', () => {
  expect(describeOpenState({ ...open, statements: { resolution } }, 'PagerDuty', now)).toBe(
    'Resolved according to its text, but not closed in PagerDuty',
  );
});

test('describeOpenState says nothing about a closed incident or one from a file', () => {
  expect(describeOpenState({ ...open, resolvedAt: now }, 'PagerDuty', now)).toBeNull();
  expect(describeOpenState(open, null, now)).toBeNull();
});
