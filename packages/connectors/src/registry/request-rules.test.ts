import { expect, test } from 'vitest';
import { providers } from './providers.ts';

const allRules = Object.entries(providers.limits).flatMap(([provider, { byCost }]) => {
  const rules = new Map(Object.values(byCost).flatMap((taken) => taken.map(({ rule }) => [rule.name, rule])));
  return [...rules.values()].map((rule) => ({ provider, rule }));
});

/** The documented rate limits of the providers. */
const allowed: Record<string, { readonly points: number; readonly seconds: number }> = {
  'github/points': { points: 900, seconds: 60 },
  'github/write': { points: 60, seconds: 60 },
  'github/content': { points: 80, seconds: 60 },
  'github/content-hour': { points: 500, seconds: 3_600 },
  'github/search': { points: 30, seconds: 60 },
  'pagerduty/requests': { points: 960, seconds: 60 },
};

/**
 * Returns the maximum number of requests that fixed windows allow in a period, if the first window is used up at its
 * very end.
 */
function worst(rule: { points: number; seconds: number }, seconds: number): number {
  return (Math.ceil(seconds / rule.seconds) + 1) * rule.points;
}

test.each(allRules.filter(({ rule }) => rule.name !== 'write'))(
  '$provider $rule.name never exceeds the documented limit',
  ({ provider, rule }) => {
    const limit = allowed[`${provider}/${rule.name}`];
    expect(limit).toBeDefined();
    if (limit) expect(worst(rule, limit.seconds)).toBeLessThanOrEqual(limit.points);
  },
);

test('a write to GitHub costs five points, and two writes are at least a second apart', () => {
  const { write, content } = providers.limits.github?.byCost ?? {};
  expect(write?.map(({ rule, points }) => [rule.name, points])).toEqual([
    ['points', 5],
    ['write', 1],
  ]);
  expect(content?.map(({ rule }) => rule.name)).toContain('content-hour');
});
