import { expect, test } from 'vitest';
import { isRepositoryName } from './repository-name.ts';

test.each(['acme/checkout', 'acme-inc/.github', 'Acme_1/a.b-c', `${'o'.repeat(39)}/${'n'.repeat(100)}`])(
  '%s is a valid repository name',
  (name) => {
    expect(isRepositoryName(name)).toBe(true);
  },
);

test.each([
  '../user',
  'acme/..',
  'acme/.',
  './user',
  'a.b/c',
  'acme',
  'acme/',
  '/api',
  'acme/api/x',
  'acme/a?b',
  'acme/a#b',
  'acme/a b',
])('%s is not a valid repository name', (name) => {
  expect(isRepositoryName(name)).toBe(false);
});
