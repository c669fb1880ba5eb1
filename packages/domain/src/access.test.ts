import { expect, test } from 'vitest';
import { includesRole, Scope, tokenScopesInclude } from './access.ts';

test('a role includes all lower roles', () => {
  expect(includesRole('triager', 'viewer')).toBe(true);
  expect(includesRole('triager', 'triager')).toBe(true);
  expect(includesRole('triager', 'admin')).toBe(false);
});

test.each([
  [['viewer'], 'search:viewer', true],
  [['viewer'], 'viewer', true],
  [['viewer'], 'search:triager', false],
  [['search:viewer'], 'search:viewer', true],
  [['search:viewer'], 'viewer', false],
  [['connections:admin'], 'search:viewer', false],
  [['connections:admin', 'search:triager'], 'search:triager', true],
  [['search:admin', 'connections:admin'], 'viewer', false],
  [[], 'search:viewer', false],
] as const)('whether a token with the scopes %j has the permission %s: %s', (scopes, wanted, reaches) => {
  expect(tokenScopesInclude(scopes, wanted)).toBe(reaches);
});

test('a token scope is a role, optionally preceded by an API tag, as in search:viewer', () => {
  expect(Scope.safeParse('search:viewer').success).toBe(true);
  for (const bad of ['owner', 'search', 'search:', ':viewer', 'a:b:viewer', 'viewer '])
    expect(Scope.safeParse(bad).success).toBe(false);
});
