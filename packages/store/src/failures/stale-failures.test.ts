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
import { mergePartialFailure } from './stale-failures.ts';

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

test('a stale failure is no longer stale once its provider returns the same version again some minutes later', async () => {
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

test('an event that contains no fields makes an older stored failure stale for a week', async () => {
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

const known: FailureDraft = {
  kind: 'incident',
  externalId: 'P1',
  title: 'Queue is full',
  text: 'The pool is exhausted',
  services: ['Checkout'],
  repository: null,
  environment: null,
  paths: [],
  sha: null,
  occurredAt: '2026-01-10T10:00:00.000Z',
  resolvedAt: '2026-01-10T11:00:00.000Z',
  precision: 'instant',
  timing: { acknowledgedAt: '2026-01-10T10:05:00.000Z', mitigatedAt: null, reopenedAt: ['2026-01-10T10:40:00.000Z'] },
  severity: 'P2',
  urgency: 'high',
  responders: 2,
  references: ['https://github.test/acme/api/issues/7'],
  url: 'https://acme.pagerduty.com/incidents/P1',
  version: '2026-01-10T12:00:00.000Z',
  isFailure: true,
  confidence: 1,
};
const partialUpdate: FailureDraft = {
  ...known,
  title: 'Queue was full',
  text: '',
  timing: null,
  severity: 'P1',
  responders: null,
  references: [],
  version: '2026-01-13T12:00:00.000Z',
};

test('a partial update replaces the fields that it contains and keeps the known values of all others', () => {
  const { title, severity, version } = partialUpdate;
  expect(mergePartialFailure(partialUpdate, known)).toEqual({ ...known, title, severity, version });
});

test('a partial update can reopen a failure', () => {
  const reopenedAt = ['2026-01-13T12:00:00Z'];
  const reopened = {
    ...partialUpdate,
    resolvedAt: null,
    timing: { acknowledgedAt: null, mitigatedAt: null, reopenedAt },
  };
  expect(mergePartialFailure(reopened, known)).toMatchObject({
    resolvedAt: null,
    timing: {
      acknowledgedAt: '2026-01-10T10:05:00.000Z',
      reopenedAt: ['2026-01-10T10:40:00.000Z', '2026-01-13T12:00:00.000Z'],
    },
  });
});

test('a partial update supplies values that were unknown', () => {
  const bare = { ...known, text: '', services: [], timing: null, responders: null, references: [], url: null };
  const telling = { ...known, version: partialUpdate.version };
  expect(mergePartialFailure(telling, bare)).toEqual(telling);
});

test('applying the same partial update twice changes nothing', () => {
  const once = mergePartialFailure({ ...partialUpdate, timing: known.timing, references: ['https://x.test/1'] }, known);
  expect(mergePartialFailure(once, once)).toEqual(once);
});
