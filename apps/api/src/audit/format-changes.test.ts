import { expect, test } from 'vitest';
import { formatChanges } from './format-changes.ts';

test('formatChanges returns the changed fields with the values before and after', () => {
  const before = { name: 'Ann', role: 'viewer', services: ['a'], from: null };
  expect(
    formatChanges(before, { name: 'Ann', role: 'admin', services: ['a', 'b'], from: 7, other: undefined }),
  ).toEqual({
    role: 'viewer → admin',
    services: '["a"] → ["a","b"]',
    from: 'none → 7',
  });
});
