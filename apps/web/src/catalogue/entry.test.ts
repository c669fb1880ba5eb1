import { expect, test } from 'vitest';
import { describeEntryLocation } from './entry.ts';

test('describeEntryLocation omits a missing path and environment', () => {
  expect(describeEntryLocation({ repository: 'acme/shop', path: null, environment: null })).toBe('acme/shop');
  expect(describeEntryLocation({ repository: 'acme/shop', path: 'cart', environment: 'prod' })).toBe(
    'acme/shop, in cart, only prod',
  );
});
