import type { FailureSource, Page } from '@refrain/connectors';
import { AppError, type ChangeDraft, type Connection, defaultScope, type RawRecord } from '@refrain/domain';
import type { JobName, JobPayload, Producer } from '@refrain/jobs';
import { createStore, type Store } from '@refrain/store';
import { createScratchDatabase } from '@refrain/store/testing';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { IngestDeps } from './deps.ts';
import { createDetectFailures } from './detect-failures.ts';
import { createDetectionLedger } from './detection-ledger.ts';
import { createNormaliseRecords } from './normalise-records.ts';
import { createPullStream } from './pull-stream.ts';
import { createReconcile } from './reconcile.ts';
import { createSyncConnections } from './sync-connections.ts';

let store: Store;
let drop: () => Promise<void>;
let connection: Connection;
let asked: { name: JobName; payload: unknown }[];
let pages: (Page | AppError)[];
let pulled: { cursor: string | null; since: string | null }[];
/** Whether each pull was told how to find what is known. */
let syncs: boolean[];
/** What happens elsewhere while the provider is asked. */
let meanwhile: () => Promise<void>;
let clock: number;
let deps: IngestDeps;
let account = 0;
const { signal } = new AbortController();

beforeAll(async () => {
  const database = await createScratchDatabase(inject('databaseUrl'));
  drop = database.drop;
  store = createStore({ databaseUrl: database.databaseUrl, encryptionKey: Buffer.alloc(32, 7) });
  await store.migrate();
});

afterAll(async () => {
  await store?.close();
  await drop?.();
});

beforeEach(async () => {
  asked = [];
  pages = [];
  pulled = [];
  syncs = [];
  meanwhile = async () => {};
  clock = Date.now();
  for (const { id } of await store.connections.list()) await store.connections.remove(id);
  account += 1;
  connection = await store.connections.ensure({
    provider: 'github',
    account: `acme-${account}`,
    baseUrl: 'https://api.github.com',
    scope: defaultScope,
    credential: 'ghp_secret',
    webhookSecret: null,
  });
  deps = { store, producer: recordingProducer(), openSource: () => source, now: () => clock };
});

/** A source that answers with the pages of the test. */
const source: FailureSource = {
  provider: 'github',
  verify: () => Promise.reject(new Error('not asked for')),
  listStreams: async () => {
    await meanwhile();
    return ['commits:acme/api', 'commits:acme/web'];
  },
  pull: async ({ cursor, since, findKnown }) => {
    pulled.push({ cursor, since });
    syncs.push(findKnown !== undefined);
    await meanwhile();
    const page = pages.shift();
    if (page instanceof AppError) throw page;
    return page ?? { records: [], next: null, expected: null };
  },
  listExisting: () => Promise.reject(new Error('not asked for')),
  listInScope: async () => [
    { id: '1', name: 'acme/api' },
    { id: '2', name: 'acme/web' },
  ],
  findMoved: () => Promise.reject(new Error('not asked for')),
  ensureWebhook: () => Promise.reject(new Error('not asked for')),
  listCatalogueFiles: () => Promise.reject(new Error('not asked for')),
  redeliver: () => Promise.reject(new Error('not asked for')),
};

function recordingProducer(): Producer {
  const enqueueMany = async <Name extends JobName>(name: Name, payloads: readonly JobPayload<Name>[]) => {
    asked.push(...payloads.map((payload) => ({ name, payload })));
  };
  return {
    enqueueMany,
    enqueue: (name, payload) => enqueueMany(name, [payload]),
    schedule: async () => {},
    counts: () => Promise.reject(new Error('not asked for')),
    ping: async () => {},
    close: async () => {},
  };
}

function commit(digit: string, message: string, day = 1): RawRecord {
  const sha = digit.repeat(40);
  const date = `2026-03-0${day}T10:00:00Z`;
  const person = { name: 'Jo Doe', email: 'jo@acme.example', date };
  return {
    type: 'github.commit',
    deliveryKey: `commit/acme/api/${sha}`,
    payload: {
      repository: 'acme/api',
      commit: {
        sha,
        parents: [],
        html_url: `https://github.com/acme/api/commit/${sha}`,
        author: { login: 'jo' },
        committer: { login: 'jo' },
        commit: { message, author: person, committer: person },
        files: [{ filename: 'src/pool.ts' }],
      },
    },
  };
}

const twoCommits = [
  commit('a', 'Raise the pool size', 1),
  commit(
    'b',
    `Revert "Raise the pool size"\n\nPostgres ran out of connections.\n\nThis reverts commit ${'a'.repeat(40)}.`,
    2,
  ),
];
const names = () => asked.map(({ name }) => name);
const target = () => ({ connectionId: connection.id, stream: 'commits:acme/api' });

async function storeAll(records: RawRecord[]): Promise<string[]> {
  return (await store.inbox.storePage(connection.id, { records, source: 'pull' })).newIds;
}

test('a stream is pulled page by page to its end, its first page in a turn of its own', async () => {
  await store.connections.startBackfill(connection.id, ['commits:acme/api'], '2026-01-01T00:00:00.000Z');
  pages = [
    { records: [twoCommits[0] as RawRecord], next: 'page-2', expected: 2 },
    { records: twoCommits, next: 'page-3', expected: 2 },
    { records: [], next: null, expected: 2 },
  ];
  const pull = createPullStream(deps);
  await pull(target(), signal);
  expect(names()).toEqual(['detect-failures', 'recluster', 'pull-stream']);
  await pull(target(), signal);
  expect(names().slice(3)).toEqual(['detect-failures', 'recluster']);
  const since = '2026-01-01T00:00:00.000Z';
  expect(pulled).toEqual([null, 'page-2', 'page-3'].map((cursor) => ({ cursor, since })));
  expect(await store.connections.findStream(connection.id, 'commits:acme/api')).toMatchObject({
    state: 'done',
    records: 3,
  });
  await pull(target(), signal);
  expect(pulled).toHaveLength(3);
  expect(await store.inbox.countUnprocessed(connection.id)).toBe(0);
  expect(await store.changes.listByRepository(connection.id, 'acme/api')).toHaveLength(2);
});

test('a page that was asked for ahead and fails leaves the one before it stored, and the stream standing there', async () => {
  await store.connections.startBackfill(connection.id, ['commits:acme/api'], null);
  const page = { records: [twoCommits[0] as RawRecord], next: 'page-2', expected: 2 };
  pages = [page, { ...page, next: 'page-3' }, new AppError('not_found', 'The cursor is gone')];
  const pull = createPullStream(deps);
  await pull(target(), signal);
  await expect(pull(target(), signal)).rejects.toMatchObject({ code: 'not_found' });
  expect(await store.connections.findStream(connection.id, 'commits:acme/api')).toMatchObject({
    state: 'failed',
    problem: 'The cursor is gone',
    cursor: expect.stringContaining('page-3'),
    records: 2,
  });
});

test('a record of a page that cannot be read waits for its reader; the others are settled with the page', async () => {
  await store.connections.startBackfill(connection.id, ['commits:acme/api'], null);
  const poison: RawRecord = { type: 'github.commit', deliveryKey: 'poison', payload: { commit: 7 } };
  pages = [{ records: [twoCommits[0] as RawRecord, poison, twoCommits[1] as RawRecord], next: null, expected: 3 }];
  await createPullStream(deps)(target(), signal);
  expect(await store.changes.listByRepository(connection.id, 'acme/api')).toHaveLength(2);
  expect(names()[0]).toBe('normalise-records');
  expect(await store.inbox.countUnprocessed(connection.id)).toBe(1);
});

test('what the store refuses to settle waits with its whole page, and is then left out by itself', async () => {
  await store.connections.startBackfill(connection.id, ['commits:acme/api'], null);
  const at = '2026-03-01T10:00:00Z';
  const pull = { number: 3_000_000_000, title: 'Too high', head: { ref: 'x' }, merged_at: at, updated_at: at };
  const payload = { repository: 'acme/api', pull };
  const refused: RawRecord = { type: 'github.pull_request', deliveryKey: 'refused', payload };
  pages = [{ records: [twoCommits[0] as RawRecord, refused], next: null, expected: 2 }];
  await createPullStream(deps)(target(), signal);
  expect(await store.connections.findStream(connection.id, 'commits:acme/api')).toMatchObject({ state: 'done' });
  expect(await store.inbox.countUnprocessed(connection.id)).toBe(2);
  const waiting = asked.filter(({ name }) => name === 'normalise-records');
  for (const { payload } of waiting) await createNormaliseRecords(deps)(payload as never, signal);
  expect(await store.changes.listByRepository(connection.id, 'acme/api')).toHaveLength(1);
  expect(await store.inbox.listUnreadable(connection.id, 10)).toMatchObject([{ deliveryKey: 'refused' }]);
});

test('a backfill that a person asks for while a narrower page is under way is not lost', async () => {
  const since = '2026-01-01T00:00:00.000Z';
  await store.connections.startBackfill(connection.id, ['commits:acme/api'], since);
  const pull = createPullStream(deps);
  meanwhile = () => store.connections.startBackfill(connection.id, ['commits:acme/api'], null);
  pages = [{ records: [twoCommits[1] as RawRecord], next: null, expected: 1 }];
  await pull(target(), signal);
  expect(names().at(-1)).toBe('pull-stream');
  expect(await store.connections.findStream(connection.id, 'commits:acme/api')).toMatchObject({
    state: 'waiting',
    since: null,
  });

  // An error of the pass that is over does not end the new one either.
  await store.connections.startBackfill(connection.id, ['commits:acme/api'], since);
  pages = [new AppError('not_found', 'The cursor is gone')];
  await expect(pull(target(), signal)).rejects.toMatchObject({ code: 'not_found' });
  expect(await store.connections.findStream(connection.id, 'commits:acme/api')).toMatchObject({ state: 'waiting' });

  meanwhile = async () => {};
  await pull(target(), signal);
  expect(pulled.at(-1)).toEqual({ cursor: null, since: null });
});

test('a backfill that a person asks for while a sync lists the streams is not narrowed', async () => {
  await store.connections.startBackfill(connection.id, ['commits:acme/api'], '2026-01-01T00:00:00.000Z');
  await createPullStream(deps)(target(), signal);
  clock += 3_600_000;
  meanwhile = () => store.connections.startBackfill(connection.id, ['commits:acme/api'], null);
  asked = [];
  await createSyncConnections({ ...deps, syncEveryMs: 300_000 })({}, signal);
  expect(await store.connections.findStream(connection.id, 'commits:acme/api')).toMatchObject({
    state: 'waiting',
    cursor: null,
    since: null,
  });
  expect(asked).toEqual([{ name: 'pull-stream', payload: { ...target(), stream: 'commits:acme/web' } }]);
});

test('a refused credential ends the stream and asks for the owner; a later success makes the connection active', async () => {
  await store.connections.startBackfill(connection.id, ['commits:acme/api'], null);
  pages = [new AppError('credential_rejected', 'GitHub refuses the credential')];
  const pull = createPullStream(deps);
  await expect(pull(target(), signal)).rejects.toMatchObject({ code: 'credential_rejected' });
  expect(await store.connections.findStream(connection.id, 'commits:acme/api')).toMatchObject({
    state: 'failed',
    problem: 'GitHub refuses the credential',
  });
  expect(await store.connections.find(connection.id)).toMatchObject({
    status: 'needs_attention',
    statusReason: 'GitHub refuses the credential; connect the account again with a valid credential.',
  });
  await createSyncConnections({ ...deps, syncEveryMs: 300_000 })({}, signal);
  await pull(target(), signal);
  expect(await store.connections.find(connection.id)).toMatchObject({ status: 'active', statusReason: null });
  expect(await store.connections.findStream(connection.id, 'commits:acme/api')).toMatchObject({ state: 'done' });
});

test('an error that passes is left to the queue', async () => {
  await store.connections.startBackfill(connection.id, ['commits:acme/api'], null);
  pages = [new AppError('rate_limited', 'Wait', { context: { retryAfterSeconds: 30 } })];
  await expect(createPullStream(deps)(target(), signal)).rejects.toMatchObject({ code: 'rate_limited' });
  expect(await store.connections.findStream(connection.id, 'commits:acme/api')).toMatchObject({ state: 'waiting' });
  expect(await store.connections.find(connection.id)).toMatchObject({ status: 'active' });
});

test('one poison record does not hold up the others', async () => {
  const poison: RawRecord = { type: 'github.commit', deliveryKey: 'poison', payload: { commit: 7 } };
  const inboxIds = await storeAll([twoCommits[0] as RawRecord, poison, twoCommits[1] as RawRecord]);
  await createNormaliseRecords(deps)({ connectionId: connection.id, inboxIds }, signal);
  expect(await store.changes.listByRepository(connection.id, 'acme/api')).toHaveLength(2);
  expect(await store.inbox.listUnreadable(connection.id, 10)).toEqual([
    expect.objectContaining({ deliveryKey: 'poison', problem: expect.stringMatching(/./u) }),
  ]);
  expect(asked).toEqual([
    { name: 'detect-failures', payload: { connectionId: connection.id, repository: 'acme/api' } },
    { name: 'recluster', payload: {} },
  ]);
  await createNormaliseRecords(deps)({ connectionId: connection.id, inboxIds }, signal);
  expect(asked).toHaveLength(2);
});

test('what another job has read already is not read again', async () => {
  const inboxIds = await storeAll(twoCommits);
  await createNormaliseRecords(deps)({ connectionId: connection.id, inboxIds }, signal);
  asked = [];
  const settle = () => Promise.reject(new Error('not asked for'));
  const watched = { ...deps, store: { ...store, inbox: { ...store.inbox, settle } } };
  await createNormaliseRecords(watched)({ connectionId: connection.id, inboxIds }, signal);
  expect(asked).toEqual([]);
});

test('of two detections side by side none writes what the other knows better', async () => {
  await createNormaliseRecords(deps)({ connectionId: connection.id, inboxIds: await storeAll(twoCommits) }, signal);
  const repository = { connectionId: connection.id, repository: 'acme/api' };
  const ledger = createDetectionLedger(Date.now);
  let second: Promise<void> | null = null;
  const listByRepository = async (id: string, name: string) => {
    const changes = await store.changes.listByRepository(id, name);
    const [last] = changes.slice(-1);
    if (last === undefined) throw new Error('no change is stored');
    // What the first one has read is outdated from here on, and the second one may overtake it.
    await store.changes.upsert(id, [{ ...last, title: 'Else', text: '', version: '2027-01-01T00:00:00.000Z' }]);
    second = createDetectFailures(deps, ledger)(repository, signal);
    await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 500))]);
    return changes;
  };
  const slow = { ...deps, store: { ...store, changes: { ...store.changes, listByRepository } } };
  await createDetectFailures(slow, ledger)(repository, signal);
  await second;
  expect((await store.failures.list({ connectionId: connection.id, limit: 10 })).items).toEqual([]);
  expect(ledger.listOwed(await store.changes.listRepositoryVersions(), () => false)).toEqual([]);
});

test('a change that arrives while a detection reads is owed another one', async () => {
  await createNormaliseRecords(deps)({ connectionId: connection.id, inboxIds: await storeAll(twoCommits) }, signal);
  const ledger = createDetectionLedger(Date.now);
  const repository = { connectionId: connection.id, repository: 'acme/api' };
  const listByRepository = async (id: string, name: string) => {
    const changes = await store.changes.listByRepository(id, name);
    await createNormaliseRecords(deps)({ connectionId: id, inboxIds: await storeAll([commit('c', 'New', 3)]) }, signal);
    return changes;
  };
  const slow = { ...deps, store: { ...store, changes: { ...store.changes, listByRepository } } };
  await createDetectFailures(slow, ledger)(repository, signal);
  expect(ledger.listOwed(await store.changes.listRepositoryVersions(), () => false)).toEqual([repository]);
});

test('reverts become failures, and go when they no longer hold', async () => {
  await createNormaliseRecords(deps)({ connectionId: connection.id, inboxIds: await storeAll(twoCommits) }, signal);
  const detect = createDetectFailures(deps, createDetectionLedger(Date.now));
  const repository = { connectionId: connection.id, repository: 'acme/api' };
  await detect(repository, signal);
  const found = await store.failures.list({ connectionId: connection.id, limit: 10 });
  expect(found.items).toEqual([
    expect.objectContaining({ kind: 'reverted_change', title: 'Raise the pool size', sha: 'a'.repeat(40) }),
  ]);
  asked = [];
  await detect(repository, signal);
  expect(asked).toEqual([]);

  const [change] = (await store.changes.listByRepository(connection.id, 'acme/api')).slice(-1);
  if (change === undefined) throw new Error('no change is stored');
  await store.changes.upsert(connection.id, [
    { ...change, title: 'Something else', text: '', version: '2027-01-01T00:00:00.000Z' },
  ]);
  await detect(repository, signal);
  expect((await store.failures.list({ connectionId: connection.id, limit: 10 })).items).toEqual([]);
  expect(names()).toEqual(['recluster']);
});

test('rollbacks are found, and go when they no longer hold; what a connector says of deployments stays', async () => {
  const deployment = (id: number, sha: string, succeeded: boolean): ChangeDraft => ({
    kind: 'deployment',
    externalId: `acme/api#deployment/${id}`,
    repository: 'acme/api',
    environment: 'production',
    title: `Deployment ${id}`,
    text: '',
    sha: sha.repeat(40),
    parents: [],
    number: null,
    branch: null,
    base: null,
    paths: [],
    occurredAt: `2026-01-01T0${id}:00:00.000Z`,
    succeeded,
    url: null,
    version: `2026-01-01T0${id}:00:00.000Z`,
  });
  const changes = [deployment(1, 'a', true), deployment(2, 'b', true), deployment(3, 'a', true)];
  await store.changes.upsert(connection.id, changes);
  const detect = () =>
    createDetectFailures(deps, createDetectionLedger(Date.now))(
      { connectionId: connection.id, repository: 'acme/api' },
      signal,
    );
  const found = async () => (await store.failures.listAll()).map(({ externalId }) => externalId);
  await detect();
  expect(await found()).toEqual(['acme/api#deployment/2/rolled-back']);
  expect(names()).toEqual(['recluster']);

  const [told] = await store.failures.listAll();
  if (told === undefined) throw new Error('nothing was found');
  await store.failures.upsert(connection.id, [{ ...told, externalId: 'acme/api#deployment/3' }]);
  await store.changes.upsert(connection.id, [{ ...deployment(3, 'a', false), version: '2026-01-02T00:00:00.000Z' }]);
  await detect();
  expect(await found()).toEqual(['acme/api#deployment/3']);
});

test('the reconciler puts back what a lost queue owes, and is quiet when nothing is owed', async () => {
  const ledger = createDetectionLedger(Date.now);
  const reconcile = createReconcile(deps, ledger);
  const inboxIds = await storeAll(twoCommits);
  await store.connections.startBackfill(connection.id, ['commits:acme/api'], null);
  await reconcile({}, signal);
  expect(names()).not.toContain('normalise-records');

  asked = [];
  clock += 60_000;
  await reconcile({}, signal);
  expect(asked).toEqual([
    { name: 'pull-stream', payload: target() },
    { name: 'normalise-records', payload: { connectionId: connection.id, inboxIds } },
  ]);

  await createPullStream(deps)(target(), signal);
  await createNormaliseRecords(deps)({ connectionId: connection.id, inboxIds }, signal);
  asked = [];
  await reconcile({}, signal);
  expect(names().sort()).toEqual(['detect-failures', 'recluster']);

  await createDetectFailures(deps, ledger)({ connectionId: connection.id, repository: 'acme/api' }, signal);
  const inputVersion = await store.patterns.currentInputVersion();
  await store.patterns.writeGrouping({ episodes: [], patterns: [], lineage: [], inputVersion });
  asked = [];
  await reconcile({}, signal);
  await reconcile({}, signal);
  expect(asked).toEqual([{ name: 'suggest-catalogue', payload: {} }]);
});

test('the reconciler asks for the same batches again, however far the first ones have come', async () => {
  const many = Array.from({ length: 650 }, (_, index) => ({ ...commit('d', 'Change'), deliveryKey: `many/${index}` }));
  const inboxIds = await storeAll(many);
  clock += 60_000;
  const reconcile = createReconcile(deps, createDetectionLedger(Date.now));
  await reconcile({}, signal);
  const first = asked.filter(({ name }) => name === 'normalise-records');
  expect(first.length).toBeGreaterThan(3);
  await createNormaliseRecords(deps)({ connectionId: connection.id, inboxIds: inboxIds.slice(0, 1) }, signal);
  asked = [];
  await reconcile({}, signal);
  expect(asked.filter(({ name }) => name === 'normalise-records').slice(-3)).toEqual(first.slice(-3));
});

test('the reconciler finds what detection owes without reading the changes', async () => {
  await createNormaliseRecords(deps)({ connectionId: connection.id, inboxIds: await storeAll(twoCommits) }, signal);
  const listAll = () => Promise.reject(new Error('not asked for'));
  const light = { ...deps, store: { ...store, changes: { ...store.changes, listAll, listByRepository: listAll } } };
  asked = [];
  await createReconcile(light, createDetectionLedger(Date.now))({}, signal);
  expect(asked[0]).toEqual({
    name: 'detect-failures',
    payload: { connectionId: connection.id, repository: 'acme/api' },
  });
});

test('what was never pulled is not synchronised, what was pulled is, from shortly before the last pass', async () => {
  const sync = createSyncConnections({ ...deps, syncEveryMs: 300_000 });
  await sync({}, signal);
  expect(asked).toEqual([]);

  await store.connections.startBackfill(connection.id, ['commits:acme/api'], null);
  await createPullStream(deps)(target(), signal);
  const began = clock;
  clock += 60_000;
  await sync({}, signal);
  expect(asked).toEqual([{ name: 'pull-stream', payload: { ...target(), stream: 'commits:acme/web' } }]);
  asked = [];
  clock += 240_000;
  await sync({}, signal);
  expect(asked).toEqual([{ name: 'pull-stream', payload: target() }]);
  expect(await store.connections.findStream(connection.id, 'commits:acme/api')).toMatchObject({
    state: 'waiting',
    since: new Date(began - 600_000).toISOString(),
  });
  await createPullStream(deps)(target(), signal);
  expect(syncs).toEqual([false, true]);
  await store.connections.startBackfill(connection.id, ['commits:acme/api'], null);
  await createPullStream(deps)(target(), signal);
  expect(syncs).toEqual([false, true, false]);
});
