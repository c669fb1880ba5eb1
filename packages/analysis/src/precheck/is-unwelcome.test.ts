import type { PullCheckState } from '@refrain/domain';
import { expect, test } from 'vitest';
import { isUnwelcome } from './is-unwelcome.ts';

const now = Date.parse('2026-07-01T00:00:00.000Z');
const shown = (state: PullCheckState, at = '2026-06-01T00:00:00.000Z') => ({ state, at });

test.each([
  ['nothing was shown', [], false],
  ['one person said so', [shown('unhelpful')], false],
  ['two said so of two', [shown('unhelpful'), shown('unhelpful')], true],
  [
    'two said so of five',
    [shown('unhelpful'), shown('unhelpful'), shown('shown'), shown('shown'), shown('shown')],
    true,
  ],
  ['two said so of six', [...Array(4).fill(shown('shown')), shown('unhelpful'), shown('unhelpful')], false],
  ['it was long ago', [shown('unhelpful', '2025-12-01T00:00:00.000Z'), shown('unhelpful')], false],
])('where %s', (_what, checks, expected) => {
  expect(isUnwelcome(checks, now)).toBe(expected);
});
