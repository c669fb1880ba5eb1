import { expect, test } from 'vitest';
import { changesOf } from './changes-of.ts';

test('changesOf returns the changed fields with the values before and after', () => {
  const before = { name: 'Ann', role: 'viewer', services: ['a'], from: null };
  expect(changesOf(before, { name: 'Ann', role: 'admin', services: ['a', 'b'], from: 7, other: undefined })).toEqual({
    role: 'viewer → admin',
    services: '["a"] → ["a","b"]',
    from: 'none → 7',
  });
});
