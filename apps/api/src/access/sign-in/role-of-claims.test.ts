import { expect, test } from 'vitest';
import { roleOfClaims } from './role-of-claims.ts';

const roles = { 'platform-team': 'admin', engineers: 'viewer' } as const;
const unmapped = {};

test.each([
  ['one text', { role: 'engineers' }, 'role', 'viewer'],
  ['a name of ours, where others stand for roles', { groups: ['admin', 'engineers'] }, 'groups', 'viewer'],
  ['the highest of several', { groups: ['engineers', 'platform-team', 'cooks'] }, 'groups', 'admin'],
  ['by a path', { realm_access: { roles: ['engineers'] } }, 'realm_access.roles', 'viewer'],
  [
    'by an address, which has dots',
    { 'https://acme.example/roles': ['engineers'] },
    'https://acme.example/roles',
    'viewer',
  ],
  ['nothing that stands for a role', { groups: ['cooks'] }, 'groups', null],
  ['nothing at all', {}, 'groups', null],
  ['no text', { groups: [{ admin: true }, 3, null] }, 'groups', null],
  ['names that every object has', { groups: ['constructor', '__proto__'] }, 'groups', null],
  ['a path that every object has', {}, 'constructor.name', null],
])('%s', (_what, claims, claim, role) => {
  expect(roleOfClaims(claims, claim, roles)).toBe(role);
});

test('without a mapping the names are those of our roles', () => {
  expect(roleOfClaims({ groups: ['cooks', 'triager', 'viewer'] }, 'groups', unmapped)).toBe('triager');
  expect(roleOfClaims({ groups: ['Admin'] }, 'groups', unmapped)).toBeNull();
});
