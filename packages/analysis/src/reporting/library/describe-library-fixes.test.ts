import type { Effect } from '@refrain/domain';
import { expect, test } from 'vitest';
import { guardrailLibrary } from '../../guardrails/library/all.ts';
import { describeLibraryFixes } from './describe-library-fixes.ts';

const [first, second] = guardrailLibrary;
const base = { id: 'i', state: 'verified' as const, guardrailId: first?.id ?? null, effect: null, pastFixes: [] };
const made = { url: null, mergedAt: '2026-01-01T00:00:00.000Z', deployedAt: null };

test('describeLibraryFixes names the fix and compares its episodes with the expected ones', () => {
  const effect = {
    fixedAt: '2026-01-01T00:00:00.000Z',
    until: '2026-03-26T00:00:00.000Z',
    perWeek: { expected: 5.2, after: { episodes: 0 } },
  } as Effect;
  expect(describeLibraryFixes({ ...base, effect })).toEqual({
    fix: {
      improvementId: 'i',
      state: 'verified',
      name: first?.name,
      effect: 'no episodes in the 84 days since the fix, where 5.2 were expected without it',
    },
    failedFixes: [],
  });
});

test('describeLibraryFixes lists each guardrail that did not hold once', () => {
  const past = (guardrailId: string | undefined, verdict: 'came_back' | 'not_distinguishable') => ({
    ...made,
    guardrailId: guardrailId ?? null,
    verdict,
  });
  const pastFixes = [
    past(second?.id, 'came_back'),
    past(first?.id, 'came_back'),
    past(second?.id, 'not_distinguishable'),
  ];
  expect(describeLibraryFixes({ ...base, state: 'recurred', pastFixes }).failedFixes).toEqual([
    second?.name,
    first?.name,
  ]);
});

test('describeLibraryFixes describes a pattern without an improvement', () => {
  expect(describeLibraryFixes(null)).toEqual({ fix: null, failedFixes: [] });
});
