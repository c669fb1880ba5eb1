import type { EnsuredWebhook, FailureSource, InScope, WantedWebhook } from '@refrain/connectors';
import { AppError, type Connection, type ConnectionHealth, dayInMs, hourInMs } from '@refrain/domain';
import { beforeEach, expect, test } from 'vitest';
import { createWatchConnection } from './watch-connection.ts';
import { openWorkerUnderTest } from './worker-under-test.ts';

const { store, clock, connect, depsFor } = await openWorkerUnderTest();
const { signal } = new AbortController();

/** How the account looks. */
let there: InScope[];
let missing: ConnectionHealth['missing'];
let answeredAt: string | null;
let refused: AppError | null;
let movedTo: Record<string, string>;
let undelivered: number;
let redelivered: string[];
let askedForMoved: string[];
let verified: number;
let hooks: string[];
let ensured: number;
let wanted: WantedWebhook[];
let answers: Partial<EnsuredWebhook>[];
let fails: AppError[];
let whileAsked: (() => Promise<void>) | null;

beforeEach(() => {
  there = [item('1', 'acme/api'), item('2', 'acme/web')];
  missing = [];
  answeredAt = null;
  refused = null;
  movedTo = {};
  undelivered = 0;
  redelivered = [];
  askedForMoved = [];
  verified = 0;
  hooks = ['/orgs/acme/hooks/1'];
  ensured = 0;
  wanted = [];
  answers = [];
  fails = [];
  whileAsked = null;
  clock.now = Date.now();
});

const item = (id: string, name: string): InScope => ({ id, name });

const source: Partial<FailureSource> = {
  async verify() {
    verified += 1;
    if (refused !== null) throw refused;
    return { account: 'acme', visible: there.map(({ name }) => name), missing, budget: null, answeredAt };
  },
  listInScope: async (scope, known) =>
    there.filter(
      ({ id, name }) => known.has(id) || scope.repositories.length === 0 || scope.repositories.includes(name),
    ),
  async findMoved(stream) {
    askedForMoved.push(stream);
    return movedTo[stream] ?? null;
  },
  async ensureWebhook(asked) {
    ensured += 1;
    wanted.push(asked);
    await whileAsked?.();
    const failure = fails.shift();
    if (failure !== undefined) throw failure;
    return { id: hooks.join(','), state: 'active', problem: null, secret: null, ...answers.shift() };
  },
  async redeliver({ since }) {
    redelivered.push(since);
    return undelivered;
  },
};

async function watch(connection: Connection, publicUrl: string | null = null): Promise<Connection> {
  await createWatchConnection({ ...depsFor(source), publicUrl })({ connectionId: connection.id }, signal);
  return (await store.connections.find(connection.id)) ?? connection;
}
const watchRefused = (connection: Connection) => watch(connection).catch(() => store.connections.find(connection.id));

test.each([
  ['ahead of', 12],
  ['behind', -9],
])('a clock that is %s the provider’s is told, until it is set', async (where, minutes) => {
  const connection = await connect();
  answeredAt = new Date(clock.now - 60_000).toISOString();
  expect((await watch(connection)).status).toBe('active');
  answeredAt = new Date(clock.now - minutes * 60_000).toISOString();
  const statusReason = expect.stringContaining(`is ${Math.abs(minutes)} minutes ${where} the provider's`);
  expect(await watch(connection)).toMatchObject({ status: 'needs_attention', statusReason });
  answeredAt = new Date(clock.now).toISOString();
  expect((await watch(connection)).status).toBe('active');
});

test('a permission that is taken away asks for the owner, with what it costs, until it is given back', async () => {
  const connection = await connect();
  missing = [{ permission: 'Deployments: read', costs: 'failed deployments' }];
  expect(await watch(connection)).toMatchObject({
    status: 'needs_attention',
    statusReason: expect.stringContaining('Deployments: read (costs failed deployments): give it that'),
  });
  missing = [];
  expect(await watch(connection)).toMatchObject({ status: 'active', statusReason: null });
});

test('a permission that only webhooks need does not ask for the owner', async () => {
  missing = [{ permission: 'Webhooks: read and write', costs: 'events as they happen', isOptional: true }];
  expect((await watch(await connect())).status).toBe('active');
});

test('a refused credential asks for the owner until it is taken again', async () => {
  const connection = await connect();
  refused = new AppError('credential_rejected', 'The GitHub App is suspended in acme: unsuspend it');
  expect((await watchRefused(connection))?.statusReason).toMatch(
    /suspended in acme: unsuspend it; connect the account/u,
  );
  refused = null;
  expect((await watch(connection)).status).toBe('active');
});

test('an account that is no longer to be seen asks for the owner', async () => {
  refused = new AppError('not_found', 'GitHub shows this token no account acme');
  expect((await watchRefused(await connect()))?.statusReason).toContain(
    'connect the account again by its present name',
  );
});

test.each([
  ['everything', []],
  ['chosen names', ['acme/api', 'acme/web']],
])('with %s in scope, what is deleted asks for the owner until it is back', async (_case, repositories) => {
  const connection = await connect({ repositories });
  expect((await watch(connection)).status).toBe('active');
  const [api] = there;
  there = there.slice(1);
  expect(await watch(connection)).toMatchObject({
    status: 'needs_attention',
    statusReason: expect.stringMatching(
      /^These repositories are gone, .*: acme\/api; give it access to them again, or connect/u,
    ),
  });
  there = [api as InScope, ...there];
  expect((await watch(connection)).status).toBe('active');
});

test('whoever connects again goes on without what is gone', async () => {
  const connection = await connect();
  await watch(connection);
  there = there.slice(1);
  expect((await watch(connection)).status).toBe('needs_attention');
  await store.connections.ensure({ ...connection, credential: 'a secret', webhookSecret: null });
  expect((await watch(connection)).status).toBe('active');
  expect(await store.scope.listMembers(connection.id)).toEqual([{ id: '2', name: 'acme/web', state: 'present' }]);
});

test('of an account that can hardly be seen any more a few are asked for, none twice in a row', async () => {
  const connection = await connect();
  there = Array.from({ length: 50 }, (_, index) => item(String(index), `acme/${index}`));
  await watch(connection);
  there = [];
  for (let look = 0; look < 3; look += 1) await watch(connection);
  expect(new Set(askedForMoved).size).toBe(50);
  expect(askedForMoved).toHaveLength(60);
  expect((await store.connections.find(connection.id))?.statusReason).toContain('and 45 more');
});

test('a chosen service that has another name now is chosen by that', async () => {
  const connection = await connect({ services: ['checkout'] }, 'pagerduty');
  there = [item('PCHECKOUT', 'checkout')];
  await watch(connection);
  there = [item('PCHECKOUT', 'pay')];
  expect(await watch(connection)).toMatchObject({ status: 'active', scope: { services: ['pay'] } });
});

test('that a repository is gone is said once, not by each of its streams', async () => {
  const connection = await connect();
  await watch(connection);
  there = there.slice(1);
  for (const stream of ['commits:acme/api', 'pulls:acme/api']) {
    await store.problems.set(connection.id, stream, `${stream}: GitHub has none`);
  }
  await watch(connection);
  expect((await store.problems.list(connection.id)).map(({ subject }) => subject)).toEqual(['scope']);
});

test('what could not be delivered is asked for from where nothing was missing last, and at most three days back', async () => {
  const connection = await connect();
  const created = Date.parse(connection.createdAt);
  const begins = () => redelivered.map((since) => Math.round((Date.parse(since) - created) / 60_000));
  undelivered = 2;
  await watch(connection, 'https://refrain.example.com');
  undelivered = 0;
  clock.now = created + 2 * hourInMs;
  await watch(connection, 'https://refrain.example.com');
  clock.now = created + 3 * hourInMs;
  await watch(connection, 'https://refrain.example.com');
  expect(begins()).toEqual([0, 0, 110]);
  clock.now = created + 10 * dayInMs;
  await watch(connection, 'https://refrain.example.com');
  expect(begins().at(-1)).toBe(7 * 24 * 60);
});

test('without an address of its own it says what to set, and does not ask for the owner', async () => {
  const { status, webhook } = await watch(await connect());
  expect([status, webhook.state]).toEqual(['active', 'none']);
  expect(webhook.problem).toMatch(/^Set REFRAIN_PUBLIC_URL /u);
});

test('a connection that is well is looked at closely every sixth time, one that is not each time', async () => {
  const { id: connectionId } = await connect();
  const look = createWatchConnection({ ...depsFor(source), publicUrl: null });
  for (let round = 0; round < 12; round += 1) await look({ connectionId }, signal);
  expect(verified).toBe(2);
  missing = [{ permission: 'Issues: read', costs: 'incidents' }];
  for (let round = 0; round < 8; round += 1) await look({ connectionId }, signal);
  expect(verified).toBe(10);
});

test('a webhook is seen to each time, many of one connection more seldom', async () => {
  const connection = await connect();
  await store.connections.setWebhook(connection.id, { deliveredAt: connection.createdAt });
  const looks = async () => {
    const before = ensured;
    for (let round = 0; round < 4; round += 1) {
      clock.now += hourInMs / 6;
      await watch(connection, 'https://refrain.example.com');
    }
    return ensured - before;
  };
  expect(await looks()).toBe(4);
  hooks = Array.from({ length: 20 }, (_, index) => `/repos/acme/${index}/hooks/1`);
  await watch(connection, 'https://refrain.example.com');
  expect(await looks()).toBe(2);
  await store.connections.rotateWebhookSecret(connection.id);
  expect(await looks()).toBe(4);
});

test('a new secret that PagerDuty is to make is asked for until it is made, and the former one is taken for a day', async () => {
  const connection = await connect({}, 'pagerduty');
  const heard = { deliveredAt: connection.createdAt, isSecretDue: true };
  await store.connections.setWebhook(connection.id, heard, { webhookId: 'FORMER' });
  const silent = { id: 'NEW', state: 'silent' } as const;
  answers = [{ id: 'FORMER', state: 'refused' }, { ...silent, secret: 'made there' }, silent];
  for (let round = 0; round < 2; round += 1) await watch(connection, 'https://refrain.example.com');
  expect(wanted).toMatchObject([
    { id: 'FORMER', isSecretDue: true, heard: false },
    { id: 'FORMER', isSecretDue: true, heard: false },
    { id: 'NEW', isSecretDue: false, heard: false },
  ]);
  expect(await store.connections.readWebhook(connection.id)).toMatchObject({ ...silent, isSecretDue: false });
  expect((await store.connections.findReceiver(connection.id))?.secrets).toEqual(['made there', 'another secret']);
});

test('a new secret is told to GitHub until that has it, whatever arrives meanwhile', async () => {
  const connection = await connect();
  const { connections } = store;
  const ofFormer = { type: 'github.issues', deliveryKey: 'signed with the former one', payload: {} };
  const isDue = async () => (await connections.readWebhook(connection.id)).isSecretDue;
  const rotate = async () => {
    await connections.rotateWebhookSecret(connection.id);
    await store.inbox.storeDeliveries([{ connectionId: connection.id, record: ofFormer }]);
  };
  const round = () => watch(connection, 'https://refrain.example.com').catch(() => null);
  await rotate();
  expect((await connections.readWebhook(connection.id)).deliveredAt).not.toBeNull();
  fails = [new AppError('unavailable', 'GitHub is down')];
  answers = [{ id: null, state: 'refused' }, { state: 'silent' }];
  for (const [left, look] of [true, true, false].entries()) {
    await round();
    expect([left, await isDue()]).toEqual([left, look]);
  }
  expect(wanted.map(({ heard, isSecretDue }) => [heard, isSecretDue])).toEqual([
    [false, true],
    [false, true],
    [false, true],
    [true, false],
  ]);
  // Those that may not be told are known by the id.
  await rotate();
  answers = [{ state: 'refused', isSecretTold: true }];
  await round();
  expect(await isDue()).toBe(false);
  // Renewed once more while it is told.
  await rotate();
  whileAsked = rotate;
  await round();
  expect(await isDue()).toBe(true);
});

test('a webhook that was off, or had another address, is not active before something arrives', async () => {
  const connection = await connect({}, 'pagerduty');
  await store.connections.setWebhook(connection.id, { state: 'active', deliveredAt: connection.createdAt });
  answers = [{ state: 'silent', isUnheard: true }, { state: 'silent' }, { state: 'silent' }, { state: 'silent' }];
  for (let round = 0; round < 2; round += 1) {
    const { webhook } = await watch(connection, 'https://refrain.example.com');
    expect(webhook).toMatchObject({ state: 'silent', deliveredAt: null });
  }
  expect(wanted.map(({ heard }) => heard)).toEqual([true, false, false, false]);
});
