import type { DesiredWebhook, EnsuredWebhook, FailureSource, RepositoryOrService } from '@refrain/connectors';
import { AppError, type Connection, type ConnectionHealth, dayInMs, hourInMs } from '@refrain/domain';
import { expect, test } from 'vitest';
import type { IngestDeps } from '../worker/deps.ts';
import { openWorkerUnderTest } from '../worker/worker-under-test.ts';
import { createCheckConnectionHandler, describeMissingPermissions } from './check-connection.ts';

const { store, connect, depsFor } = await openWorkerUnderTest();
const { signal } = new AbortController();

const item = (id: string, name: string): RepositoryOrService => ({ id, name });

interface Account {
  there: RepositoryOrService[];
  missing: ConnectionHealth['missing'];
  respondedAt: string | null;
  refused: AppError | null;
  movedTo: Record<string, string>;
  undelivered: number;
  hooks: string[];
  answers: Partial<EnsuredWebhook>[];
  fails: AppError[];
  whileAsked: (() => Promise<void>) | null;
  readonly redelivered: string[];
  readonly askedForMoved: string[];
  readonly wanted: DesiredWebhook[];
  verified: number;
  ensured: number;
  readonly clock: { now: number };
  readonly deps: IngestDeps;
  watch(connection: Connection, publicUrl?: string | null): Promise<Connection>;
  watchRefused(connection: Connection): Promise<Connection | null>;
}

function openAccount(): Account {
  const clock = { now: Date.now() };
  const source: Partial<FailureSource> = {
    async verify() {
      account.verified += 1;
      if (account.refused !== null) throw account.refused;
      const { there, missing, respondedAt } = account;
      return { account: 'acme', visible: there.map(({ name }) => name), missing, budget: null, respondedAt };
    },
    listInScope: async (scope, known) =>
      account.there.filter(
        ({ id, name }) => known.has(id) || scope.repositories.length === 0 || scope.repositories.includes(name),
      ),
    async findMoved(stream) {
      account.askedForMoved.push(stream);
      return account.movedTo[stream] ?? null;
    },
    async ensureWebhook(wanted) {
      account.ensured += 1;
      account.wanted.push(wanted);
      await account.whileAsked?.();
      const failure = account.fails.shift();
      if (failure !== undefined) throw failure;
      const id = account.hooks.join(',');
      return { id, state: 'active', problem: null, secret: null, ...account.answers.shift() };
    },
    async redeliver({ since }) {
      account.redelivered.push(since);
      return account.undelivered;
    },
  };
  const deps = depsFor(source, { clock });
  const account: Account = {
    there: [item('1', 'acme/api'), item('2', 'acme/web')],
    missing: [],
    respondedAt: null,
    refused: null,
    movedTo: {},
    undelivered: 0,
    hooks: ['/orgs/acme/hooks/1'],
    answers: [],
    fails: [],
    whileAsked: null,
    redelivered: [],
    askedForMoved: [],
    wanted: [],
    verified: 0,
    ensured: 0,
    clock,
    deps,
    async watch(connection, publicUrl = null) {
      await createCheckConnectionHandler({ ...deps, publicUrl })({ connectionId: connection.id }, signal);
      return (await store.connections.find(connection.id)) ?? connection;
    },
    watchRefused: (connection) => account.watch(connection).catch(() => store.connections.find(connection.id)),
  };
  return account;
}

test.each([
  ['ahead of', 12],
  ['behind', -9],
])('reports a clock that is %s the provider’s clock until it is corrected', async (where, minutes) => {
  const account = openAccount();
  const connection = await connect();
  account.respondedAt = new Date(account.clock.now - 60_000).toISOString();
  expect((await account.watch(connection)).status).toBe('active');
  account.respondedAt = new Date(account.clock.now - minutes * 60_000).toISOString();
  const statusReason = expect.stringContaining(`is ${Math.abs(minutes)} minutes ${where} the provider's`);
  expect(await account.watch(connection)).toMatchObject({ status: 'needs_attention', statusReason });
  account.respondedAt = new Date(account.clock.now).toISOString();
  expect((await account.watch(connection)).status).toBe('active');
});

test('reports a missing permission and its consequence to the owner until it is granted again', async () => {
  const account = openAccount();
  const connection = await connect();
  account.missing = [{ permission: 'Deployments: read', costs: 'failed deployments' }];
  expect(await account.watch(connection)).toMatchObject({
    status: 'needs_attention',
    statusReason: expect.stringContaining('Deployments: read (costs failed deployments): grant the missing access'),
  });
  account.missing = [];
  expect(await account.watch(connection)).toMatchObject({ status: 'active', statusReason: null });
});

test('does not report a missing permission for webhooks to the owner', async () => {
  const account = openAccount();
  account.missing = [{ permission: 'Webhooks: read and write', costs: 'events as they happen', isOptional: true }];
  expect((await account.watch(await connect())).status).toBe('active');
});

test('reports a rejected credential to the owner until it is accepted again', async () => {
  const account = openAccount();
  const connection = await connect();
  account.refused = new AppError('credential_rejected', 'The GitHub App is suspended in acme: unsuspend it');
  expect((await account.watchRefused(connection))?.statusReason).toMatch(
    /suspended in acme: unsuspend it; connect the account/u,
  );
  account.refused = null;
  expect((await account.watch(connection)).status).toBe('active');
});

test('reports to the owner that the credential no longer sees the account', async () => {
  const account = openAccount();
  account.refused = new AppError('not_found', 'This token cannot see an account acme on GitHub');
  expect((await account.watchRefused(await connect()))?.statusReason).toContain(
    'connect the account again under its current name',
  );
});

test.each([
  ['everything', []],
  ['chosen names', ['acme/api', 'acme/web']],
])('reports a deleted repository until it is back if the scope consists of %s', async (_case, repositories) => {
  const account = openAccount();
  const connection = await connect({ repositories });
  expect((await account.watch(connection)).status).toBe('active');
  const [api] = account.there;
  account.there = account.there.slice(1);
  expect(await account.watch(connection)).toMatchObject({
    status: 'needs_attention',
    statusReason: expect.stringMatching(
      /^These repositories are gone, .*: acme\/api; give the credential access to them again, or connect/u,
    ),
  });
  account.there = [api as RepositoryOrService, ...account.there];
  expect((await account.watch(connection)).status).toBe('active');
});

test('connecting an account again drops repositories that are gone', async () => {
  const account = openAccount();
  const connection = await connect();
  await account.watch(connection);
  account.there = account.there.slice(1);
  expect((await account.watch(connection)).status).toBe('needs_attention');
  await store.connections.ensure({ ...connection, credential: 'a secret', webhookSecret: null });
  expect((await account.watch(connection)).status).toBe('active');
  expect(await store.connections.listScopeMembers(connection.id)).toEqual([
    { id: '2', name: 'acme/web', state: 'present' },
  ]);
});

test('a check stores the present teams of services, which the provider lists', async () => {
  const account = openAccount();
  const connection = await connect({}, 'pagerduty');
  const listed = async () =>
    (await store.catalogue.listServiceTeams()).filter(({ service }) => service.startsWith('Teams of '));
  account.there = [
    { id: '1', name: 'Teams of search', teams: ['Web'] },
    { id: '2', name: 'Teams of mail', teams: [] },
  ];
  await account.watch(connection);
  expect(await listed()).toEqual([{ service: 'Teams of search', provider: 'pagerduty', teams: ['Web'] }]);
  account.there = [{ id: '1', name: 'Teams of search', teams: ['Data'] }];
  account.clock.now += hourInMs;
  for (let round = 0; round < 6; round += 1) await account.watch(connection);
  expect(await listed()).toEqual([{ service: 'Teams of search', provider: 'pagerduty', teams: ['Data'] }]);
});

test('checks per round whether a few of the repositories that are no longer listed were renamed, none twice in a row', async () => {
  const account = openAccount();
  const connection = await connect();
  account.there = Array.from({ length: 50 }, (_, index) => item(String(index), `acme/${index}`));
  await account.watch(connection);
  account.there = [];
  for (let look = 0; look < 3; look += 1) await account.watch(connection);
  expect(new Set(account.askedForMoved).size).toBe(50);
  expect(account.askedForMoved).toHaveLength(60);
  expect((await store.connections.find(connection.id))?.statusReason).toContain('and 45 more');
});

test('a service that was chosen by name stays in scope after it is renamed', async () => {
  const account = openAccount();
  const connection = await connect({ services: ['checkout'] }, 'pagerduty');
  account.there = [item('PCHECKOUT', 'checkout')];
  await account.watch(connection);
  account.there = [item('PCHECKOUT', 'pay')];
  expect(await account.watch(connection)).toMatchObject({ status: 'active', scope: { services: ['pay'] } });
});

test('reports a missing repository once, not for each of its streams', async () => {
  const account = openAccount();
  const connection = await connect();
  await account.watch(connection);
  account.there = account.there.slice(1);
  for (const stream of ['commits:acme/api', 'pulls:acme/api']) {
    await store.connections.setProblem(connection.id, stream, `${stream}: GitHub has none`);
  }
  await account.watch(connection);
  expect((await store.connections.listProblems(connection.id)).map(({ subject }) => subject)).toEqual(['scope']);
});

test('requests redelivery of webhook deliveries that failed since the last check without failures, up to three days back', async () => {
  const account = openAccount();
  const connection = await connect();
  const created = Date.parse(connection.createdAt);
  const begins = () => account.redelivered.map((since) => Math.round((Date.parse(since) - created) / 60_000));
  account.undelivered = 2;
  await account.watch(connection, 'https://refrain.example.com');
  account.undelivered = 0;
  account.clock.now = created + 2 * hourInMs;
  await account.watch(connection, 'https://refrain.example.com');
  account.clock.now = created + 3 * hourInMs;
  await account.watch(connection, 'https://refrain.example.com');
  expect(begins()).toEqual([0, 0, 110]);
  account.clock.now = created + 10 * dayInMs;
  await account.watch(connection, 'https://refrain.example.com');
  expect(begins().at(-1)).toBe(7 * 24 * 60);
});

test('without REFRAIN_PUBLIC_URL, the webhook’s problem says what to set, and the connection stays active', async () => {
  const account = openAccount();
  const { status, webhook } = await account.watch(await connect());
  expect([status, webhook.state]).toEqual(['active', 'none']);
  expect(webhook.problem).toMatch(/^Set REFRAIN_PUBLIC_URL /u);
});

test('fully checks a healthy connection in every sixth round, and an unhealthy one in each round', async () => {
  const account = openAccount();
  const { id: connectionId } = await connect();
  const look = createCheckConnectionHandler({ ...account.deps, publicUrl: null });
  for (let round = 0; round < 12; round += 1) await look({ connectionId }, signal);
  expect(account.verified).toBe(2);
  account.missing = [{ permission: 'Issues: read', costs: 'incidents' }];
  for (let round = 0; round < 8; round += 1) await look({ connectionId }, signal);
  expect(account.verified).toBe(10);
});

test('checks a single webhook in each round, and a connection with many webhooks less often', async () => {
  const account = openAccount();
  const connection = await connect();
  await store.connections.setWebhook(connection.id, { deliveredAt: connection.createdAt });
  const looks = async () => {
    const before = account.ensured;
    for (let round = 0; round < 4; round += 1) {
      account.clock.now += hourInMs / 6;
      await account.watch(connection, 'https://refrain.example.com');
    }
    return account.ensured - before;
  };
  expect(await looks()).toBe(4);
  account.hooks = Array.from({ length: 20 }, (_, index) => `/repos/acme/${index}/hooks/1`);
  await account.watch(connection, 'https://refrain.example.com');
  expect(await looks()).toBe(2);
  await store.connections.rotateWebhookSecret(connection.id);
  expect(await looks()).toBe(4);
});

test('requests a new secret from PagerDuty until it is created, and accepts the old one for another day', async () => {
  const account = openAccount();
  const connection = await connect({}, 'pagerduty');
  const hasReceived = { deliveredAt: connection.createdAt, isSecretDue: true };
  await store.connections.setWebhook(connection.id, hasReceived, { webhookId: 'FORMER' });
  const silent = { id: 'NEW', state: 'silent' } as const;
  account.answers = [{ id: 'FORMER', state: 'refused' }, { ...silent, secret: 'made there' }, silent];
  for (let round = 0; round < 2; round += 1) await account.watch(connection, 'https://refrain.example.com');
  expect(account.wanted).toMatchObject([
    { id: 'FORMER', isSecretDue: true, hasReceived: false },
    { id: 'FORMER', isSecretDue: true, hasReceived: false },
    { id: 'NEW', isSecretDue: false, hasReceived: false },
  ]);
  expect(await store.connections.readWebhook(connection.id)).toMatchObject({ ...silent, isSecretDue: false });
  expect((await store.connections.findWebhookReceiver(connection.id))?.secrets).toEqual([
    'made there',
    'another secret',
  ]);
});

test('sends a new secret to GitHub until GitHub confirms it, even if deliveries arrive in between', async () => {
  const account = openAccount();
  const connection = await connect();
  const { connections } = store;
  const ofFormer = { type: 'github.issues', deliveryKey: 'signed with the former one', payload: {} };
  const isDue = async () => (await connections.readWebhook(connection.id)).isSecretDue;
  const rotate = async () => {
    await connections.rotateWebhookSecret(connection.id);
    await store.inbox.storeDeliveries([{ connectionId: connection.id, record: ofFormer }]);
  };
  const round = () => account.watch(connection, 'https://refrain.example.com').catch(() => null);
  await rotate();
  expect((await connections.readWebhook(connection.id)).deliveredAt).not.toBeNull();
  account.fails = [new AppError('unavailable', 'GitHub is down')];
  account.answers = [{ id: null, state: 'refused' }, { state: 'silent' }];
  for (const [left, look] of [true, true, false].entries()) {
    await round();
    expect([left, await isDue()]).toEqual([left, look]);
  }
  expect(account.wanted.map(({ hasReceived, isSecretDue }) => [hasReceived, isSecretDue])).toEqual([
    [false, true],
    [false, true],
    [false, true],
    [true, false],
  ]);
  await rotate();
  account.answers = [{ state: 'refused', isSecretShared: true }];
  await round();
  expect(await isDue()).toBe(false);
  // The secret is rotated again while the first new secret is being sent.
  await rotate();
  account.whileAsked = rotate;
  await round();
  expect(await isDue()).toBe(true);
});

test('a webhook that was disabled or had another URL is active only after a delivery', async () => {
  const account = openAccount();
  const connection = await connect({}, 'pagerduty');
  await store.connections.setWebhook(connection.id, { state: 'active', deliveredAt: connection.createdAt });
  account.answers = [
    { state: 'silent', resetsReceived: true },
    { state: 'silent' },
    { state: 'silent' },
    { state: 'silent' },
  ];
  for (let round = 0; round < 2; round += 1) {
    const { webhook } = await account.watch(connection, 'https://refrain.example.com');
    expect(webhook).toMatchObject({ state: 'silent', deliveredAt: null });
  }
  expect(account.wanted.map(({ hasReceived }) => hasReceived)).toEqual([true, false, false, false]);
});

test('describes each missing permission with its consequence, but omits optional permissions', () => {
  expect(describeMissingPermissions([])).toBeNull();
  const webhooks = { permission: 'Webhooks: read and write', costs: 'events as they happen', isOptional: true };
  expect(describeMissingPermissions([webhooks])).toBeNull();
  const missing = [
    { permission: 'Deployments: read', costs: 'failed deployments' },
    webhooks,
    { permission: 'Issues: read and write', costs: 'improvement issues' },
  ];
  expect(describeMissingPermissions(missing)).toMatch(
    /^The credential lacks Deployments: read \(costs failed deployments\), Issues: read and write \(costs improvement issues\): /u,
  );
});
