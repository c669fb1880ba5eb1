import type { PullCheckState } from '@refrain/domain';
import { expect, test } from 'vitest';
import { areWarningsUnwelcome } from './are-warnings-unwelcome.ts';

const now = Date.parse('2026-07-01T00:00:00.000Z');
const shown = (state: PullCheckState, at = '2026-06-01T00:00:00.000Z') => ({ state, at });

test.each([
  ['no warning was shown', [], false],
  ['one of one warning was unhelpful', [shown('unhelpful')], false],
  ['two of two warnings were unhelpful', [shown('unhelpful'), shown('unhelpful')], true],
  [
    'two of five warnings were unhelpful',
    [shown('unhelpful'), shown('unhelpful'), shown('shown'), shown('shown'), shown('shown')],
    true,
  ],
  [
    'two of six warnings were unhelpful',
    [...Array(4).fill(shown('shown')), shown('unhelpful'), shown('unhelpful')],
    false,
  ],
  [
    'one of two unhelpful warnings is older than 180 days',
    [shown('unhelpful', '2025-12-01T00:00:00.000Z'), shown('unhelpful')],
    false,
  ],
])('areWarningsUnwelcome, if %s, decides correctly', (_what, checks, expected) => {
  expect(areWarningsUnwelcome(checks, now)).toBe(expected);
});
