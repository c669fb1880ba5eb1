import { once } from 'node:events';
import { createProviderAccess, type FailureSource, type InScope, openOutbound } from '@refrain/connectors';
import { AppError, type Connection, minuteInMs } from '@refrain/domain';
import { beforeEach, expect, test } from 'vitest';
import { createSyncConnections } from './sync-connections.ts';
import { openWorkerUnderTest } from './worker-under-test.ts';

const { store, asked, clock, connect, depsFor } = await openWorkerUnderTest();
const { signal } = new AbortController();

let there: InScope[];
let kinds: string[];
let movedTo: Record<string, string>;
let looks: number;
let connection: Connection;

beforeEach(async () => {
  for (const { id } of await store.connections.list()) await store.connections.remove(id);
  there = [
    { id: '1', name: 'acme/api' },
    { id: '2', name: 'acme/web' },
  ];
  kinds = ['pulls'];
  movedTo = {};
  looks = 0;
  clock.now = Date.now();
  connection = await connect();
});

const inScope = (repositories: readonly string[]) =>
  there.filter(({ name }) => name.startsWith('acme/') && (repositories.length === 0 || repositories.includes(name)));
const source: Partial<FailureSource> = {
  listStreams: async ({ repositories }) =>
    inScope(repositories).flatMap(({ name }) => kinds.map((kind) => `${kind}:${name}`)),
  async listInScope({ repositories }, known) {
    looks += 1;
    return there.filter(
      (one) => one.name.startsWith('acme/') && (known.has(one.id) || inScope(repositories).includes(one)),
    );
  },
  findMoved: async (stream) => movedTo[stream] ?? null,
};
const sync = () => createSyncConnections({ ...depsFor(source), syncEveryMs: 5 * minuteInMs })({}, signal);

async function streams(): Promise<string[]> {
  return (await store.connections.listStreams(connection.id)).map(({ stream }) => stream);
}

/** All streams end, as after their last page. */
async function drain(): Promise<void> {
  for (const { stream, cursor, since } of await store.connections.listStreams(connection.id)) {
    const next = JSON.stringify({
      startedAt: new Date(clock.now).toISOString(),
      cursor: null,
      isSync: false,
      validator: null,
    });
    await store.inbox.storePage(connection.id, {
      records: [],
      source: 'pull',
      stream: { stream, from: { cursor, since }, next, done: true, expected: null },
    });
  }
  asked.length = 0;
}

async function begin(): Promise<void> {
  const { scope, id } = connection;
  await store.connections.startBackfill(id, (await source.listStreams?.(scope, signal)) ?? [], null);
  await sync();
  await drain();
  looks = 0;
}
const pulledOn = () => asked.map(({ payload }) => (payload as { stream: string }).stream).sort();

test('while nothing came, went or was renamed, the account is not looked at more closely', async () => {
  await begin();
  clock.now += 5 * minuteInMs;
  await sync();
  expect([looks, pulledOn()]).toEqual([0, ['pulls:acme/api', 'pulls:acme/web']]);
});

test('a provider that does not answer holds up no other', async () => {
  await begin();
  const slow = connection.id;
  const other = await connect({ repositories: ['acme/web'] });
  await store.connections.startBackfill(other.id, ['pulls:acme/api'], null);
  const answer = new AbortController();
  const halting: Partial<FailureSource> = {
    ...source,
    listStreams: async (scope) => {
      if (scope.repositories.length === 0) await once(answer.signal, 'abort');
      return (await source.listStreams?.(scope, signal)) ?? [];
    },
  };
  clock.now += 5 * minuteInMs;
  const syncing = createSyncConnections({ ...depsFor(halting), syncEveryMs: 5 * minuteInMs })({}, signal);
  const of = (id: string) => asked.filter(({ payload }) => (payload as { connectionId: string }).connectionId === id);
  try {
    await expect.poll(() => of(other.id)).toHaveLength(1);
    expect(of(slow)).toEqual([]);
  } finally {
    answer.abort();
    await syncing;
  }
  expect(of(slow)).toHaveLength(2);
});

test('a renamed repository goes on under its new name, and is read again at once', async () => {
  await begin();
  there = [
    { id: '1', name: 'acme/core' },
    { id: '2', name: 'acme/web' },
  ];
  await sync();
  expect(await streams()).toEqual(['pulls:acme/core', 'pulls:acme/web']);
  expect(pulledOn()).toEqual(['pulls:acme/core']);
  expect(await store.connections.findStream(connection.id, 'pulls:acme/core')).toMatchObject({ state: 'waiting' });
});

test('one that was chosen by its name stays chosen', async () => {
  connection = await connect({ repositories: ['acme/api'] });
  await begin();
  there = [{ id: '1', name: 'acme/core' }];
  await sync();
  expect(await streams()).toEqual(['pulls:acme/core']);
  expect((await store.connections.find(connection.id))?.scope.repositories).toEqual(['acme/core']);
});

test('a new repository under the old name begins anew beside it', async () => {
  await begin();
  there = [
    { id: '3', name: 'acme/api' },
    { id: '1', name: 'acme/core' },
    { id: '2', name: 'acme/web' },
  ];
  await sync();
  expect(await streams()).toEqual(['pulls:acme/api', 'pulls:acme/core', 'pulls:acme/web']);
  expect(pulledOn()).toEqual(['pulls:acme/api', 'pulls:acme/core']);
  expect(await store.connections.findStream(connection.id, 'pulls:acme/api')).toMatchObject({ cursor: null });
});

test('one that was given to another account is pulled on where the credential sees it', async () => {
  await begin();
  there = there.slice(1);
  movedTo = { 'commits:acme/api': 'commits:other/api', 'commits:other/api': 'commits:other/api' };
  await sync();
  expect(await streams()).toEqual(['pulls:acme/web', 'pulls:other/api']);
  await drain();
  clock.now += 5 * minuteInMs;
  await sync();
  expect(pulledOn()).toEqual(['pulls:acme/web', 'pulls:other/api']);
  expect((await store.connections.find(connection.id))?.status).toBe('active');
});

test('what is gone is left alone and asks for the owner, the rest goes on; back again, it goes on where it stood', async () => {
  await begin();
  const [api] = there;
  there = there.slice(1);
  clock.now += 5 * minuteInMs;
  await sync();
  expect(pulledOn()).toEqual(['pulls:acme/web']);
  expect((await store.connections.find(connection.id))?.statusReason).toContain(': acme/api; ');
  await drain();
  there = [api as InScope, ...there];
  clock.now += 5 * minuteInMs;
  await sync();
  expect(pulledOn()).toEqual(['pulls:acme/api', 'pulls:acme/web']);
  expect((await store.connections.find(connection.id))?.status).toBe('active');
});

test('after connecting again streams that are no longer listed are dropped with their books', async () => {
  kinds = ['issues', 'pulls'];
  await begin();
  await store.completeness.record(connection.id, [
    { stream: 'issues:acme/api', day: '2026-01-01', existing: 2, stored: 1 },
  ]);
  kinds = ['pulls'];
  const scope = { ...connection.scope, repositories: ['acme/api'] };
  await store.connections.ensure({ ...connection, scope, credential: 'a secret', webhookSecret: null });
  await sync();
  expect(await streams()).toEqual(['pulls:acme/api']);
  expect(await store.completeness.gaps(connection.id)).toEqual([]);
});

test('PagerDuty: whose key may not list services is synchronised all the same', async () => {
  connection = await connect({}, 'pagerduty');
  const refused = () => Promise.reject(new AppError('permission_missing', 'PagerDuty says no'));
  const deps = depsFor({ listStreams: async () => ['change_events', 'incidents'], listInScope: refused });
  await store.connections.startBackfill(connection.id, ['incidents'], null);
  await drain();
  clock.now += 5 * minuteInMs;
  await createSyncConnections({ ...deps, syncEveryMs: 5 * minuteInMs })({}, signal);
  expect(pulledOn()).toEqual(['change_events', 'incidents']);
});

test('PagerDuty: a refused key stays one, as its streams are listed without asking anybody', async () => {
  connection = await connect({}, 'pagerduty');
  await store.connections.startBackfill(connection.id, ['change_events', 'incidents'], null);
  await drain();
  const members = [{ id: 'PAPI', name: 'api', state: 'present' as const }];
  await store.scope.change(connection.id, { known: [], members, renames: [], services: [] });
  await store.problems.set(connection.id, 'account', 'PagerDuty refuses the token (401)');
  const deps = {
    ...depsFor({}),
    openSource: createProviderAccess({ outbound: openOutbound(['loopback']) }).createSource,
  };
  await createSyncConnections({ ...deps, syncEveryMs: 5 * minuteInMs })({}, signal);
  expect(await streams()).toEqual(['change_events', 'incidents']);
  expect((await store.connections.find(connection.id))?.status).toBe('needs_attention');
});
