import { initialAdminId } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openStoreUnderTest } from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();
const ann = {
  signInMethod: 'oidc',
  subject: 'a1',
  name: 'Ann',
  email: 'ann@acme.example',
  role: null,
  refusal: null,
} as const;

test('a new installation has one user, its admin', async () => {
  const { store } = await openStoreUnderTest();
  expect(await store.access.listUsers()).toMatchObject([
    { id: initialAdminId, role: 'admin', signInMethod: 'link', lastSeenAt: null, isDisabled: false },
  ]);
});

test('a new user gets the default role, or is refused if there is none, and a known user keeps their role', async () => {
  await expect(store.access.ensureSignedInUser(ann, null)).rejects.toMatchObject({ code: 'forbidden' });
  const first = await store.access.ensureSignedInUser(ann, 'viewer');
  expect(first).toMatchObject({ name: 'Ann', email: 'ann@acme.example', role: 'viewer', signInMethod: 'oidc' });
  await store.access.changeUser(first.id, { role: 'triager' });
  expect(await store.access.ensureSignedInUser({ ...ann, name: 'Ann B.' }, 'viewer')).toMatchObject({
    id: first.id,
    name: 'Ann B.',
    role: 'triager',
  });
  // The same person with another sign-in method is another user.
  const other = await store.access.ensureSignedInUser({ ...ann, signInMethod: 'github' }, 'viewer');
  expect(other.id).not.toBe(first.id);
});

test('a role that the identity provider sends applies at every sign-in', async () => {
  const bo = { ...ann, subject: 'b2', name: 'Bo' };
  expect(await store.access.ensureSignedInUser({ ...bo, role: 'admin' }, null)).toMatchObject({ role: 'admin' });
  expect(await store.access.ensureSignedInUser({ ...bo, role: 'viewer' }, null)).toMatchObject({ role: 'viewer' });
});

test('a role from the identity provider ends when the provider stops sending it, and a role from an admin stays', async () => {
  const eve = { ...ann, subject: 'e5', name: 'Eve' };
  const { id } = await store.access.ensureSignedInUser({ ...eve, role: 'admin' }, 'viewer');
  expect(await store.access.ensureSignedInUser(eve, 'viewer')).toMatchObject({ role: 'viewer' });
  await store.access.ensureSignedInUser({ ...eve, role: 'admin' }, null);
  await expect(store.access.ensureSignedInUser(eve, null)).rejects.toMatchObject({ code: 'forbidden' });
  await store.access.changeUser(id, { role: 'triager' });
  expect(await store.access.ensureSignedInUser(eve, null)).toMatchObject({ role: 'triager' });
});

test('a changed role applies to existing tokens immediately', async () => {
  const fay = { ...ann, subject: 'f6', name: 'Fay' };
  const { id } = await store.access.ensureSignedInUser({ ...fay, role: 'admin' }, null);
  const { token } = await store.access.createToken('hers', null, { userId: id, scopes: ['admin'] });
  expect((await store.access.findToken(token))?.user.role).toBe('admin');
  await store.access.ensureSignedInUser({ ...fay, role: 'viewer' }, null);
  expect((await store.access.findToken(token))?.user.role).toBe('viewer');
});

test.each([
  ['to whom the provider gives no role', { role: null }],
  ['whom the provider refuses', { role: 'admin', refusal: 'You do not belong to acme.' }],
] as const)('a user %s loses their sessions and tokens', async (subject, said) => {
  const gus = { ...ann, subject, name: 'Gus' };
  const { id } = await store.access.ensureSignedInUser({ ...gus, role: 'admin' }, null);
  const { token } = await store.access.createToken('his', null, { userId: id, scopes: ['admin'] });
  const { secret } = await store.access.createSession(60_000, id);
  await expect(store.access.ensureSignedInUser({ ...gus, ...said }, null)).rejects.toMatchObject({ code: 'forbidden' });
  expect([await store.access.findToken(token), await store.access.findSession(secret)]).toEqual([null, null]);
});

test('a deactivated user cannot sign in, whatever role the identity provider assigns', async () => {
  const { id } = await store.access.ensureSignedInUser({ ...ann, subject: 'c3' }, 'viewer');
  expect(await store.access.changeUser(id, { isDisabled: true })).toMatchObject({ isDisabled: true });
  await expect(
    store.access.ensureSignedInUser({ ...ann, subject: 'c3', role: 'admin' }, 'viewer'),
  ).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await store.access.changeUser(id, { isDisabled: false, name: 'Cy' })).toMatchObject({
    isDisabled: false,
    name: 'Cy',
  });
});

test('the local admin cannot be deactivated and keeps the role admin', async () => {
  for (const change of [{ role: 'viewer' }, { isDisabled: true }] as const)
    await expect(store.access.changeUser(initialAdminId, change)).rejects.toMatchObject({ code: 'conflict' });
  expect(await store.access.changeUser(initialAdminId, { name: 'Ops', role: 'admin' })).toMatchObject({ name: 'Ops' });
});

test('changing a user without any fields changes nothing, and changing an unknown user is refused', async () => {
  const dee = await store.access.addUser('Dee', 'admin');
  expect(await store.access.changeUser(dee.id, {})).toEqual(dee);
  await expect(store.access.changeUser('nobody', {})).rejects.toMatchObject({ code: 'not_found' });
  await expect(store.access.changeUser('nobody', { role: 'viewer' })).rejects.toMatchObject({ code: 'not_found' });
});
