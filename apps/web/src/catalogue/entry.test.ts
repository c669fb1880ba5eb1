import { expect, test } from 'vitest';
import { describeLocation, findEntryAtStep, findNextUndecided } from './entry.ts';

const entries = [
  { id: 'a', status: 'suggested' },
  { id: 'b', status: 'confirmed' },
  { id: 'c', status: 'suggested' },
] as const;

test('findAdjacentEntry stays within the list and starts at the first entry', () => {
  expect([
    findEntryAtStep(entries, null, 1),
    findEntryAtStep(entries, 'a', 1),
    findEntryAtStep(entries, 'c', 1),
    findEntryAtStep(entries, 'a', -1),
  ]).toEqual(['a', 'b', 'c', 'a']);
  expect(findEntryAtStep([], 'a', 1)).toBeNull();
});

test('findNextUndecidedEntry skips decided entries and continues at the beginning after the last entry', () => {
  expect([findNextUndecided(entries, 'a'), findNextUndecided(entries, 'b'), findNextUndecided(entries, 'c')]).toEqual([
    'c',
    'c',
    'a',
  ]);
  expect(findNextUndecided([entries[1]], 'b')).toBe('b');
});

test('describeEntryLocation omits a missing path and environment', () => {
  expect(describeLocation({ repository: 'acme/shop', path: null, environment: null })).toBe('acme/shop');
  expect(describeLocation({ repository: 'acme/shop', path: 'cart', environment: 'prod' })).toBe(
    'acme/shop, in cart, as prod',
  );
});
