import { expect, test } from 'vitest';
import { describeEntryLocation, findAdjacentEntry, findNextUndecidedEntry } from './entry.ts';

const entries = [
  { id: 'a', status: 'suggested' },
  { id: 'b', status: 'confirmed' },
  { id: 'c', status: 'suggested' },
] as const;

test('findAdjacentEntry starts at the first entry if none is current, and never leaves the list', () => {
  expect([
    findAdjacentEntry(entries, null, 1),
    findAdjacentEntry(entries, 'a', 1),
    findAdjacentEntry(entries, 'c', 1),
    findAdjacentEntry(entries, 'a', -1),
  ]).toEqual(['a', 'b', 'c', 'a']);
  expect(findAdjacentEntry([], 'a', 1)).toBeNull();
});

test('findNextUndecidedEntry skips decided entries and continues at the beginning after the last entry', () => {
  expect([
    findNextUndecidedEntry(entries, 'a'),
    findNextUndecidedEntry(entries, 'b'),
    findNextUndecidedEntry(entries, 'c'),
  ]).toEqual(['c', 'c', 'a']);
  expect(findNextUndecidedEntry([entries[1]], 'b')).toBe('b');
});

test('describeEntryLocation omits a missing path and environment', () => {
  expect(describeEntryLocation({ repository: 'acme/shop', path: null, environment: null })).toBe('acme/shop');
  expect(describeEntryLocation({ repository: 'acme/shop', path: 'cart', environment: 'prod' })).toBe(
    'acme/shop, in cart, as prod',
  );
});
