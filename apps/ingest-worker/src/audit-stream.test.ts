import type { ExistingItem } from '@refrain/connectors';
import { AppError, type ChangeDraft, dayInMs, type FailureDraft, hourInMs, minuteInMs } from '@refrain/domain';
import { beforeEach, expect, test } from 'vitest';
import { createAuditStream } from './audit-stream.ts';
import { syncPointOf } from './plan-sync.ts';
import { formatPosition } from './stream-position.ts';
import { createSyncConnections } from './sync-connections.ts';
import { openWorkerUnderTest } from './worker-under-test.ts';

const { store, asked, clock, connect, depsFor } = await openWorkerUnderTest();
const { signal } = new AbortController();
const today = Date.parse('2026-05-20T12:00:00.000Z');

let connectionId: string;
let stream: string;
/** What exists at the provider. */
let existing: ExistingItem[];
let compared: string[];

beforeEach(async () => {
  clock.now = today;
  existing = [];
  compared = [];
  connectionId = (await connect()).id;
  stream = 'pulls:acme/api';
  await store.connections.startBackfill(connectionId, [stream], '2026-01-01T00:00:00.000Z');
  await drain();
});

/** The stream ends, as after its last page. */
async function drain(next: string | null = null): Promise<void> {
  const row = await store.connections.findStream(connectionId, stream);
  const from = { cursor: row?.cursor ?? null, since: row?.since ?? null };
  await store.inbox.storePage(connectionId, {
    records: [],
    source: 'pull',
    stream: { stream, from, next, done: true, expected: 0 },
  });
  asked.length = 0;
}

function exist(number: number, day: string): void {
  existing.push({ kind: 'merged_pull_request', externalId: `acme/api#${number}`, at: `${day}T10:00:00.000Z` });
}

async function keep(number: number): Promise<void> {
  await store.changes.upsert(connectionId, [draft(number)]);
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

/** @param meanwhile what happens while the provider is asked */
const audit = (meanwhile: () => Promise<void> = async () => undefined) =>
  createAuditStream(
    depsFor({
      listExisting: async ({ since, until, cursor }) => {
        await meanwhile();
        if (cursor === null) compared.push(`${since.slice(0, 10)}/${until.slice(0, 10)}`);
        const items = existing.filter(({ at }) => at >= since && at < until);
        const start = Number(cursor ?? 0);
        return { items: items.slice(start, start + 2), next: start + 2 < items.length ? String(start + 2) : null };
      },
    }),
  )({ connectionId, stream }, signal);

const days = async () =>
  (
    await store.completeness.list(connectionId, {
      since: '2020-01-01T00:00:00.000Z',
      until: '2027-01-01T00:00:00.000Z',
    })
  ).map((day) => [day.day, day.existing, day.stored]);
const state = async () => (await store.connections.findStream(connectionId, stream))?.state;
const dueIn = async (ms: number) =>
  (await store.audits.listDue(new Date(clock.now + ms).toISOString(), 100)).some(
    (due) => due.connectionId === connectionId,
  );

test('the books agree: the next look is tomorrow, and of the last week only', async () => {
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

test('a gap that cannot be asked for, as a sync has begun meanwhile, is asked for a minute later', async () => {
  exist(1, '2026-05-19');
  const sync = () => store.connections.startBackfill(connectionId, [stream], '2026-05-20T00:00:00.000Z');
  await audit(sync);
  expect([asked, await state()]).toEqual([[], 'waiting']);
  await drain();
  expect(await dueIn(minuteInMs)).toBe(true);
  await audit();
  expect(asked).toEqual([{ name: 'pull-stream', payload: { connectionId, stream } }]);
  expect((await store.connections.findStream(connectionId, stream))?.since).toBe('2026-05-19T00:00:00.000Z');
});

test('while it looks for what is new, as it may nearly always, a stream is compared as far as it was read before', async () => {
  for (const [number, day] of [
    [1, '2026-05-17'],
    [2, '2026-05-19'],
  ] as const)
    exist(number, day);
  await drain(formatPosition({ startedAt: '2026-05-18T10:00:00.000Z', cursor: null, isSync: true, validator: null }));
  const row = await store.connections.findStream(connectionId, stream);
  const point = row && syncPointOf(row, clock.now);
  if (row === null || point === null) throw new Error('It does not stand where a sync begins');
  await store.connections.restartStream(connectionId, stream, point, row.updatedAt);
  expect(await dueIn(0)).toBe(true);
  await audit();
  expect([await state(), compared]).toEqual(['waiting', ['2026-01-01/2026-05-18']]);
  expect(await days()).toEqual([['2026-05-17', 1, 0]]);
  // What is missing cannot be asked for meanwhile.
  expect([asked, await dueIn(0), await dueIn(minuteInMs)]).toEqual([[], false, true]);
  // A first pass has read nothing before.
  await store.connections.startBackfill(connectionId, [stream], '2025-01-01T00:00:00.000Z');
  expect(await dueIn(minuteInMs)).toBe(false);
  compared = [];
  await audit();
  expect(compared).toEqual([]);
});

test('what reaches further back than the last sync is compared too', async () => {
  const deps = depsFor({ listStreams: async () => [stream], listInScope: async () => [] });
  await createSyncConnections({ ...deps, syncEveryMs: 5 * 60_000 })({}, signal);
  await drain();
  await audit();
  expect(compared).toEqual(['2026-01-01/2026-05-20']);
});

test('a gap is read again from its day on; when it is filled, nothing is left of it', async () => {
  exist(1, '2026-02-03');
  exist(2, '2026-05-19');
  await keep(2);
  await audit();
  expect(await store.completeness.gaps(connectionId)).toEqual([{ stream, day: '2026-02-03' }]);
  expect(asked).toEqual([{ name: 'pull-stream', payload: { connectionId, stream } }]);
  expect(await store.connections.findStream(connectionId, stream)).toMatchObject({
    state: 'waiting',
    cursor: null,
    since: '2026-02-03T00:00:00.000Z',
  });
  await keep(1);
  await drain();
  compared = [];
  await audit();
  expect(compared).toEqual(['2026-02-03/2026-02-04', '2026-05-13/2026-05-20']);
  expect(await store.completeness.gaps(connectionId)).toEqual([]);
  expect(await state()).toBe('done');
});

test('what is read again reaches back to the last pass, after which nobody looked for changes', async () => {
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

test('a gap that stays is shown and asked for again at intervals, not each time', async () => {
  exist(1, '2026-05-19');
  await audit();
  await drain();
  clock.now += hourInMs;
  await audit();
  expect([await state(), asked]).toEqual(['done', []]);
  expect(await store.completeness.gaps(connectionId)).toHaveLength(1);
  clock.now += 6 * hourInMs;
  await audit();
  expect(asked).toHaveLength(1);
});

async function keepUnreadable(id: string, type: string, deliveryKey: string): Promise<void> {
  const broken = { type, deliveryKey, payload: {} };
  const { newIds } = await store.inbox.storePage(id, { records: [broken], source: 'pull' });
  const [inboxId = ''] = newIds;
  await store.inbox.settle([{ inboxId, outcome: 'unreadable', problem: 'No title', failures: [], changes: [] }]);
}

test('what came and cannot be read is a gap that is shown, and is not read again and again', async () => {
  exist(1, '2026-05-19');
  await keepUnreadable(connectionId, 'github.pull_request', 'pull/acme/api/1/2026-05-19');
  await audit();
  await drain();
  for (let week = 0; week < 3; week += 1) {
    clock.now += 8 * dayInMs;
    await audit();
  }
  expect(asked).toEqual([]);
  expect(await store.completeness.gaps(connectionId)).toHaveLength(1);
});

test('what else came and could not be read, an event or another record, is no reason not to ask again', async () => {
  exist(1, '2026-05-19');
  await keepUnreadable(connectionId, 'github.commit', 'commit/acme/api/1');
  await keepUnreadable(connectionId, 'github.pull_request', 'pull/acme/api/2/2026-05-19');
  await keepUnreadable(connectionId, 'github.event.unknown', 'event/unknown/1');
  await audit();
  await drain();
  clock.now += 7 * hourInMs;
  await audit();
  expect(asked).toHaveLength(1);
});

test('an event of PagerDuty that cannot be read is no reason not to ask again for an incident', async () => {
  await connectIncidents(null);
  existing.push({ kind: 'incident', externalId: 'P1', at: '2026-05-19T10:00:00.000Z' });
  await keepUnreadable(connectionId, 'pagerduty.event.unknown', 'event/1');
  await keepUnreadable(connectionId, 'pagerduty.incident', 'incident/P12/1');
  await audit();
  await drain();
  clock.now += 7 * hourInMs;
  await audit();
  expect(asked).toHaveLength(1);
  await keepUnreadable(connectionId, 'pagerduty.incident', 'incident/P1/1');
  await drain();
  clock.now += 8 * dayInMs;
  await audit();
  expect(asked).toEqual([]);
});

async function connectIncidents(since: string | null): Promise<void> {
  connectionId = (await connect({}, 'pagerduty')).id;
  stream = 'incidents';
  await store.connections.startBackfill(connectionId, [stream], since);
  await drain();
}

test('what is stored in an older version than the list tells of is read again, and all is compared each time', async () => {
  await connectIncidents('2026-01-01T00:00:00.000Z');
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
  expect(await store.failures.listTouched(connectionId, null)).toEqual(['OLDER']);
  expect(asked).toEqual([]);
  expect(await store.audits.find(connectionId, stream)).toMatchObject({ missing: null });
  await audit();
  expect(compared).toEqual(['2026-01-01/2026-05-20', '2026-01-01/2026-05-20']);
});

test('incidents are compared from the oldest that is stored on, of which those before the backfill are no gaps', async () => {
  await connectIncidents('2026-04-01T00:00:00.000Z');
  const [old, later] = ['2026-02-03T10:00:00.000Z', '2026-05-01T10:00:00.000Z'];
  await store.failures.upsert(connectionId, [{ ...failure('OLD', later), occurredAt: old }]);
  existing.push(
    { kind: 'incident', externalId: 'OLD', at: old, version: '2026-05-02T10:00:00.000Z' },
    { kind: 'incident', externalId: 'ELSE', at: '2026-02-04T10:00:00.000Z', version: later },
  );
  await audit();
  expect(compared).toEqual(['2026-02-03/2026-04-01', '2026-04-01/2026-05-20']);
  expect(await store.failures.listTouched(connectionId, null)).toEqual(['OLD']);
  expect([await days(), asked, await dueIn(25 * hourInMs)]).toEqual([[], [], true]);
});

test('all incidents are compared each time, be it that none was there so far', async () => {
  await connectIncidents('2026-01-01T00:00:00.000Z');
  await audit();
  await audit();
  expect(compared).toEqual(['2026-01-01/2026-05-20', '2026-01-01/2026-05-20']);
  expect(await store.audits.listUncompared(connectionId)).toEqual([]);
});

test('what is stored and exists no longer is no gap', async () => {
  exist(1, '2026-05-19');
  await keep(1);
  await audit();
  existing = [];
  await audit();
  expect(await days()).toEqual([['2026-05-19', 0, 0]]);
  expect([await state(), asked]).toEqual(['done', []]);
});

test('what is taken in and not read yet is no gap', async () => {
  exist(1, '2026-05-19');
  clock.now = Date.now() + hourInMs;
  await store.inbox.storePage(connectionId, {
    records: [{ type: 'github.pull_request', deliveryKey: 'pull/acme/api/1/2026', payload: {} }],
    source: 'pull',
  });
  await audit();
  expect([await days(), asked]).toEqual([[], []]);
  expect([await dueIn(14 * 60_000), await dueIn(16 * 60_000)]).toEqual([false, true]);
});

test('what another account has not read yet hides no gap', async () => {
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
  expect(await store.completeness.gaps(connectionId)).toEqual([{ stream, day: '2026-05-19' }]);
});

test('books that cannot be compared now are compared later, and the stream goes on', async () => {
  const fail = createAuditStream(
    depsFor({ listExisting: () => Promise.reject(new AppError('permission_missing', 'GitHub says no')) }),
  );
  await expect(fail({ connectionId, stream }, signal)).rejects.toMatchObject({ code: 'permission_missing' });
  expect([await state(), await dueIn(50 * 60_000), await dueIn(70 * 60_000)]).toEqual(['done', false, true]);
  expect((await store.connections.find(connectionId))?.status).toBe('needs_attention');
  await audit();
  expect((await store.connections.find(connectionId))?.status).toBe('active');
});

test('nothing is asked while the account refuses us', async () => {
  await store.problems.set(connectionId, 'account', 'The token is refused');
  await audit();
  expect([compared, await dueIn(50 * 60_000)]).toEqual([[], false]);
  await store.problems.set(connectionId, 'account', null);
  await audit();
  expect(compared).toHaveLength(1);
});

test('nothing is asked about what is known to be gone', async () => {
  const members = [{ id: '1', name: 'acme/api', state: 'gone' }] as const;
  await store.scope.change(connectionId, { known: [], members, renames: [] });
  await audit();
  expect(compared).toEqual([]);
});
