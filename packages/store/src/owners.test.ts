import type { Ownership } from '@refrain/domain';
import { expect, test } from 'vitest';
import { connect, openStoreUnderTest } from './store-under-test.ts';

const { store } = await openStoreUnderTest();
const { owners } = store;
const replace = (said: readonly Ownership[], file: string) =>
  store.catalogue.replaceFile({ drafts: [], dependencies: [], owners: said }, file, true);

test('what a file says of owners replaces what it said before, and what others say stays', async () => {
  const all = { repository: 'acme/shop', path: null, teams: ['platform'] };
  const cart = { repository: 'acme/shop', path: 'services/cart', teams: ['checkout', 'platform'] };
  const nobody = { repository: 'acme/shop', path: 'docs', teams: [] };
  await replace([cart, nobody, all], 'acme/shop:CODEOWNERS');
  await replace([{ ...all, repository: 'acme/mail' }], 'acme/mail:catalog-info.yaml');
  expect(await owners.list()).toEqual([{ ...all, repository: 'acme/mail' }, all, nobody, cart]);
  await replace([cart], 'acme/shop:CODEOWNERS');
  expect(await owners.list()).toEqual([{ ...all, repository: 'acme/mail' }, cart]);
  await replace([], 'acme/shop:CODEOWNERS');
  await replace([], 'acme/mail:catalog-info.yaml');
  expect(await owners.list()).toEqual([]);
});

test('a person is no team, also where a file says so', async () => {
  const { id } = await connect(store, 'acme');
  await store.people.add(id, ['Robin-Hale']);
  const said = [{ repository: 'acme/shop', path: null, teams: ['robin-hale', 'platform'] }];
  await replace(said, 'acme/shop:CODEOWNERS');
  expect((await owners.list()).map(({ teams }) => teams)).toEqual([['platform']]);
});
