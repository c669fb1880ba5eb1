import { once } from 'node:events';
import {
  createProviderAccess,
  type FailureSource,
  openOutboundConnections,
  type RepositoryOrService,
} from '@refrain/connectors';
import { AppError, type Connection, minuteInMs } from '@refrain/domain';
import { expect, test } from 'vitest';
import { type EnqueuedJob, openWorkerUnderTest, type WorkerUnderTest } from '../worker/worker-under-test.ts';
import { createSyncConnectionsHandler } from './sync-connections.ts';

const { signal } = new AbortController();

interface Account extends Pick<WorkerUnderTest, 'enqueued' | 'clock' | 'depsFor'> {
  there: RepositoryOrService[];
  kinds: string[];
  movedTo: Record<string, string>;
  looks: number;
  connection: Connection;
  readonly source: Pick<FailureSource, 'listStreams' | 'listInScope' | 'findMoved'>;
  sync(): Promise<void>;
  streams(): Promise<string[]>;
  drain(): Promise<void>;
  begin(): Promise<void>;
  pulledOn(): string[];
}

const { store, connect, ...worker } = await openWorkerUnderTest();

/** Removes the connections of other tests, because all connections are synced together. */
async function startAccount(): Promise<Account> {
  for (const { id } of await store.connections.list()) await store.connections.remove(id);
  const own = { enqueued: [] as EnqueuedJob[], clock: { now: Date.now() } };
  const { enqueued, clock } = own;
  const depsFor = (source: Partial<FailureSource>) => worker.depsFor(source, own);
  const inScope = (repositories: readonly string[]) =>
    account.there.filter(
      ({ name }) => name.startsWith('acme/') && (repositories.length === 0 || repositories.includes(name)),
    );
  const source: Account['source'] = {
    listStreams: async ({ repositories }) =>
      inScope(repositories).flatMap(({ name }) => account.kinds.map((kind) => `${kind}:${name}`)),
    async listInScope({ repositories }, known) {
      account.looks += 1;
      return account.there.filter(
        (one) => one.name.startsWith('acme/') && (known.has(one.id) || inScope(repositories).includes(one)),
      );
    },
    findMoved: async (stream) => account.movedTo[stream] ?? null,
  };
  const account: Account = {
    enqueued: enqueued,
    clock,
    depsFor,
    source,
    there: [
      { id: '1', name: 'acme/api' },
      { id: '2', name: 'acme/web' },
    ],
    kinds: ['pulls'],
    movedTo: {},
    looks: 0,
    connection: await connect(),
    sync: () => createSyncConnectionsHandler({ ...depsFor(source), syncEveryMs: 5 * minuteInMs })({}, signal),
    streams: async () => (await store.connections.listStreams(account.connection.id)).map(({ stream }) => stream),
    async drain() {
      for (const { stream, cursor, since } of await store.connections.listStreams(account.connection.id)) {
        const next = JSON.stringify({
          startedAt: new Date(clock.now).toISOString(),
          cursor: null,
          isSync: false,
          validator: null,
        });
        await store.inbox.storePage(account.connection.id, {
          records: [],
          source: 'pull',
          stream: { stream, from: { cursor, since }, next, done: true, expected: null },
        });
      }
      enqueued.length = 0;
    },
    async begin() {
      const { scope, id } = account.connection;
      await store.connections.startBackfill(id, await source.listStreams(scope, signal), null);
      await account.sync();
      await account.drain();
      account.looks = 0;
    },
    pulledOn: () => enqueued.map(({ payload }) => (payload as { stream: string }).stream).sort(),
  };
  return account;
}

test('a sync requests no list of the scope if no repository was added, removed or renamed', async () => {
  const account = await startAccount();
  await account.begin();
  account.clock.now += 5 * minuteInMs;
  await account.sync();
  expect([account.looks, account.pulledOn()]).toEqual([0, ['pulls:acme/api', 'pulls:acme/web']]);
});

test('an unresponsive provider does not delay other connections', async () => {
  const account = await startAccount();
  await account.begin();
  const slow = account.connection.id;
  const other = await connect({ repositories: ['acme/web'] });
  await store.connections.startBackfill(other.id, ['pulls:acme/api'], null);
  const answer = new AbortController();
  const halting: Partial<FailureSource> = {
    ...account.source,
    listStreams: async (scope) => {
      if (scope.repositories.length === 0) await once(answer.signal, 'abort');
      return account.source.listStreams(scope, signal);
    },
  };
  account.clock.now += 5 * minuteInMs;
  const syncing = createSyncConnectionsHandler({ ...account.depsFor(halting), syncEveryMs: 5 * minuteInMs })(
    {},
    signal,
  );
  const of = (id: string) =>
    account.enqueued.filter(({ payload }) => (payload as { connectionId: string }).connectionId === id);
  try {
    await expect.poll(() => of(other.id)).toHaveLength(1);
    expect(of(slow)).toEqual([]);
  } finally {
    answer.abort();
    await syncing;
  }
  expect(of(slow)).toHaveLength(2);
});

test('a renamed repository keeps its streams and is synced immediately', async () => {
  const account = await startAccount();
  await account.begin();
  account.there = [
    { id: '1', name: 'acme/core' },
    { id: '2', name: 'acme/web' },
  ];
  await account.sync();
  expect(await account.streams()).toEqual(['pulls:acme/core', 'pulls:acme/web']);
  expect(account.pulledOn()).toEqual(['pulls:acme/core']);
  expect(await store.connections.findStream(account.connection.id, 'pulls:acme/core')).toMatchObject({
    state: 'waiting',
  });
});

test('a repository that was chosen by name stays in scope after it is renamed', async () => {
  const account = await startAccount();
  account.connection = await connect({ repositories: ['acme/api'] });
  await account.begin();
  account.there = [{ id: '1', name: 'acme/core' }];
  await account.sync();
  expect(await account.streams()).toEqual(['pulls:acme/core']);
  expect((await store.connections.find(account.connection.id))?.scope.repositories).toEqual(['acme/core']);
});

test('a new repository under the old name of a renamed one is pulled from the beginning', async () => {
  const account = await startAccount();
  await account.begin();
  account.there = [
    { id: '3', name: 'acme/api' },
    { id: '1', name: 'acme/core' },
    { id: '2', name: 'acme/web' },
  ];
  await account.sync();
  expect(await account.streams()).toEqual(['pulls:acme/api', 'pulls:acme/core', 'pulls:acme/web']);
  expect(account.pulledOn()).toEqual(['pulls:acme/api', 'pulls:acme/core']);
  expect(await store.connections.findStream(account.connection.id, 'pulls:acme/api')).toMatchObject({
    cursor: null,
  });
});

test('a repository that was transferred to another account is synced if the credential can read it', async () => {
  const account = await startAccount();
  await account.begin();
  account.there = account.there.slice(1);
  account.movedTo = { 'commits:acme/api': 'commits:other/api', 'commits:other/api': 'commits:other/api' };
  await account.sync();
  expect(await account.streams()).toEqual(['pulls:acme/web', 'pulls:other/api']);
  await account.drain();
  account.clock.now += 5 * minuteInMs;
  await account.sync();
  expect(account.pulledOn()).toEqual(['pulls:acme/web', 'pulls:other/api']);
  expect((await store.connections.find(account.connection.id))?.status).toBe('active');
});

test('reports a repository that is gone, and continues at its cursor once it is back', async () => {
  const account = await startAccount();
  await account.begin();
  const [api] = account.there;
  account.there = account.there.slice(1);
  account.clock.now += 5 * minuteInMs;
  await account.sync();
  expect(account.pulledOn()).toEqual(['pulls:acme/web']);
  expect((await store.connections.find(account.connection.id))?.statusReason).toContain(': acme/api; ');
  await account.drain();
  account.there = [api as RepositoryOrService, ...account.there];
  account.clock.now += 5 * minuteInMs;
  await account.sync();
  expect(account.pulledOn()).toEqual(['pulls:acme/api', 'pulls:acme/web']);
  expect((await store.connections.find(account.connection.id))?.status).toBe('active');
});

test('connecting again drops streams that are no longer listed, together with their completeness checks', async () => {
  const account = await startAccount();
  account.kinds = ['issues', 'pulls'];
  await account.begin();
  await store.completeness.recordDays(account.connection.id, [
    { stream: 'issues:acme/api', day: '2026-01-01', existing: 2, stored: 1 },
  ]);
  account.kinds = ['pulls'];
  const scope = { ...account.connection.scope, repositories: ['acme/api'] };
  await store.connections.ensure({ ...account.connection, scope, credential: 'a secret', webhookSecret: null });
  await account.sync();
  expect(await account.streams()).toEqual(['pulls:acme/api']);
  expect(await store.completeness.listGaps(account.connection.id)).toEqual([]);
});

test('syncs PagerDuty even if the API key may not list services', async () => {
  const account = await startAccount();
  account.connection = await connect({}, 'pagerduty');
  const refused = () => Promise.reject(new AppError('permission_missing', 'PagerDuty says no'));
  const deps = account.depsFor({ listStreams: async () => ['change_events', 'incidents'], listInScope: refused });
  await store.connections.startBackfill(account.connection.id, ['incidents'], null);
  await account.drain();
  account.clock.now += 5 * minuteInMs;
  await createSyncConnectionsHandler({ ...deps, syncEveryMs: 5 * minuteInMs })({}, signal);
  expect(account.pulledOn()).toEqual(['change_events', 'incidents']);
});

test('listing the streams of a rejected PagerDuty key needs no request, so the key stays reported', async () => {
  const account = await startAccount();
  account.connection = await connect({}, 'pagerduty');
  await store.connections.startBackfill(account.connection.id, ['change_events', 'incidents'], null);
  await account.drain();
  const members = [{ id: 'PAPI', name: 'api', state: 'present' as const }];
  await store.connections.changeScopeMembers(account.connection.id, { known: [], members, renames: [], services: [] });
  await store.connections.setProblem(account.connection.id, 'account', 'PagerDuty refuses the token (401)');
  const deps = {
    ...account.depsFor({}),
    openSource: createProviderAccess({ outbound: openOutboundConnections(['loopback']) }).createSource,
  };
  await createSyncConnectionsHandler({ ...deps, syncEveryMs: 5 * minuteInMs })({}, signal);
  expect(await account.streams()).toEqual(['change_events', 'incidents']);
  expect((await store.connections.find(account.connection.id))?.status).toBe('needs_attention');
});
