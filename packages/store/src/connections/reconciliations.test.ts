import { expect, test } from 'vitest';
import {
  createTestConnection,
  createTestParsedRecord,
  createTestRecord,
  openStoreUnderTest,
} from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();

/** Starts a backfill of a stream and finishes it without records. */
async function endStream(connectionId: string, stream: string, since: string | null = null): Promise<void> {
  await store.connections.startBackfill(connectionId, [stream], since);
  const move = { stream, from: { cursor: null, since }, next: null, done: true, expected: 0 };
  await store.inbox.storePage(connectionId, { records: [], source: 'pull', stream: move });
}

const pauseMs = 3 * 24 * 60 * 60_000;
const none = { refilledAt: null, refills: 0, missing: null };

test('a finished stream is due for a completeness check if it was never checked, or once its due time has passed', async () => {
  const { id } = await createTestConnection(store, 'due');
  for (const stream of ['a', 'b', 'c']) await endStream(id, stream);
  await store.connections.startBackfill(id, ['moving'], null);
  const day = '2026-05-01T00:00:00.000Z';
  await store.completeness.recordStreamCheck(id, 'b', {
    checkedUntil: day,
    ...none,
    dueAt: '2026-05-02T00:00:00.000Z',
  });
  await store.completeness.postponeStreamCheck(id, 'c', '2026-05-03T00:00:00.000Z');
  const due = async (by: string) =>
    (await store.completeness.listDueStreams(by, 100, pauseMs)).flatMap(({ connectionId, stream }) =>
      connectionId === id ? [stream] : [],
    );
  expect(await due('2026-05-01T12:00:00.000Z')).toEqual(['a']);
  expect(await due('2026-05-02T00:00:00.000Z')).toEqual(['a', 'b']);
  expect(await due('2026-05-04T00:00:00.000Z')).toEqual(['a', 'b', 'c']);
  expect(await store.completeness.listDueStreams('2026-05-04T00:00:00.000Z', 1, pauseMs)).toHaveLength(1);
  expect(await store.completeness.listUncheckedStreams(id)).toEqual(['a', 'c', 'moving']);
});

test('a stream whose due time was stored by a clock that was ahead is due for a completeness check', async () => {
  const { id } = await createTestConnection(store, 'ahead');
  await endStream(id, 'a');
  await store.completeness.postponeStreamCheck(id, 'a', '2026-08-01T00:00:00.000Z');
  const isDue = async (by: string) =>
    (await store.completeness.listDueStreams(by, 100, pauseMs)).some(({ connectionId }) => connectionId === id);
  expect(await isDue('2026-07-30T00:00:00.000Z')).toBe(false);
  expect(await isDue('2026-07-28T23:00:00.000Z')).toBe(true);
});

test('a stream reaches back to the earliest date that was ever requested, even if a later pass begins after that date', async () => {
  const { id } = await createTestConnection(store, 'reach');
  const reach = async () => (await store.completeness.findStreamCheck(id, 's'))?.reachesBackTo;
  await endStream(id, 's', '2026-03-01T00:00:00.000Z');
  const row = await store.connections.findStream(id, 's');
  await store.connections.restartStream(
    id,
    's',
    { cursor: null, since: '2026-05-01T00:00:00.000Z' },
    row?.updatedAt ?? '',
  );
  expect(await reach()).toBe('2026-03-01T00:00:00.000Z');
  await store.connections.startBackfill(id, ['s'], '2026-04-01T00:00:00.000Z');
  expect(await reach()).toBe('2026-03-01T00:00:00.000Z');
  await store.connections.startBackfill(id, ['s'], '2026-01-01T00:00:00.000Z');
  expect(await reach()).toBe('2026-01-01T00:00:00.000Z');
  await store.connections.startBackfill(id, ['s'], null);
  await store.connections.startBackfill(id, ['s'], '2026-01-01T00:00:00.000Z');
  expect(await reach()).toBeNull();
});

test('the result of a completeness check is stored, and an unknown stream has none', async () => {
  const { id } = await createTestConnection(store, 'kept');
  await endStream(id, 's');
  const found = {
    checkedUntil: '2026-05-01T00:00:00.000Z',
    refilledAt: '2026-05-01T01:00:00.000Z',
    refills: 2,
    missing: 'x',
  };
  await store.completeness.recordStreamCheck(id, 's', { ...found, dueAt: '2026-05-02T00:00:00.000Z' });
  expect(await store.completeness.findStreamCheck(id, 's')).toEqual({ ...found, reachesBackTo: null });
  expect(await store.completeness.findStreamCheck(id, 'other')).toBeNull();
});

test('the days with missing records of a stream are listed, oldest first', async () => {
  const { id } = await createTestConnection(store, 'gaps');
  await store.completeness.recordDays(id, [
    { stream: 's', day: '2026-05-03', existing: 2, stored: 1 },
    { stream: 's', day: '2026-05-01', existing: 1, stored: 0 },
    { stream: 's', day: '2026-05-02', existing: 1, stored: 1 },
    { stream: 'other', day: '2026-05-04', existing: 1, stored: 0 },
  ]);
  expect(await store.completeness.listGapDays(id, 's')).toEqual(['2026-05-01', '2026-05-03']);
});

test('countUnreadable counts a key once if at least one version of its record was unreadable', async () => {
  const { id } = await createTestConnection(store, 'unreadable');
  const keys = ['pull/acme/api/1/x', 'pull/acme/api/1/y', 'commit/acme/api/1', 'pull/acme/api/2/x', 'event/push/1'];
  const records = keys.map((key) => createTestRecord(key));
  const { newIds } = await store.inbox.storePage(id, { records, source: 'pull' });
  await store.inbox.applyRecords(
    newIds.map((inboxId, index) =>
      createTestParsedRecord(inboxId, index === 3 ? {} : { outcome: 'unreadable', problem: 'x' }),
    ),
  );
  const count = (keys: string[]) => store.completeness.countUnreadable(id, keys);
  expect(await count(['pull/acme/api/1'])).toBe(1);
  expect(await count(['pull/acme/api/1', 'commit/acme/api/1', 'pull/acme/api/2', 'pull/acme/api/3'])).toBe(2);
  expect(await count(['pull/acme/api', 'pull/acme/api/1/x'])).toBe(2);
  expect(await count(['pull/acme/ap', 'pull/acme/api/', 'commit/acme/api/12', 'run/acme/api/1', 'a\0b'])).toBe(0);
  expect(await count([])).toBe(0);
  await store.connections.changeScopeMembers(id, {
    known: [],
    members: [{ id: '1', name: 'acme/core', state: 'present' }],
    renames: [{ from: 'acme/api', to: 'acme/core' }],
  });
  expect(await count(['pull/acme/core/1', 'commit/acme/core/1', 'pull/acme/core/2'])).toBe(2);
});

test('a connection stores the time up to which redelivery of its webhooks was requested', async () => {
  const { id } = await createTestConnection(store, 'redelivered');
  expect(await store.completeness.findRedeliveredUntil(id)).toBeNull();
  await store.completeness.recordRedeliveredUntil(id, '2026-05-01T00:00:00.000Z');
  expect(await store.completeness.findRedeliveredUntil(id)).toBe('2026-05-01T00:00:00.000Z');
});
