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
  expect((await store.digests.list({ limit: 10 })).items.map(({ id }) => id)).toEqual([later.id, first.id]);
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
  const filter = { scope: 'service', name: 'checkout', period: 'month', limit: 1 } as const;
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

test('knows whether a period has one', async () => {
  const { scope, period } = digest();
  expect(await store.digests.has(scope, period)).toBe(true);
  expect(await store.digests.has({ kind: 'team', name: 'acme/web' }, period)).toBe(false);
  expect(await store.digests.has(scope, { ...period, from: '2025-12-29T00:00:00.000Z' })).toBe(false);
});
