import { expect, test } from 'vitest';
import { allRules, rulesOf } from './request-rules.ts';

/** What the providers allow, counted from any moment. */
const allowed: Record<string, { readonly points: number; readonly seconds: number }> = {
  'github/points': { points: 900, seconds: 60 },
  'github/write': { points: 60, seconds: 60 },
  'github/content': { points: 80, seconds: 60 },
  'github/content-hour': { points: 500, seconds: 3_600 },
  'github/search': { points: 30, seconds: 60 },
  'pagerduty/requests': { points: 960, seconds: 60 },
};

/** The most that windows let through in a time, wherever it begins: the first one may be used up at its very end. */
function worst(rule: { points: number; seconds: number }, seconds: number): number {
  return (Math.ceil(seconds / rule.seconds) + 1) * rule.points;
}

test.each(allRules.filter(({ rule }) => rule.name !== 'write'))(
  '$provider $rule.name stays below what is allowed at any moment',
  ({ provider, rule }) => {
    const limit = allowed[`${provider}/${rule.name}`];
    expect(limit).toBeDefined();
    if (limit) expect(worst(rule, limit.seconds)).toBeLessThanOrEqual(limit.points);
  },
);

test('a write costs five points and is never within a second of another', () => {
  expect(rulesOf('github', 'write').map(({ rule, points }) => [rule.name, points])).toEqual([
    ['points', 5],
    ['write', 1],
  ]);
  expect(rulesOf('github', 'content').map(({ rule }) => rule.name)).toContain('content-hour');
});
