import type { FailureDraft } from '@refrain/domain';
import { expect, test } from 'vitest';
import {
  createTestChangeDraft,
  createTestConnection,
  createTestFailureDraft,
  createTestRecord,
  openStoreUnderTest,
  createTestParsedRecord as settled,
} from '../testing/store-under-test.ts';
import type { ParsedRecord } from './apply-records.ts';

const { store, open, query } = await openStoreUnderTest();

async function receive(account: string, count: number): Promise<{ connectionId: string; ids: string[] }> {
  const { id } = await createTestConnection(store, account);
  const records = Array.from({ length: count }, (_, index) => createTestRecord(`${account}-${index}`));
  return { connectionId: id, ids: (await store.inbox.storePage(id, { records, source: 'pull' })).newIds };
}

async function only(connectionId: string) {
  const { items, total } = await store.failures.list({ connectionId, limit: 10 });
  expect(total).toBe(items.length);
  return items;
}

test('applied records are read back as written, and applying the same records again changes nothing', async () => {
  const { connectionId, ids } = await receive('acme', 1);
  const failure = createTestFailureDraft({
    resolvedAt: '2026-01-02T05:00:00.001Z',
    sha: 'abc',
    url: 'https://x.example/1',
  });
  const change = createTestChangeDraft({
    base: 'develop',
    succeeded: false,
    environment: 'production',
    url: 'https://x.example/2',
  });
  const results = [settled(ids[0], { failures: [failure], changes: [change] })];

  expect(await store.inbox.applyRecords(results)).toEqual({
    failuresChanged: 1,
    changesChanged: 1,
    repositories: ['acme/checkout'],
  });
  expect(await only(connectionId)).toEqual([
    {
      ...failure,
      id: expect.stringMatching(/^[a-z2-7]{24}$/u),
      connectionId,
      episodeId: null,
      duplicateOf: null,
      patternId: null,
      patternName: null,
      isProvisional: false,
      isDecided: false,
      decidingWords: [],
      durationSeconds: expect.any(Number),
      excerpt: null,
      episodeServices: [],
    },
  ]);
  expect(await store.changes.listByRepository(connectionId, 'acme/checkout')).toEqual([
    { ...change, id: expect.any(String), connectionId },
  ]);
  expect(await store.inbox.countUnprocessed(connectionId)).toBe(0);
  expect(await store.inbox.applyRecords(results)).toEqual({ failuresChanged: 0, changesChanged: 0, repositories: [] });
});

test('the newest version of a record wins, in whatever order the versions arrive', async () => {
  const { connectionId, ids } = await receive('versions', 5);
  const at = (day: number, draft: Partial<FailureDraft>) =>
    settled(ids[0], { failures: [createTestFailureDraft({ version: `2026-02-0${day}T00:00:00.000Z`, ...draft })] });

  await store.inbox.applyRecords([at(3, { title: 'third' })]);
  expect(await store.inbox.applyRecords([at(2, { title: 'second' })])).toMatchObject({ failuresChanged: 0 });
  expect((await only(connectionId))[0]?.title).toBe('third');

  // The same content in a newer version is not a change, but older versions are ignored from then on.
  expect(await store.inbox.applyRecords([at(5, { title: 'third' })])).toMatchObject({ failuresChanged: 0 });
  expect(await store.inbox.applyRecords([at(4, { title: 'fourth' })])).toMatchObject({ failuresChanged: 0 });
  expect((await only(connectionId))[0]).toMatchObject({ title: 'third', version: '2026-02-05T00:00:00.000Z' });

  // An improved parser may parse the same version differently.
  expect(await store.inbox.applyRecords([at(5, { paths: ['new.ts'] })])).toMatchObject({ failuresChanged: 1 });
});

test('one call can apply several versions of one object', async () => {
  const { connectionId, ids } = await receive('twice', 2);
  const [older, newer] = [
    createTestFailureDraft({ title: 'older' }),
    createTestFailureDraft({ title: 'newer', version: '2026-03-01T00:00:00.000Z' }),
  ];
  const applied = await store.inbox.applyRecords([
    settled(ids[0], { failures: [newer] }),
    settled(ids[1], { failures: [older] }),
  ]);
  expect(applied.failuresChanged).toBe(1);
  expect((await only(connectionId))[0]?.title).toBe('newer');
});

test('a failure is stored with isFailure false once its record no longer describes a failure', async () => {
  const { connectionId, ids } = await receive('recovered', 2);
  await store.inbox.applyRecords([settled(ids[0], { failures: [createTestFailureDraft({ isFailure: false })] })]);
  await store.inbox.applyRecords([settled(ids[0]), settled(ids[1], { outcome: 'irrelevant' })]);
  expect(await only(connectionId)).toMatchObject([{ isFailure: false }]);
});

test('two processes can apply equal and overlapping records concurrently', async () => {
  const count = 400;
  const { connectionId, ids } = await receive('side-by-side', count);
  const other = open();
  const results = ids.map((inboxId, index) =>
    settled(inboxId, {
      failures: [
        createTestFailureDraft({
          externalId: `PD${index % 97}`,
          title: `title ${index}`,
          version: `2026-03-01T00:00:00.${String(index).padStart(3, '0')}Z`,
        }),
      ],
      changes: [
        createTestChangeDraft({
          externalId: `acme/api#${index % 89}`,
          repository: `acme/r${index % 7}`,
          title: `change ${index}`,
          version: `2026-03-01T00:00:00.${String(index).padStart(3, '0')}Z`,
        }),
      ],
    }),
  );
  const shuffled = [...results].sort(
    (a, b) => ((Number(a.inboxId) * 7_919) % 401) - ((Number(b.inboxId) * 7_919) % 401),
  );
  const halves = (list: ParsedRecord[]) => [list.slice(0, 250), list.slice(150)];
  await Promise.all([
    ...halves(results).map((half) => store.inbox.applyRecords(half)),
    ...halves(shuffled).map((half) => other.inbox.applyRecords(half)),
    ...halves([...shuffled].reverse()).map((half) => other.inbox.applyRecords(half)),
  ]);
  const failures = await store.failures.list({ connectionId, limit: 1_000 });
  expect(failures.total).toBe(97);
  const newest = new Map(results.map(({ failures: [draft] }) => [draft?.externalId, draft?.title]));
  expect(new Map(failures.items.map(({ externalId, title }) => [externalId, title]))).toEqual(newest);
  expect(await store.inbox.countUnprocessed(connectionId)).toBe(0);
});

test('applying records with values at the limits of PostgreSQL succeeds', async () => {
  const { connectionId, ids } = await receive('edges', 1);
  const long = 'x'.repeat(20_000);
  const drafts = [
    createTestFailureDraft({
      externalId: long,
      repository: long,
      title: 'nul \0 half \ud800',
      occurredAt: '0000-01-01T00:00:00.000Z',
    }),
    createTestFailureDraft({ externalId: 'a\0b', occurredAt: '+010000-01-01T00:00:00.000Z' }),
    createTestFailureDraft({ externalId: 'ab' }),
  ];
  await store.inbox.applyRecords([settled(ids[0], { failures: drafts })]);
  const items = await only(connectionId);
  expect(items.map(({ occurredAt }) => occurredAt).sort()).toEqual([
    '0001-01-01T00:00:00.000Z',
    '2026-01-02T03:04:05.678Z',
  ]);
  expect(await store.failures.removeMissing(connectionId, 'incident', long, [long])).toBe(0);
  expect(await store.failures.removeMissing(connectionId, 'incident', long, [])).toBe(1);
});

test('applying an unchanged record does not write the row again', async () => {
  const { connectionId, ids } = await receive('unwritten', 1);
  const results = [settled(ids[0], { failures: [createTestFailureDraft()], changes: [createTestChangeDraft()] })];
  await store.inbox.applyRecords(results);
  const versions = () =>
    query(
      `select xmin, xmax, ctid from failure where connection_id = $1
       union all select xmin, xmax, ctid from change where connection_id = $1`,
      [connectionId],
    );
  const before = await versions();
  await store.inbox.applyRecords(results);
  await store.inbox.applyRecords([
    settled(ids[0], { failures: [createTestFailureDraft({ title: 'older', version: '2026-01-01T00:00:00.000Z' })] }),
  ]);
  expect(await versions()).toEqual(before);
});
