import { expect, test } from 'vitest';
import { formatChangedFields } from './format-changed-fields.ts';

test('formatChangedFields returns the changed fields with the values before and after', () => {
  const before = { name: 'Ann', role: 'viewer', services: ['a'], from: null };
  expect(
    formatChangedFields(before, { name: 'Ann', role: 'admin', services: ['a', 'b'], from: 7, other: undefined }),
  ).toEqual({
    role: 'viewer → admin',
    services: '["a"] → ["a","b"]',
    from: 'none → 7',
  });
});
