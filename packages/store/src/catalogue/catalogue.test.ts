import type { CatalogueDraft, ServiceDependency } from '@refrain/domain';
import { beforeEach, expect, test } from 'vitest';
import {
  createTestChangeDraft,
  createTestConnection,
  createTestFailureDraft,
  openStoreUnderTest,
} from '../testing/store-under-test.ts';

const { store, query } = await openStoreUnderTest();
const { catalogue } = store;

beforeEach(async () => {
  await query('truncate catalogue_entry');
});

function draft(service: string, values: Partial<CatalogueDraft> = {}): CatalogueDraft {
  return {
    service,
    repository: 'acme/shop',
    path: null,
    environment: null,
    origin: 'suggestion',
    score: 0.7,
    evidence: [{ signal: 'service', detail: 'it has the same name', weight: 0.7 }],
    ...values,
  };
}

async function list() {
  const { items } = await catalogue.list({ limit: 100 });
  return items.map(({ service, repository, status, score, origin }) => [service, repository, status, score, origin]);
}

test('ensureMany replaces the suggestions of a source and keeps those of other sources', async () => {
  await catalogue.ensureMany([draft('cart'), draft('search')], 'suggestion');
  await catalogue.ensureMany([draft('mail', { origin: 'codeowners' })], 'acme/shop:CODEOWNERS');
  await catalogue.ensureMany([draft('press', { origin: 'catalog_info' })], null);
  await catalogue.ensureMany([draft('search', { score: 0.9 })], 'suggestion');
  expect(await list()).toEqual([
    ['mail', 'acme/shop', 'suggested', 0.7, 'codeowners'],
    ['press', 'acme/shop', 'suggested', 0.7, 'catalog_info'],
    ['search', 'acme/shop', 'suggested', 0.9, 'suggestion'],
  ]);
});

test('repeating the same catalogue suggestions changes nothing', async () => {
  const [first] = await catalogue.ensureMany([draft('cart'), draft('cart')], 'suggestion');
  const [again] = await catalogue.ensureMany([draft('cart')], 'suggestion');
  expect(again).toEqual(first);
  expect(first).toMatchObject({ ...draft('cart'), status: 'suggested' });
});

test('a decision on a catalogue entry is kept even if no source suggests the entry any more', async () => {
  const stored = await catalogue.ensureMany([draft('cart'), draft('search')], 'suggestion');
  const idOf = (service: string) => stored.find((entry) => entry.service === service)?.id ?? '';
  expect(await catalogue.decide(idOf('cart'), 'confirmed')).toMatchObject({ service: 'cart', status: 'confirmed' });
  await catalogue.decide(idOf('search'), 'rejected');
  await catalogue.ensureMany([draft('cart', { score: 0.5 })], 'suggestion');
  await catalogue.ensureMany([], 'suggestion');
  expect(await list()).toEqual([
    ['cart', 'acme/shop', 'confirmed', 0.7, 'suggestion'],
    ['search', 'acme/shop', 'rejected', 0.7, 'suggestion'],
  ]);
  expect((await catalogue.listDecided()).map(({ service }) => service).sort()).toEqual(['cart', 'search']);
});

test('a catalogue file overrides an inferred suggestion, but an inferred suggestion does not override a file', async () => {
  await catalogue.ensureMany([draft('cart')], 'suggestion');
  await catalogue.ensureMany([draft('cart', { origin: 'catalog_info', score: 1 })], 'acme/shop:catalog-info.yaml');
  await catalogue.ensureMany([draft('cart', { score: 0.6 })], 'suggestion');
  await catalogue.ensureMany([], 'suggestion');
  expect(await list()).toEqual([['cart', 'acme/shop', 'suggested', 1, 'catalog_info']]);
});

test('a catalogue entry that a person adds is confirmed even if it was rejected before, and a removed entry is gone', async () => {
  const pair = { service: 'cart', repository: 'acme/shop', path: null, environment: null };
  const [suggested] = await catalogue.ensureMany([draft('cart')], 'suggestion');
  await catalogue.decide(suggested?.id ?? '', 'rejected');
  const added = await catalogue.add(pair);
  expect(added).toMatchObject({ id: suggested?.id, status: 'confirmed' });
  expect(await catalogue.add({ ...pair, path: 'services/cart' })).toMatchObject({ origin: 'person', score: 1 });
  await catalogue.remove(added.id);
  expect(await catalogue.find(added.id)).toBeNull();
  await expect(catalogue.remove(added.id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(catalogue.decide(added.id, 'confirmed')).rejects.toMatchObject({ code: 'not_found' });
});

test('catalogue entries are listed page by page, sorted by service and then by score, and can be filtered', async () => {
  const drafts = [
    draft('b', { repository: 'acme/low', score: 0.5 }),
    draft('b', { repository: 'acme/high', score: 0.9 }),
    draft('a'),
    draft('c'),
  ];
  await catalogue.ensureMany(drafts, 'suggestion');
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof catalogue.list>> = await catalogue.list({
      limit: 1,
      ...(after === null ? {} : { after }),
    });
    seen.push(...page.items.map(({ service, repository }) => `${service} ${repository}`));
    expect(page.total).toBe(4);
    after = page.next;
  } while (after !== null);
  expect(seen).toEqual(['a acme/shop', 'b acme/high', 'b acme/low', 'c acme/shop']);
  const total = async (filter: object) => (await catalogue.list({ limit: 9, ...filter })).total;
  expect([
    await total({ service: 'b' }),
    await total({ repository: 'acme/low' }),
    await total({ status: 'confirmed' }),
    await total({ status: 'suggested' }),
  ]).toEqual([2, 1, 0, 4]);
  await expect(catalogue.list({ limit: 1, after: 'nonsense' })).rejects.toMatchObject({ code: 'invalid_input' });
});

test('readHistory shortens texts and omits duplicates', async () => {
  const { id } = await createTestConnection(store, 'acme');
  await store.failures.upsert(id, [
    createTestFailureDraft({ externalId: 'one', text: 'x'.repeat(9_000) }),
    createTestFailureDraft({ externalId: 'two', services: ['cart', 'checkout'], repository: null }),
  ]);
  await store.changes.upsert(id, [createTestChangeDraft({ repository: 'acme/other' })]);
  const history = await catalogue.readHistory();
  expect(history.services).toEqual(['cart', 'checkout']);
  await catalogue.ensureMany([draft('search'), draft('cart')], 'suggestion');
  expect(await catalogue.listLocations()).toEqual({
    services: ['cart', 'checkout', 'search'],
    repositories: ['acme/checkout', 'acme/shop'],
  });
  expect(history.repositories).toEqual(['acme/checkout', 'acme/other']);
  expect(history.failures.map(({ text }) => text.length)).toEqual([2_000, 18]);
  expect(history.changes).toEqual([
    {
      kind: 'merged_pull_request',
      repository: 'acme/other',
      environment: null,
      occurredAt: '2026-01-02T02:00:00.000Z',
      paths: ['src/pool.ts'],
    },
  ]);
  await query(
    `update failure set duplicate_of = (select id from failure where external_id = 'two') where external_id = 'one'`,
  );
  expect((await catalogue.readHistory()).failures).toHaveLength(1);
});

test('the content of a catalogue file is stored completely or not at all', async () => {
  const source = 'acme/shop:catalog-info.yaml';
  const dependency = { service: 'cart', dependsOn: 'mail', detail: source };
  const owners = [{ repository: 'acme/shop', path: null, teams: ['platform'] }];
  const readAll = async () => [await list(), await catalogue.listDependencies(), await store.catalogue.listOwners()];
  const entries = await catalogue.replaceFile(
    { drafts: [draft('cart')], dependencies: [dependency], owners },
    source,
    true,
  );
  expect(entries).toMatchObject([{ service: 'cart', status: 'suggested' }]);
  const before = await readAll();
  expect(before).toMatchObject([[['cart', 'acme/shop', 'suggested', 0.7, 'suggestion']], [dependency], owners]);
  expect(await store.catalogue.listOwnersOf('Acme/Shop')).toEqual([{ ...owners[0], file: 'catalog_info' }]);
  expect(await store.catalogue.listOwnersOf('acme/other')).toEqual([]);
  expect(await store.catalogue.listTeams()).toEqual(['platform']);
  expect([
    await store.catalogue.countOwnersOutside(source),
    await store.catalogue.countOwnersOutside('another'),
  ]).toEqual([0, 1]);
  const other = { drafts: [draft('search', { score: null as never })], dependencies: [], owners: [] };
  await expect(catalogue.replaceFile(other, source, true)).rejects.toThrow();
  expect(await readAll()).toEqual(before);
  const part = { drafts: [draft('search')], dependencies: [], owners: [] };
  await catalogue.replaceFile(part, source, false);
  expect((await list()).map(([service]) => service)).toEqual(['cart', 'search']);
  await catalogue.replaceFile(part, source, true);
  expect(await readAll()).toMatchObject([[['search', 'acme/shop', 'suggested', 0.7, 'suggestion']], [], []]);
});

test('a catalogue file replaces its earlier dependencies, which changes the input version of the clustering', async () => {
  const cart = { service: 'Cart', dependsOn: 'Payments', detail: 'catalog-info.yaml' };
  const before = await store.patterns.readInputVersion();
  const replace = (dependencies: readonly ServiceDependency[], file: string) =>
    store.catalogue.replaceFile({ drafts: [], owners: [], dependencies }, file, true);
  await replace([cart, { ...cart, dependsOn: 'Mail' }], 'acme/cart:catalog-info.yaml');
  await replace([cart], 'acme/other:catalog-info.yaml');
  expect(await store.catalogue.listDependencies()).toEqual([{ ...cart, dependsOn: 'Mail' }, cart]);
  expect(await store.patterns.readInputVersion()).not.toBe(before);
  await replace([], 'acme/cart:catalog-info.yaml');
  expect(await store.catalogue.listDependencies()).toEqual([cart]);
  await replace([], 'acme/other:catalog-info.yaml');
  expect(await store.patterns.readInputVersion()).toBe(before);
});
