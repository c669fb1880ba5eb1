import { expect, test } from 'vitest';
import { concludeResolution } from './conclude-resolution.ts';

const change = {
  kind: 'merged_pull_request',
  title: 'Raise the limit',
  occurredAt: '2026-05-03T12:00:00.000Z',
  repository: 'acme/shop',
  environment: null,
  url: null,
} as const;
const fix = { kind: 'fix', confidence: 0.77, changeId: 'c', change } as const;

test('concludeResolution names the kind of the change and how certain it is', () => {
  expect(concludeResolution(fix, 'possible')).toBe('Possibly resolved by this merged pull request (77\u00a0% likely):');
  expect(concludeResolution({ ...fix, confidence: 0.97 }, 'nearly_certain')).toBe(
    'Resolved by this merged pull request (97\u00a0% likely):',
  );
  expect(concludeResolution({ ...fix, kind: 'rollback' }, 'confirmed')).toBe(
    'Resolved by this rollback (confirmed by a person):',
  );
  expect(concludeResolution({ ...fix, change: null }, null)).toBe('Resolved by this change (77\u00a0% likely):');
});

test('concludeResolution says that no change is known', () => {
  const without = { ...fix, changeId: null, change: null, confidence: 0.9 };
  expect(concludeResolution({ ...without, kind: 'manual' }, null)).toBe('Resolved by a manual step.');
  expect(concludeResolution({ ...without, kind: 'manual', confidence: 0.6 }, null)).toBe(
    'Possibly resolved by a manual step.',
  );
  expect(concludeResolution({ ...without, kind: 'self_resolved' }, null)).toBe(
    'It ended without a known change or step.',
  );
  expect(concludeResolution({ ...without, kind: 'unknown' }, null)).toBeNull();
});
