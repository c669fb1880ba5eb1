import type { Link } from '@refrain/domain';
import { expect, test } from 'vitest';
import type { Store } from '../create-store.ts';
import {
  createPatternForTest,
  createTestChangeDraft,
  createTestConnection,
  createTestFailureDraft,
  openStoreUnderTest,
} from '../testing/store-under-test.ts';

async function idsByName(store: Store): Promise<Map<string, string>> {
  return new Map((await store.failures.listAll()).map(({ externalId, id }) => [externalId, id]));
}

/** Returns the buckets whose digests differ from those in `before`, and the number of failures in all buckets. */
async function compareBuckets(store: Store, before: ReadonlyMap<string, string>) {
  const buckets = await store.failures.listBuckets();
  const moved = buckets.filter(({ bucket, digest }) => before.get(bucket) !== digest).map(({ bucket }) => bucket);
  const gone = [...before.keys()].filter((bucket) => !buckets.some((one) => one.bucket === bucket));
  return {
    after: new Map(buckets.map(({ bucket, digest }) => [bucket, digest])),
    total: buckets.reduce((sum, { failures }) => sum + failures, 0),
    moved,
    gone,
    versions: await store.failures.listVersions(moved),
  };
}

test('a new, changed, duplicate or removed failure changes the digest of its own bucket only', async () => {
  const { store } = await openStoreUnderTest();
  const { id: connectionId } = await createTestConnection(store, 'acme');
  const group = (duplicates: { failureId: string; duplicateOf: string }[]) =>
    store.patterns.writeClustering({ episodes: [], patterns: [], lineage: [], inputVersion: 'v', duplicates });
  await store.failures.upsert(
    connectionId,
    ['a', 'b', 'c', 'd'].map((externalId) => createTestFailureDraft({ externalId })),
  );
  await store.failures.upsert(connectionId, [createTestFailureDraft({ externalId: 'bump', isFailure: false })]);
  const ids = await idsByName(store);
  const idOf = (name: string) => ids.get(name) ?? '';
  const first = await compareBuckets(store, new Map());
  expect(first.total).toBe(4);
  expect(first.versions.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'].map(idOf).sort());
  expect(first.versions.every(({ id, bucket }) => id.startsWith(bucket))).toBe(true);
  expect(await compareBuckets(store, first.after)).toMatchObject({ moved: [], gone: [], versions: [] });

  await store.failures.upsert(connectionId, [
    createTestFailureDraft({ externalId: 'a', title: 'Else', version: '2026-03-01T00:00:00.000Z' }),
  ]);
  const second = await compareBuckets(store, first.after);
  expect(second.moved).toEqual([idOf('a').slice(0, 2)]);
  const versionOf = (some: typeof second, name: string) => some.versions.find(({ id }) => id === idOf(name))?.version;
  expect(versionOf(second, 'a')).not.toBe(versionOf(first, 'a'));

  await group([{ failureId: idOf('b'), duplicateOf: idOf('a') }]);
  const third = await compareBuckets(store, second.after);
  expect(third.total).toBe(3);
  expect(versionOf(third, 'a')).not.toBe(versionOf(second, 'a'));
  expect(versionOf(third, 'b')).toBeUndefined();

  await store.failures.removeMissing(connectionId, 'incident', 'acme/checkout', ['a', 'b', 'bump']);
  const fourth = await compareBuckets(store, third.after);
  expect(fourth.total).toBe(1);
  expect([...fourth.moved, ...fourth.gone].sort()).toEqual(
    [...new Set(['c', 'd'].map((name) => idOf(name).slice(0, 2)))].sort(),
  );
});

test('failures and changes are found by URL, and patterns and resolving changes by failure', async () => {
  const { store } = await openStoreUnderTest();
  const { id: connectionId } = await createTestConnection(store, 'acme');
  const page = 'https://github.com/acme/checkout/issues/9';
  await store.failures.upsert(connectionId, [
    createTestFailureDraft({ externalId: 'old', occurredAt: '2026-01-01T00:00:00.000Z' }),
    createTestFailureDraft({ externalId: 'new', occurredAt: '2026-01-05T00:00:00.000Z', url: page }),
  ]);
  await store.changes.upsert(connectionId, [
    createTestChangeDraft({ url: 'https://github.com/acme/checkout/pull/12' }),
    createTestChangeDraft({ externalId: 'acme/checkout#13', title: 'Raise the limit', url: null }),
  ]);
  const ids = await idsByName(store);
  const [older, newer] = [ids.get('old') ?? '', ids.get('new') ?? ''];
  const changes = await store.changes.listAll();
  const changeOf = (title: string) => changes.find((change) => change.title === title)?.id ?? '';
  const [pool, limit] = [changeOf('Bound the pool'), changeOf('Raise the limit')];
  const link = (fields: Partial<Link>): Link => ({
    type: 'resolved_by',
    failureId: older,
    targetId: pool,
    score: 0.6,
    evidence: [],
    status: 'suggested',
    ...fields,
  });
  await store.changes.replaceLinks([
    link({}),
    link({ targetId: limit, score: 0.8 }),
    link({ failureId: newer, score: 0.7 }),
    link({ failureId: newer, targetId: limit, score: 0.9, status: 'rejected' }),
    link({ type: 'caused_by', failureId: newer, targetId: limit, score: 0.5 }),
  ]);
  const members = [older, newer].map((failureId) => ({ failureId, confidence: 0.7, evidence: [] }));
  await store.patterns.writeClustering({
    episodes: [{ id: older, failureIds: [older, newer] }],
    patterns: [{ pattern: createPatternForTest({ id: 'p1', name: 'Pool' }), members }],
    lineage: [],
    inputVersion: 'v',
  });

  expect(await store.failures.findByUrl(['https://x.example', page.toUpperCase()])).toEqual({
    failureIds: [newer],
    changes: [],
  });
  const found = await store.failures.findByUrl(['https://github.com/acme/checkout/pull/12']);
  expect(found).toMatchObject({ failureIds: [], changes: [{ id: pool }] });
  expect(await store.failures.findByUrl([])).toEqual({ failureIds: [], changes: [] });
  expect(await store.failures.listByChanges([pool, limit])).toEqual([older, newer]);
  expect(await store.failures.listPatternsOf([newer, 'unknown'])).toEqual([
    { failureId: newer, id: 'p1', name: 'Pool', confidence: 0.7, remedies: null, mechanism: null },
  ]);
  const resolving = await store.failures.listResolvingLinks([older, newer]);
  expect(resolving.map(({ failureId, title }) => [failureId, title]).sort()).toEqual(
    [
      [older, 'Raise the limit'],
      [newer, 'Bound the pool'],
    ].sort(),
  );
  expect(resolving.find(({ failureId }) => failureId === newer)).toMatchObject({
    kind: 'merged_pull_request',
    url: 'https://github.com/acme/checkout/pull/12',
    score: 0.7,
    status: 'suggested',
    evidence: [],
  });
  expect((await store.failures.listNewestOfPattern('p1', 1)).map(({ id }) => id)).toEqual([newer]);
  expect(await store.failures.listNewestOfPattern('unknown', 5)).toEqual([]);
  expect((await store.failures.listNewest([older, newer, 'unknown'], 2)).map(({ id }) => id)).toEqual([newer, older]);
  expect((await store.failures.listByEpisode(older)).sort()).toEqual([older, newer].sort());
});

test('a confirmed resolving change takes precedence over a more likely one, and an unconfirmed revert does not resolve the change that it reverts', async () => {
  const { store } = await openStoreUnderTest();
  const { id: connectionId } = await createTestConnection(store, 'acme');
  await store.failures.upsert(connectionId, [
    createTestFailureDraft({ externalId: 'down' }),
    createTestFailureDraft({ externalId: 'revert', kind: 'reverted_change' }),
    createTestFailureDraft({ externalId: 'confirmed revert', kind: 'reverted_change' }),
  ]);
  await store.changes.upsert(connectionId, [
    createTestChangeDraft({ externalId: 'c1', title: 'Bound the pool' }),
    createTestChangeDraft({ externalId: 'c2', title: 'Revert “Raise the limit”' }),
  ]);
  const ids = await idsByName(store);
  const idOf = (name: string) => ids.get(name) ?? '';
  const changes = new Map((await store.changes.listAll()).map(({ externalId, id }) => [externalId, id]));
  const link = (name: string, change: string, score: number, status: Link['status']): Link => ({
    type: 'resolved_by',
    failureId: idOf(name),
    targetId: changes.get(change) ?? '',
    score,
    evidence: [],
    status,
  });
  await store.changes.replaceLinks([
    link('down', 'c1', 0.6, 'confirmed'),
    link('down', 'c2', 0.9, 'suggested'),
    link('revert', 'c2', 0.95, 'suggested'),
    link('confirmed revert', 'c2', 0.95, 'confirmed'),
  ]);
  const found = await store.failures.listResolvingLinks([...ids.values()]);
  expect(new Map(found.map(({ failureId, title }) => [failureId, title]))).toEqual(
    new Map([
      [idOf('down'), 'Bound the pool'],
      [idOf('confirmed revert'), 'Revert “Raise the limit”'],
    ]),
  );
});
