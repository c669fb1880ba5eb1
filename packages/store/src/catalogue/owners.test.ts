import type { Ownership } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createTestConnection, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();
const { catalogue } = store;
const replace = (ownerships: readonly Ownership[], file: string) =>
  store.catalogue.replaceFile({ drafts: [], dependencies: [], owners: ownerships }, file, true);
const list = async (...repositories: string[]) =>
  (await catalogue.listOwners())
    .filter(({ repository }) => repositories.includes(repository))
    .map(({ file: _, ...owned }) => owned);

test('the owners in a file replace the earlier owners of that file, and those of other files stay', async () => {
  const all = { repository: 'acme/shop', path: null, teams: ['platform'] };
  const cart = { repository: 'acme/shop', path: 'services/cart', teams: ['checkout', 'platform'] };
  const nobody = { repository: 'acme/shop', path: 'docs', teams: [] };
  await replace([cart, nobody, all], 'acme/shop:CODEOWNERS');
  await replace([{ ...all, repository: 'acme/mail' }], 'acme/mail:catalog-info.yaml');
  const listed = () => list('acme/shop', 'acme/mail');
  expect(await listed()).toEqual([{ ...all, repository: 'acme/mail' }, all, nobody, cart]);
  await replace([cart], 'acme/shop:CODEOWNERS');
  expect(await listed()).toEqual([{ ...all, repository: 'acme/mail' }, cart]);
  await replace([], 'acme/shop:CODEOWNERS');
  await replace([], 'acme/mail:catalog-info.yaml');
  expect(await listed()).toEqual([]);
});

test('an owner is listed with the kind of file that names the owner', async () => {
  const owned = [{ repository: 'acme/kinds', path: null, teams: ['platform'] }];
  for (const file of ['.github/CODEOWNERS', 'catalog-info.yaml']) await replace(owned, `acme/kinds:${file}`);
  const kinds = (await catalogue.listOwnersOf('acme/kinds')).map(({ file }) => file);
  expect(kinds.sort()).toEqual(['catalog_info', 'codeowners']);
});

test('a person whom a file names as an owner is not listed as a team', async () => {
  const { id } = await createTestConnection(store, 'acme');
  await store.retention.addPersonNames(id, ['Robin-Hale']);
  const owned = [{ repository: 'acme/desk', path: null, teams: ['robin-hale', 'platform'] }];
  await replace(owned, 'acme/desk:CODEOWNERS');
  expect((await list('acme/desk')).map(({ teams }) => teams)).toEqual([['platform']]);
});
