import { expect, test } from 'vitest';
import { describeLocation, nextUndecided, step } from './entry.ts';

const entries = [
  { id: 'a', status: 'suggested' },
  { id: 'b', status: 'confirmed' },
  { id: 'c', status: 'suggested' },
] as const;

test('a step goes no further than the list, and begins with the first', () => {
  expect([step(entries, null, 1), step(entries, 'a', 1), step(entries, 'c', 1), step(entries, 'a', -1)]).toEqual([
    'a',
    'b',
    'c',
    'a',
  ]);
  expect(step([], 'a', 1)).toBeNull();
});

test('what was decided is passed over, and what was left out before comes last', () => {
  expect([nextUndecided(entries, 'a'), nextUndecided(entries, 'b'), nextUndecided(entries, 'c')]).toEqual([
    'c',
    'c',
    'a',
  ]);
  expect(nextUndecided([entries[1]], 'b')).toBe('b');
});

test('a place says only what it has', () => {
  expect(describeLocation({ repository: 'acme/shop', path: null, environment: null })).toBe('acme/shop');
  expect(describeLocation({ repository: 'acme/shop', path: 'cart', environment: 'prod' })).toBe(
    'acme/shop, in cart, as prod',
  );
});
