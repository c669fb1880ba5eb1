import { expect, test } from 'vitest';
import {
  acquireAnalysisLock,
  createTestConnection,
  createTestFailureDraft,
  openStoreUnderTest,
} from '../testing/store-under-test.ts';

/** The read-only tests share a store with 25 failures. */
const { store } = await openStoreUnderTest();
const { id: connectionId } = await createTestConnection(store, 'acme');
/** Creates a separate connection for a test that writes. */
const changing = await openStoreUnderTest();

const drafts = Array.from({ length: 25 }, (_, index) =>
  createTestFailureDraft({
    externalId: `PD${index}`,
    kind: index % 5 === 0 ? 'reverted_change' : 'incident',
    repository: index % 2 === 0 ? 'acme/even' : 'acme/odd',
    title: index === 7 ? 'Disk 100% full' : `Failure ${index}`,
    text: index === 8 ? 'the disk was FULL' : '',
    // Several failures start at the same time, to test that their order is unambiguous even then.
    occurredAt: `2026-01-${String(1 + (index % 6)).padStart(2, '0')}T00:00:00.000Z`,
  }),
);
await store.failures.upsert(connectionId, drafts);

test('the pages of the failure list contain every failure once, newest first', async () => {
  const seen: { occurredAt: string; id: string }[] = [];
  let after: string | null = null;
  do {
    const page = await store.failures.list({ limit: 7, ...(after === null ? {} : { after }) });
    expect(page.total).toBe(25);
    seen.push(...page.items);
    after = page.next;
  } while (after !== null);
  const all = await store.failures.listAll();
  expect(seen.map(({ id }) => id)).toEqual(all.map(({ id }) => id).reverse());
  expect(new Set(seen.map(({ id }) => id)).size).toBe(25);
  const keys = all.map(({ occurredAt, id }) => `${occurredAt} ${id}`);
  expect(keys).toEqual([...keys].sort());
});

test('the filters of the failure list also apply to its total', async () => {
  const total = async (filter: object) => (await store.failures.list({ limit: 1, ...filter })).total;
  expect(await total({ kind: 'reverted_change' })).toBe(5);
  expect(await total({ repository: 'acme/odd' })).toBe(12);
  expect(await total({ kind: 'reverted_change', repository: 'acme/even' })).toBe(3);
  expect(await total({ connectionId: 'other' })).toBe(0);
  expect(await total({ patternId: 'none' })).toBe(0);
  expect(await total({ query: 'full disk' })).toBe(2);
  expect(await total({ query: '100%' })).toBe(1);
  expect(await total({ query: '%' })).toBe(1);
  expect(await total({ query: '  ' })).toBe(25);
});

test('the failure list refuses an invalid cursor', async () => {
  await expect(store.failures.list({ limit: 1, after: 'x' })).rejects.toMatchObject({ code: 'invalid_input' });
});

test('failures are found by id and sorted by id, and unknown ids are omitted', async () => {
  const [first, second] = (await store.failures.listAll()).map(({ id }) => id).sort();
  const found = await store.failures.findMany([second ?? '', 'unknown', first ?? '']);
  expect(found.map(({ id }) => id)).toEqual([first, second]);
  expect(await store.failures.find('unknown')).toBeNull();
  expect(await store.failures.count()).toBe(25);
});

test('a detector removes failures that it no longer finds, but no failure of another kind or repository', async () => {
  const { failures } = changing.store;
  const { id } = await createTestConnection(changing.store, 'fewer');
  await failures.upsert(id, drafts);
  const total = await failures.count();
  expect(await failures.removeMissing(id, 'reverted_change', 'acme/even', ['PD0', 'PD10'])).toBe(1);
  const left = (await failures.list({ connectionId: id, kind: 'reverted_change', limit: 10 })).items;
  expect(left.map(({ externalId }) => externalId).sort()).toEqual(['PD0', 'PD10', 'PD15', 'PD5']);
  expect(await failures.count()).toBe(total - 1);
});

test('a detector that removes nothing does not wait for the analysis lock', async () => {
  const { store, databaseUrl } = changing;
  const { id } = await createTestConnection(store, 'nothing to remove');
  await store.failures.upsert(id, drafts.slice(0, 1));
  const release = await acquireAnalysisLock(databaseUrl);
  expect(await store.failures.removeMissing(id, 'reverted_change', 'acme/even', ['PD0'])).toBe(0);
  await release();
});

test('two detectors of the same kind of failure each remove only their own failures', async () => {
  const { store } = changing;
  const { id } = await createTestConnection(store, 'detectors');
  const found = (externalId: string) =>
    createTestFailureDraft({
      kind: 'failed_deployment',
      repository: 'acme/api',
      externalId: `acme/api#deployment/${externalId}`,
    });
  await store.failures.upsert(id, ['1', '1/rolled-back', '2', '2/rolled-back'].map(found));
  const keep = ['acme/api#deployment/2/rolled-back'];
  const remove = () => store.failures.removeMissing(id, 'failed_deployment', 'acme/api', keep, '/rolled-back');
  expect(await remove()).toBe(1);
  expect(await remove()).toBe(0);
  const left = (await store.failures.list({ connectionId: id, limit: 10 })).items;
  expect(left.map(({ externalId }) => externalId.slice('acme/api#deployment/'.length)).sort()).toEqual([
    '1',
    '2',
    '2/rolled-back',
  ]);
});

test('a duplicate is listed with its primary failure and nowhere else', async () => {
  const { store } = changing;
  const { id } = await createTestConnection(store, 'duplicates');
  await store.failures.upsert(
    id,
    ['PD1', 'PD2', 'o/r#issue/1', 'o/r#postmortem/a.md'].map((externalId) => createTestFailureDraft({ externalId })),
  );
  const all = (await store.failures.list({ connectionId: id, limit: 10 })).items;
  const idOf = (externalId: string) => all.find((failure) => failure.externalId === externalId)?.id ?? '';
  const [main, issue, page] = [idOf('PD1'), idOf('o/r#issue/1'), idOf('o/r#postmortem/a.md')];
  const total = await store.failures.count();
  const version = await store.patterns.readInputVersion();
  const group = (duplicates: { failureId: string; duplicateOf: string }[]) =>
    store.patterns.writeClustering({ episodes: [], patterns: [], lineage: [], inputVersion: 'v', duplicates });

  await group([
    { failureId: issue, duplicateOf: main },
    { failureId: page, duplicateOf: main },
    { failureId: idOf('PD2'), duplicateOf: 'unknown' },
    { failureId: main, duplicateOf: main },
  ]);
  const listed = await store.failures.list({ connectionId: id, limit: 10 });
  expect([listed.total, listed.items.map(({ externalId }) => externalId).sort()]).toEqual([2, ['PD1', 'PD2']]);
  expect(await store.failures.count()).toBe(total - 2);
  expect((await store.failures.listAll()).length).toBe(total);
  expect(await store.failures.find(issue)).toMatchObject({ duplicateOf: main });
  expect(await store.failures.find(main)).toMatchObject({ duplicateOf: null });
  const ids = (failures: { id: string }[]) => failures.map((failure) => failure.id).sort();
  expect(ids(await store.failures.listDuplicates([main, 'unknown']))).toEqual([issue, page].sort());
  expect(await store.failures.listDuplicates([issue])).toEqual([]);
  expect(await store.patterns.readInputVersion()).toBe(version);

  // A duplicate whose content changes stays a duplicate until the next clustering.
  await store.failures.upsert(id, [
    createTestFailureDraft({ externalId: 'o/r#issue/1', title: 'Else', version: '2026-03-01T00:00:00.000Z' }),
  ]);
  expect(await store.failures.find(issue)).toMatchObject({ title: 'Else', duplicateOf: main });
  await group([{ failureId: page, duplicateOf: issue }]);
  expect(ids(await store.failures.listDuplicates([main, issue]))).toEqual([page]);
  await store.failures.removeMissing(id, 'incident', 'acme/checkout', ['PD1', 'PD2', 'o/r#postmortem/a.md']);
  expect(await store.failures.find(page)).toMatchObject({ duplicateOf: null });
});
