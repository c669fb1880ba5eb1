import type { DigestedPattern } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createTestDigest as digest, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store, open } = await openStoreUnderTest();

test('a digest with equal content is stored once, even by two concurrent processes, and changed content is stored as a new snapshot', async () => {
  const scope = { kind: 'service', name: 'equal content' } as const;
  const stored = await Promise.all([store, open(), store].map((one) => one.reports.ensureDigest(digest({ scope }))));
  expect(new Set(stored.map(({ id }) => id)).size).toBe(1);
  expect(stored.filter(({ created }) => created)).toHaveLength(1);
  const { created, ...first } = await store.reports.ensureDigest(digest({ scope }));
  expect(created).toBe(false);
  expect(await store.reports.findDigest(first.id)).toEqual(first);
  const later = await store.reports.ensureDigest(digest({ scope, episodes: 4 }));
  expect((await store.reports.findDigest(first.id))?.digest.episodes).toBe(3);
  const idsOf = async (snapshots: { readonly snapshots?: 'all' }) =>
    (await store.reports.listDigests({ scope: 'service', name: scope.name, limit: 10, ...snapshots })).items.map(
      ({ id }) => id,
    );
  expect(await idsOf({ snapshots: 'all' })).toEqual([later.id, first.id]);
  expect(await idsOf({})).toEqual([later.id]);
});

test('an event announces the first snapshot of a period, and the first one after the period ended', async () => {
  const scope = { kind: 'service', name: 'announced' } as const;
  const after = await store.events.findLastPosition();
  const stored = [];
  for (const [asOf, episodes] of [
    ['2026-01-09T00:00:00.000Z', 1],
    ['2026-01-10T00:00:00.000Z', 2],
    ['2026-01-12T00:00:00.000Z', 3],
    ['2026-01-13T00:00:00.000Z', 4],
  ] as const) {
    stored.push((await store.reports.ensureDigest(digest({ scope, asOf, episodes }))).id);
  }
  const announced = (await store.events.list({ after, limit: 10 })).map(({ digestId }) => digestId);
  expect(announced).toEqual([stored[0], stored[2]]);
});

test('digests are listed newest period first and page by page, and can be filtered by scope, name and kind of period', async () => {
  const checkout = { scope: { kind: 'service', name: 'checkout' } } as const;
  const [january, february] = await Promise.all(
    ['2026-01', '2026-02'].map((month, at) =>
      store.reports.ensureDigest(
        digest({
          ...checkout,
          period: { kind: 'month', from: `${month}-01T00:00:00.000Z`, until: `2026-0${at + 2}-01T00:00:00.000Z` },
        }),
      ),
    ),
  );
  const filter = { scope: 'service', name: 'Checkout', period: 'month', limit: 1 } as const;
  const first = await store.reports.listDigests(filter);
  expect(first).toMatchObject({
    total: 2,
    items: [{ id: february?.id, title: 'The week of 2026-01-05', episodes: 3 }],
  });
  const second = await store.reports.listDigests({ ...filter, after: first.next ?? '' });
  expect(second).toMatchObject({ next: null, items: [{ id: january?.id }] });
  expect((await store.reports.listDigests({ scope: 'team', limit: 1 })).items).toEqual([]);
  await expect(store.reports.listDigests({ limit: 1, after: 'nonsense' })).rejects.toMatchObject({
    code: 'invalid_input',
  });
});

test('a listed digest names at most three patterns for each change, those with most impact first', async () => {
  const scope = { kind: 'service', name: 'news' } as const;
  const changed = (
    patternId: string,
    newRecurrence: DigestedPattern['newRecurrence'],
    impactHours: number | null,
    direction: DigestedPattern['direction'] = null,
  ) => ({
    ...{ patternId, name: `Pattern ${patternId}`, lesson: '', episodes: 1, episodesBefore: 0, impactHours },
    ...{ recurrence: 'recurring' as const, newRecurrence, direction, probability: null },
  });
  const patterns = [
    ...[changed('quiet', 'quiet', 9, 'rising'), changed('back', 'returned', null), changed('worse', 'returned', 8)],
    ...[changed('steady', null, 7), changed('fresh', 'new', 1, 'rising'), changed('bad', 'returned', 3)],
    ...[changed('mild', 'returned', 2), changed('more', null, 5, 'rising'), changed('less', null, 5, 'falling')],
  ];
  await store.reports.ensureDigest(digest({ scope, patterns }));
  const [listed] = (await store.reports.listDigests({ scope: 'service', name: 'news', limit: 1 })).items;
  expect(listed?.news).toEqual([
    { patternId: 'fresh', name: 'Pattern fresh', change: 'new' },
    { patternId: 'worse', name: 'Pattern worse', change: 'returned' },
    { patternId: 'bad', name: 'Pattern bad', change: 'returned' },
    { patternId: 'mild', name: 'Pattern mild', change: 'returned' },
    { patternId: 'more', name: 'Pattern more', change: 'rising' },
    { patternId: 'less', name: 'Pattern less', change: 'falling' },
    { patternId: 'quiet', name: 'Pattern quiet', change: 'quiet' },
  ]);
  expect(listed?.changes).toEqual({ new: 1, returned: 4, rising: 1, falling: 1, quiet: 1 });
});

test('findNewestDigest returns the newest snapshot of a period', async () => {
  const scope = { kind: 'service', name: 'newest' } as const;
  const { period } = digest();
  for (const episodes of [3, 4]) await store.reports.ensureDigest(digest({ scope, episodes }));
  expect(await store.reports.findNewestDigest(scope, period)).toMatchObject({ digest: { episodes: 4 } });
  expect(await store.reports.findNewestDigest({ kind: 'team', name: 'acme/web' }, period)).toBeNull();
  expect(await store.reports.findNewestDigest(scope, { ...period, from: '2025-12-29T00:00:00.000Z' })).toBeNull();
});
