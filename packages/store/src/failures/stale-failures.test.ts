import { randomUUID } from 'node:crypto';
import type { FailureDraft } from '@refrain/domain';
import { expect, test } from 'vitest';
import {
  createTestConnection,
  createTestFailureDraft,
  createTestParsedRecord,
  createTestRecord,
  openStoreUnderTest,
} from '../testing/store-under-test.ts';

const { store, query } = await openStoreUnderTest();

const at = (minute: number) => new Date(Date.parse('2026-01-10T10:00:00Z') + minute * 60_000).toISOString();
const whole = createTestFailureDraft({
  externalId: 'P1',
  text: 'The pool is exhausted',
  services: ['Checkout'],
  timing: { acknowledgedAt: at(1), mitigatedAt: null, reopenedAt: [] },
  responders: 2,
  references: ['https://github.test/acme/api/issues/7'],
  severity: 'P2',
  version: at(10),
});
const part: FailureDraft = { ...whole, text: '', timing: null, responders: null, references: [], severity: 'P1' };

async function complete(
  connectionId: string,
  failures: FailureDraft[],
  staleFailures?: { externalId: string; version: string }[],
) {
  const stored = await store.inbox.storePage(connectionId, {
    records: [createTestRecord(randomUUID())],
    source: 'webhook',
  });
  const withKind = staleFailures?.map((item) => ({ kind: 'incident' as const, ...item }));
  await store.inbox.applyRecords([
    createTestParsedRecord(stored.newIds[0], { failures, ...(withKind ? { staleFailures: withKind } : {}) }),
  ]);
}
async function only(connectionId: string) {
  const { items } = await store.failures.list({ connectionId, limit: 10 });
  expect(items).toHaveLength(1);
  return items[0];
}

test('an event updates the fields that it contains, and the failure is stale until it is read completely', async () => {
  const { id } = await createTestConnection(store, 'part');
  await complete(id, [whole]);
  expect(await store.failures.listStale(id, null)).toEqual([]);

  await complete(id, [{ ...part, version: at(20) }], [{ externalId: 'P1', version: at(20.1) }]);
  expect(await only(id)).toMatchObject({ ...whole, severity: 'P1', version: at(20) });
  expect(await store.failures.listStale(id, null)).toEqual(['P1']);
  expect(await store.failures.listStale(id, 'Checkout')).toEqual(['P1']);
  expect(await store.failures.listStale(id, 'Search')).toEqual([]);

  const read = { ...whole, text: 'Read again', severity: 'P1', responders: 3, references: [], version: at(21) };
  await complete(id, [read]);
  expect(await only(id)).toMatchObject(read);
  expect(await store.failures.listStale(id, null)).toEqual([]);
});

test('an event that is older than the stored failure changes no field, but makes the failure stale', async () => {
  const { id } = await createTestConnection(store, 'older');
  await complete(id, [whole]);
  await complete(id, [{ ...part, version: at(5) }], [{ externalId: 'P1', version: at(5.1) }]);
  expect(await only(id)).toMatchObject(whole);
  expect(await store.failures.listStale(id, null)).toEqual(['P1']);
  const page = {
    records: [createTestRecord('read-again')],
    readings: [{ failures: [whole], changes: [] }],
    source: 'pull' as const,
  };
  await store.inbox.storePage(id, page);
  expect(await store.failures.listStale(id, null)).toEqual([]);
  await complete(id, [], [{ externalId: 'P1', version: at(5) }]);
  expect(await store.failures.listStale(id, null)).toEqual(['P1']);
  await store.inbox.storePage(id, page);
  expect(await store.failures.listStale(id, null), 'a record that is known').toEqual([]);
});

test('a failure stays stale when a source that omits fields is read', async () => {
  const { id } = await createTestConnection(store, 'left out');
  await complete(id, [whole]);
  await complete(id, [], [{ externalId: 'P1', version: at(9) }]);
  const page = (key: string, more: object) => ({
    records: [createTestRecord(key)],
    readings: [{ failures: [{ ...whole, version: at(12) }], changes: [], ...more }],
    source: 'pull' as const,
  });
  await store.inbox.storePage(id, page('shared', { leavesStale: true }));
  expect(await store.failures.listStale(id, null)).toEqual(['P1']);
  await store.inbox.storePage(id, page('own', {}));
  expect(await store.failures.listStale(id, null)).toEqual([]);
});

test('a stale failure with an unchanged version is no longer stale once it is read some minutes later', async () => {
  const { id } = await createTestConnection(store, 'silent');
  await complete(id, [whole]);
  await complete(id, [], [{ externalId: 'P1', version: at(99) }]);
  const page = {
    records: [createTestRecord('silent')],
    readings: [{ failures: [whole], changes: [] }],
    source: 'pull' as const,
  };
  await store.inbox.storePage(id, page);
  expect(await store.failures.listStale(id, null)).toEqual(['P1']);
  await query(`update failure set stale_until = stale_until - interval '6 minutes' where connection_id = $1`, [id]);
  await store.inbox.storePage(id, page);
  expect(await store.failures.listStale(id, null)).toEqual([]);
});

test('several events about a failure are merged when they are applied together, in any order', async () => {
  const { id } = await createTestConnection(store, 'together');
  const timing = { acknowledgedAt: at(3), mitigatedAt: null, reopenedAt: [] };
  const staleFailures = [{ externalId: 'P1', version: at(31) }];
  const last = { ...part, resolvedAt: at(30), version: at(30) };
  await complete(id, [last, { ...part, version: at(2) }, { ...part, timing, version: at(3) }], staleFailures);
  expect(await only(id)).toMatchObject({ resolvedAt: at(30), timing, version: at(30) });
  expect(await store.failures.listStale(id, null)).toEqual(['P1']);
});

test('an event without fields makes a failure of an older version stale for a week', async () => {
  const { id } = await createTestConnection(store, 'alone');
  await complete(id, [whole]);
  const staleFailures = (externalId: string, minute: number) => ({
    kind: 'incident' as const,
    externalId,
    version: at(minute),
  });
  await store.failures.markStale(id, [staleFailures('P1', 10), staleFailures('ELSE', 99)]);
  expect(await store.failures.listStale(id, null)).toEqual([]);
  await store.failures.markStale(id, [staleFailures('P1', 12), staleFailures('P1', 11)]);
  expect(await store.failures.listStale(id, null)).toEqual(['P1']);
  const wait = (time: string) =>
    query(`update failure set stale_until = stale_until - $1::interval where connection_id = $2`, [time, id]);
  await wait('6 days');
  expect(await store.failures.listStale(id, null)).toEqual(['P1']);
  await wait('1 day');
  expect(await store.failures.listStale(id, null)).toEqual([]);
});

test('events that are applied concurrently lose no field', async () => {
  const { id } = await createTestConnection(store, 'beside');
  await complete(id, [whole]);
  await Promise.all(
    Array.from({ length: 8 }, (_, step) =>
      complete(
        id,
        [{ ...part, references: [`https://x.test/${step}`], version: at(20 + step) }],
        [{ externalId: 'P1', version: at(21 + step) }],
      ),
    ),
  );
  const failure = await only(id);
  expect(failure).toMatchObject({ text: whole.text, responders: 2, version: at(27) });
  expect(failure?.references).toEqual(expect.arrayContaining([...whole.references, 'https://x.test/7']));
});
