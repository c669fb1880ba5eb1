import type { FailureSource, ProviderItem } from '@refrain/connectors';
import {
  AppError,
  type ChangeDraft,
  dayInMs,
  type FailureDraft,
  hourInMs,
  minuteInMs,
  type Provider,
} from '@refrain/domain';
import { formatStreamPosition } from '@refrain/store';
import { expect, test } from 'vitest';
import { findSyncStart } from '../sync/plan-sync.ts';
import { createSyncConnectionsHandler } from '../sync/sync-connections.ts';
import type { IngestDeps } from '../worker/deps.ts';
import { type EnqueuedJob, openWorkerUnderTest, type WorkerUnderTest } from '../worker/worker-under-test.ts';
import { createCheckStreamHandler } from './check-stream.ts';

const { store, connect, depsFor } = await openWorkerUnderTest();
const { signal } = new AbortController();
const today = Date.parse('2026-05-20T12:00:00.000Z');

interface Audited extends Pick<WorkerUnderTest, 'store' | 'enqueued' | 'clock'> {
  readonly connectionId: string;
  readonly stream: string;
  readonly existing: ProviderItem[];
  readonly compared: string[];
  deps(source: Partial<FailureSource>): IngestDeps;
  /** Marks the stream as pulled to its last page. */
  drain(next?: string | null): Promise<void>;
  exist(number: number, day: string): void;
  keep(number: number): Promise<void>;
  audit(during?: () => Promise<void>): Promise<void>;
  days(): Promise<(string | number)[][]>;
  state(): Promise<string | undefined>;
  dueIn(ms: number): Promise<boolean>;
}

function startAudit(): Promise<Audited> {
  return startAuditOf('github', 'pulls:acme/api', '2026-01-01T00:00:00.000Z');
}

function startIncidentAudit(since: string | null): Promise<Audited> {
  return startAuditOf('pagerduty', 'incidents', since);
}

async function startAuditOf(
  provider: Provider,
  stream: string,
  since: string | null,
  worker: Pick<WorkerUnderTest, 'store' | 'connect' | 'depsFor'> = { store, connect, depsFor },
): Promise<Audited> {
  const { id: connectionId } = await worker.connect({}, provider);
  const { connections, completeness, changes, inbox } = worker.store;
  const own = { enqueued: [] as EnqueuedJob[], clock: { now: today } };
  const deps = (source: Partial<FailureSource>) => worker.depsFor(source, own);
  const audited: Audited = {
    store: worker.store,
    ...own,
    connectionId,
    stream,
    existing: [],
    compared: [],
    deps,
    async drain(next = null) {
      const row = await connections.findStream(connectionId, stream);
      const from = { cursor: row?.cursor ?? null, since: row?.since ?? null };
      const move = { stream, from, next, done: true, expected: 0 };
      await inbox.storePage(connectionId, { records: [], source: 'pull', stream: move });
      own.enqueued.length = 0;
    },
    exist(number, day) {
      const externalId = `acme/api#${number}`;
      audited.existing.push({ kind: 'merged_pull_request', externalId, at: `${day}T10:00:00.000Z` });
    },
    keep: async (number) => void (await changes.upsert(connectionId, [draft(number)])),
    audit: (during = async () => undefined) =>
      createCheckStreamHandler(
        deps({
          listExisting: async ({ since: from, until, cursor }) => {
            await during();
            if (cursor === null) audited.compared.push(`${from.slice(0, 10)}/${until.slice(0, 10)}`);
            const items = audited.existing.filter(({ at }) => at >= from && at < until);
            const start = Number(cursor ?? 0);
            return { items: items.slice(start, start + 2), next: start + 2 < items.length ? String(start + 2) : null };
          },
        }),
      )({ connectionId, stream }, signal),
    async days() {
      const all = { since: '2020-01-01T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z' };
      return (await completeness.listDays(connectionId, all)).map((day) => [day.day, day.existing, day.stored]);
    },
    state: async () => (await connections.findStream(connectionId, stream))?.state,
    async dueIn(ms) {
      const due = await completeness.listDueStreams(new Date(own.clock.now + ms).toISOString(), 1_000, 3 * dayInMs);
      return due.some((one) => one.connectionId === connectionId);
    },
  };
  await connections.startBackfill(connectionId, [stream], since);
  await audited.drain();
  return audited;
}

function draft(number: number): ChangeDraft {
  return {
    kind: 'merged_pull_request',
    externalId: `acme/api#${number}`,
    repository: 'acme/api',
    environment: null,
    title: 'A change',
    text: '',
    sha: null,
    parents: [],
    number,
    branch: null,
    base: null,
    paths: [],
    occurredAt: '2026-05-01T10:00:00.000Z',
    succeeded: null,
    url: null,
    version: '2026-05-01T10:00:00.000Z',
  };
}

function failure(externalId: string, version: string): FailureDraft {
  return {
    kind: 'incident',
    externalId,
    title: 'Queue is full',
    text: '',
    services: [],
    repository: null,
    environment: null,
    paths: [],
    sha: null,
    occurredAt: '2026-05-20T09:00:00.000Z',
    resolvedAt: null,
    precision: 'instant',
    timing: null,
    severity: null,
    urgency: null,
    responders: null,
    references: [],
    url: null,
    version,
    isFailure: true,
    confidence: 1,
  };
}

async function keepUnreadable(id: string, type: string, deliveryKey: string): Promise<void> {
  const broken = { type, deliveryKey, payload: {} };
  const { newIds } = await store.inbox.storePage(id, { records: [broken], source: 'pull' });
  const [inboxId = ''] = newIds;
  await store.inbox.applyRecords([{ inboxId, outcome: 'unreadable', problem: 'No title', failures: [], changes: [] }]);
}

test('a day after a complete check, only the last week is compared', async () => {
  const { compared, exist, keep, audit, days, state, dueIn } = await startAudit();
  exist(1, '2026-01-05');
  exist(2, '2026-05-19');
  exist(3, '2026-05-19');
  for (const number of [1, 2, 3]) await keep(number);
  await audit();
  expect(await days()).toEqual([
    ['2026-01-05', 1, 1],
    ['2026-05-19', 2, 2],
  ]);
  expect([await state(), await dueIn(23 * hourInMs), await dueIn(25 * hourInMs)]).toEqual(['done', false, true]);
  await audit();
  expect(compared).toEqual(['2026-01-01/2026-05-20', '2026-05-13/2026-05-20']);
});

test('checks a stream with a gap again a minute later if a sync started during the check', async () => {
  const { enqueued, connectionId, stream, drain, exist, audit, state, dueIn } = await startAudit();
  exist(1, '2026-05-19');
  const sync = () => store.connections.startBackfill(connectionId, [stream], '2026-05-20T00:00:00.000Z');
  await audit(sync);
  expect([enqueued, await state()]).toEqual([[], 'waiting']);
  await drain();
  expect(await dueIn(minuteInMs)).toBe(true);
  await audit();
  expect(enqueued).toEqual([{ name: 'pull-stream', payload: { connectionId, stream } }]);
  expect((await store.connections.findStream(connectionId, stream))?.since).toBe('2026-05-19T00:00:00.000Z');
});

test('while a stream is being synced, compares only records from before the start of the sync', async () => {
  const { enqueued, clock, connectionId, stream, compared, drain, exist, audit, days, state, dueIn } =
    await startAudit();
  for (const [number, day] of [
    [1, '2026-05-17'],
    [2, '2026-05-19'],
  ] as const)
    exist(number, day);
  await drain(
    formatStreamPosition({ startedAt: '2026-05-18T10:00:00.000Z', cursor: null, isSync: true, validator: null }),
  );
  const row = await store.connections.findStream(connectionId, stream);
  const point = row && findSyncStart(row, clock.now);
  if (row === null || point === null) throw new Error('It does not stand where a sync begins');
  await store.connections.restartStream(connectionId, stream, point, row.updatedAt);
  expect(await dueIn(0)).toBe(true);
  await audit();
  expect([await state(), compared]).toEqual(['waiting', ['2026-01-01/2026-05-18']]);
  expect(await days()).toEqual([['2026-05-17', 1, 0]]);
  // Missing records cannot be requested while the stream is being synced.
  expect([enqueued, await dueIn(0), await dueIn(minuteInMs)]).toEqual([[], false, true]);
  // Until the first pass over the stream has ended, nothing is compared.
  await store.connections.startBackfill(connectionId, [stream], '2025-01-01T00:00:00.000Z');
  expect(await dueIn(minuteInMs)).toBe(false);
  compared.length = 0;
  await audit();
  expect(compared).toEqual([]);
});

test('a completeness check after a sync also compares records that are older than the sync', async () => {
  // This test needs a worker of its own, because a sync always includes all connections.
  const worker = await openWorkerUnderTest();
  const { stream, compared, deps, drain, audit } = await startAuditOf(
    'github',
    'pulls:acme/api',
    '2026-01-01T00:00:00.000Z',
    worker,
  );
  const listing = deps({ listStreams: async () => [stream], listInScope: async () => [] });
  await createSyncConnectionsHandler({ ...listing, syncEveryMs: 5 * minuteInMs })({}, signal);
  await drain();
  await audit();
  expect(compared).toEqual(['2026-01-01/2026-05-20']);
});

test('pulls the stream again from the day of a gap, and clears the gap once it is filled', async () => {
  const { enqueued, connectionId, stream, compared, drain, exist, keep, audit, state } = await startAudit();
  exist(1, '2026-02-03');
  exist(2, '2026-05-19');
  await keep(2);
  await audit();
  expect(await store.completeness.listGaps(connectionId)).toEqual([{ stream, day: '2026-02-03' }]);
  expect(enqueued).toEqual([{ name: 'pull-stream', payload: { connectionId, stream } }]);
  expect(await store.connections.findStream(connectionId, stream)).toMatchObject({
    state: 'waiting',
    cursor: null,
    since: '2026-02-03T00:00:00.000Z',
  });
  await keep(1);
  await drain();
  compared.length = 0;
  await audit();
  expect(compared).toEqual(['2026-02-03/2026-02-04', '2026-05-13/2026-05-20']);
  expect(await store.completeness.listGaps(connectionId)).toEqual([]);
  expect(await state()).toBe('done');
});

test('pulls the stream again from the start of the last pass if the gap began later', async () => {
  const { connectionId, stream, drain, exist, audit } = await startAudit();
  const ended = { startedAt: '2026-05-18T20:00:00.000Z', cursor: null, isSync: true, validator: null };
  await store.connections.startBackfill(connectionId, [stream], '2026-01-01T00:00:00.000Z');
  await drain(JSON.stringify(ended));
  exist(1, '2026-05-19');
  await audit();
  expect(await store.connections.findStream(connectionId, stream)).toMatchObject({
    state: 'waiting',
    cursor: null,
    since: '2026-05-18T19:50:00.000Z',
  });
});

test('reports a gap that remains after a refill, and refills it at intervals', async () => {
  const { enqueued, clock, connectionId, drain, exist, audit, state } = await startAudit();
  exist(1, '2026-05-19');
  await audit();
  await drain();
  clock.now += hourInMs;
  await audit();
  expect([await state(), enqueued]).toEqual(['done', []]);
  expect(await store.completeness.listGaps(connectionId)).toHaveLength(1);
  clock.now += 6 * hourInMs;
  await audit();
  expect(enqueued).toHaveLength(1);
});

test('reports an unparsable record as a gap, and does not pull it again', async () => {
  const { enqueued, clock, connectionId, drain, exist, audit } = await startAudit();
  exist(1, '2026-05-19');
  await keepUnreadable(connectionId, 'github.pull_request', 'pull/acme/api/1/2026-05-19');
  await audit();
  await drain();
  for (let week = 0; week < 3; week += 1) {
    clock.now += 8 * dayInMs;
    await audit();
  }
  expect(enqueued).toEqual([]);
  expect(await store.completeness.listGaps(connectionId)).toHaveLength(1);
});

test('pulls missing records again even if events or other records could not be parsed', async () => {
  const { enqueued, clock, connectionId, drain, exist, audit } = await startAudit();
  exist(1, '2026-05-19');
  await keepUnreadable(connectionId, 'github.commit', 'commit/acme/api/1');
  await keepUnreadable(connectionId, 'github.pull_request', 'pull/acme/api/2/2026-05-19');
  await keepUnreadable(connectionId, 'github.event.unknown', 'event/unknown/1');
  await audit();
  await drain();
  clock.now += 7 * hourInMs;
  await audit();
  expect(enqueued).toHaveLength(1);
});

test('reads a missing incident again even if an event or another incident could not be parsed', async () => {
  const { enqueued, clock, connectionId, existing, drain, audit } = await startIncidentAudit(null);
  existing.push({ kind: 'incident', externalId: 'P1', at: '2026-05-19T10:00:00.000Z' });
  await keepUnreadable(connectionId, 'pagerduty.event.unknown', 'event/1');
  await keepUnreadable(connectionId, 'pagerduty.incident', 'incident/P12/1');
  await audit();
  await drain();
  clock.now += 7 * hourInMs;
  await audit();
  expect(enqueued).toHaveLength(1);
  await keepUnreadable(connectionId, 'pagerduty.incident', 'incident/P1/1');
  await drain();
  clock.now += 8 * dayInMs;
  await audit();
  expect(enqueued).toEqual([]);
});

test('marks incidents that are stored in an older version as stale, and compares all incidents each time', async () => {
  const { enqueued, connectionId, stream, existing, compared, audit } =
    await startIncidentAudit('2026-01-01T00:00:00.000Z');
  const at = (time: string) => `2026-05-20T${time}:00.000Z`;
  const incident = (externalId: string) => ({ kind: 'incident' as const, externalId, at: at('09:00') });
  for (const [externalId, version] of [
    ['SAME', at('10:00')],
    ['OLDER', at('10:00')],
  ] as const) {
    await store.failures.upsert(connectionId, [failure(externalId, version)]);
  }
  existing.push(
    { ...incident('SAME'), version: at('10:00') },
    { ...incident('OLDER'), version: at('11:00') },
    { ...incident('UNSAID') },
  );
  await store.failures.upsert(connectionId, [failure('UNSAID', at('10:00'))]);
  await audit();
  expect(await store.failures.listStale(connectionId, null)).toEqual(['OLDER']);
  expect(enqueued).toEqual([]);
  expect(await store.completeness.findStreamCheck(connectionId, stream)).toMatchObject({ missing: null });
  await audit();
  expect(compared).toEqual(['2026-01-01/2026-05-20', '2026-01-01/2026-05-20']);
});

test('compares incidents from the oldest stored incident on, and reports no gap before the start of the backfill', async () => {
  const { enqueued, connectionId, existing, compared, audit, days, dueIn } =
    await startIncidentAudit('2026-04-01T00:00:00.000Z');
  const [old, later] = ['2026-02-03T10:00:00.000Z', '2026-05-01T10:00:00.000Z'];
  await store.failures.upsert(connectionId, [{ ...failure('OLD', later), occurredAt: old }]);
  existing.push(
    { kind: 'incident', externalId: 'OLD', at: old, version: '2026-05-02T10:00:00.000Z' },
    { kind: 'incident', externalId: 'ELSE', at: '2026-02-04T10:00:00.000Z', version: later },
  );
  await audit();
  expect(compared).toEqual(['2026-02-03/2026-04-01', '2026-04-01/2026-05-20']);
  expect(await store.failures.listStale(connectionId, null)).toEqual(['OLD']);
  expect([await days(), enqueued, await dueIn(25 * hourInMs)]).toEqual([[], [], true]);
});

test('compares all incidents each time, even if none is stored', async () => {
  const { connectionId, compared, audit } = await startIncidentAudit('2026-01-01T00:00:00.000Z');
  await audit();
  await audit();
  expect(compared).toEqual(['2026-01-01/2026-05-20', '2026-01-01/2026-05-20']);
  expect(await store.completeness.listUncheckedStreams(connectionId)).toEqual([]);
});

test('a stored record that no longer exists is not a gap', async () => {
  const { enqueued, existing, exist, keep, audit, days, state } = await startAudit();
  exist(1, '2026-05-19');
  await keep(1);
  await audit();
  existing.length = 0;
  await audit();
  expect(await days()).toEqual([['2026-05-19', 0, 0]]);
  expect([await state(), enqueued]).toEqual(['done', []]);
});

test('a received but unparsed record is not a gap', async () => {
  const { enqueued, clock, connectionId, exist, audit, days, dueIn } = await startAudit();
  exist(1, '2026-05-19');
  clock.now = Date.now() + hourInMs;
  await store.inbox.storePage(connectionId, {
    records: [{ type: 'github.pull_request', deliveryKey: 'pull/acme/api/1/2026', payload: {} }],
    source: 'pull',
  });
  await audit();
  expect([await days(), enqueued]).toEqual([[], []]);
  expect([await dueIn(14 * 60_000), await dueIn(16 * 60_000)]).toEqual([false, true]);
});

test('an unparsed record of another connection hides no gap', async () => {
  const { clock, connectionId, stream, exist, audit } = await startAudit();
  const waiting = (id: string) => {
    const records = [{ type: 'github.pull_request', deliveryKey: 'pull/acme/api/1/2026', payload: {} }];
    return store.inbox.storePage(id, { records, source: 'pull' });
  };
  exist(1, '2026-05-19');
  await waiting((await connect()).id);
  clock.now = Date.now() + 1;
  await expect.poll(() => Date.now()).toBeGreaterThan(clock.now + 1);
  await waiting(connectionId);
  await audit();
  expect(await store.completeness.listGaps(connectionId)).toEqual([{ stream, day: '2026-05-19' }]);
});

test('a failed completeness check is repeated later, and the stream is still synced', async () => {
  const { connectionId, stream, deps, audit, state, dueIn } = await startAudit();
  const fail = createCheckStreamHandler(
    deps({ listExisting: () => Promise.reject(new AppError('permission_missing', 'GitHub says no')) }),
  );
  await expect(fail({ connectionId, stream }, signal)).rejects.toMatchObject({ code: 'permission_missing' });
  expect([await state(), await dueIn(50 * 60_000), await dueIn(70 * 60_000)]).toEqual(['done', false, true]);
  expect((await store.connections.find(connectionId))?.status).toBe('needs_attention');
  await audit();
  expect((await store.connections.find(connectionId))?.status).toBe('active');
});

test('sends no requests while the provider rejects the credential', async () => {
  const { connectionId, compared, audit, dueIn } = await startAudit();
  await store.connections.setProblem(connectionId, 'account', 'The token is refused');
  await audit();
  expect([compared, await dueIn(50 * 60_000)]).toEqual([[], false]);
  await store.connections.setProblem(connectionId, 'account', null);
  await audit();
  expect(compared).toHaveLength(1);
});

test('sends no requests for a repository that is known to be gone', async () => {
  const { connectionId, compared, audit } = await startAudit();
  const members = [{ id: '1', name: 'acme/api', state: 'gone' }] as const;
  await store.connections.changeScopeMembers(connectionId, { known: [], members, renames: [] });
  await audit();
  expect(compared).toEqual([]);
});
