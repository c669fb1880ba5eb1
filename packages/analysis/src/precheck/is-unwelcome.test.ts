import type { PullCheckState } from '@refrain/domain';
import { expect, test } from 'vitest';
import { isUnwelcome } from './is-unwelcome.ts';

const now = Date.parse('2026-07-01T00:00:00.000Z');
const shown = (state: PullCheckState, at = '2026-06-01T00:00:00.000Z') => ({ state, at });

test.each([
  ['nothing was shown', [], false],
  ['one person found it unhelpful', [shown('unhelpful')], false],
  ['two of two found it unhelpful', [shown('unhelpful'), shown('unhelpful')], true],
  [
    'two of five found it unhelpful',
    [shown('unhelpful'), shown('unhelpful'), shown('shown'), shown('shown'), shown('shown')],
    true,
  ],
  ['two of six found it unhelpful', [...Array(4).fill(shown('shown')), shown('unhelpful'), shown('unhelpful')], false],
  [
    'one of the two reports is older than 180 days',
    [shown('unhelpful', '2025-12-01T00:00:00.000Z'), shown('unhelpful')],
    false,
  ],
])('isUnwelcome is decided when %s', (_what, checks, expected) => {
  expect(isUnwelcome(checks, now)).toBe(expected);
});
