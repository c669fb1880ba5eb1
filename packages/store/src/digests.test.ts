import { expect, test } from 'vitest';
import { digestUnderTest as digest, openStoreUnderTest } from './store-under-test.ts';

const { store, open } = await openStoreUnderTest();

test('the same content is the same digest, also from two processes at once; another one is kept beside it', async () => {
  const stored = await Promise.all([store, open(), store].map((one) => one.digests.ensure(digest())));
  expect(new Set(stored.map(({ id }) => id)).size).toBe(1);
  expect(stored.filter(({ created }) => created)).toHaveLength(1);
  const { created, ...first } = await store.digests.ensure(digest());
  expect(created).toBe(false);
  expect(await store.digests.find(first.id)).toEqual(first);
  const later = await store.digests.ensure(digest({ episodes: 4 }));
  expect((await store.digests.find(first.id))?.digest.episodes).toBe(3);
  const idsOf = async (snapshots: { readonly snapshots?: 'all' }) =>
    (await store.digests.list({ limit: 10, ...snapshots })).items.map(({ id }) => id);
  expect(await idsOf({ snapshots: 'all' })).toEqual([later.id, first.id]);
  expect(await idsOf({})).toEqual([later.id]);
});

test('of one scope and period the first snapshot is told, and the first of it when it was over', async () => {
  const scope = { kind: 'service', name: 'told' } as const;
  const after = await store.events.lastPlace();
  const stored = [];
  for (const [asOf, episodes] of [
    ['2026-01-09T00:00:00.000Z', 1],
    ['2026-01-10T00:00:00.000Z', 2],
    ['2026-01-12T00:00:00.000Z', 3],
    ['2026-01-13T00:00:00.000Z', 4],
  ] as const) {
    stored.push((await store.digests.ensure(digest({ scope, asOf, episodes }))).id);
  }
  const told = (await store.events.list({ after, limit: 10 })).map(({ digestId }) => digestId);
  expect(told).toEqual([stored[0], stored[2]]);
});

test('lists by scope, name and kind of period, newest period first, page by page', async () => {
  const checkout = { scope: { kind: 'service', name: 'checkout' } } as const;
  const [january, february] = await Promise.all(
    ['2026-01', '2026-02'].map((month, at) =>
      store.digests.ensure(
        digest({
          ...checkout,
          period: { kind: 'month', from: `${month}-01T00:00:00.000Z`, until: `2026-0${at + 2}-01T00:00:00.000Z` },
        }),
      ),
    ),
  );
  const filter = { scope: 'service', name: 'Checkout', period: 'month', limit: 1 } as const;
  const first = await store.digests.list(filter);
  expect(first).toMatchObject({
    total: 2,
    items: [{ id: february?.id, title: 'The week of 2026-01-05', episodes: 3 }],
  });
  const second = await store.digests.list({ ...filter, after: first.next ?? '' });
  expect(second).toMatchObject({ next: null, items: [{ id: january?.id }] });
  expect((await store.digests.list({ scope: 'team', limit: 1 })).items).toEqual([]);
  await expect(store.digests.list({ limit: 1, after: 'nonsense' })).rejects.toMatchObject({ code: 'invalid_input' });
});

test('finds the newest snapshot of a period', async () => {
  const { scope, period } = digest();
  expect(await store.digests.findNewest(scope, period)).toMatchObject({ digest: { episodes: 4 } });
  expect(await store.digests.findNewest({ kind: 'team', name: 'acme/web' }, period)).toBeNull();
  expect(await store.digests.findNewest(scope, { ...period, from: '2025-12-29T00:00:00.000Z' })).toBeNull();
});
