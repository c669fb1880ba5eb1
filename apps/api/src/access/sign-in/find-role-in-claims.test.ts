import { expect, test } from 'vitest';
import { findRoleInClaims } from './find-role-in-claims.ts';

const roles = { 'platform-team': 'admin', engineers: 'viewer' } as const;
const unmapped = {};

test.each([
  ['a single string', { role: 'engineers' }, 'role', 'viewer'],
  ['a role name of Refrain that the mapping does not contain', { groups: ['admin', 'engineers'] }, 'groups', 'viewer'],
  [
    'several values, where the highest role counts',
    { groups: ['engineers', 'platform-team', 'cooks'] },
    'groups',
    'admin',
  ],
  ['a claim at a path', { realm_access: { roles: ['engineers'] } }, 'realm_access.roles', 'viewer'],
  [
    'a claim whose name is a URL with dots',
    { 'https://acme.example/roles': ['engineers'] },
    'https://acme.example/roles',
    'viewer',
  ],
  ['only values that the mapping does not contain', { groups: ['cooks'] }, 'groups', null],
  ['no claims', {}, 'groups', null],
  ['values that are not strings', { groups: [{ admin: true }, 3, null] }, 'groups', null],
  ['names of properties that every object has', { groups: ['constructor', '__proto__'] }, 'groups', null],
  ['a path to a property that every object has', {}, 'constructor.name', null],
])('findRoleInClaims returns the highest mapped role, or null, for %s', (_what, claims, claim, role) => {
  expect(findRoleInClaims(claims, claim, roles)).toBe(role);
});

test('findRoleInClaims treats the values of the claim as role names if there is no mapping', () => {
  expect(findRoleInClaims({ groups: ['cooks', 'triager', 'viewer'] }, 'groups', unmapped)).toBe('triager');
  expect(findRoleInClaims({ groups: ['Admin'] }, 'groups', unmapped)).toBeNull();
});
