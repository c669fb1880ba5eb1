import { buildDigest, estimateCost, runPipeline } from '@refrain/analysis';
import {
  type ApiUnderTest,
  createFailureDraft,
  createTestPattern,
  startApiUnderTest,
  startProviderUnderTest,
} from '@refrain/api/testing';
import { type CatalogueDraft, CostSettings, createDecider, initialAdminId, type PatternReport } from '@refrain/domain';
import { localAdminTokenOwner } from '@refrain/store';

export interface TestRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly text?: string;
}

export interface ContractTestInstallation {
  readonly api: ApiUnderTest;
  /** One id for each kind of object. The key is the path segment before the id, such as `patterns`. */
  readonly ids: Readonly<Record<string, string>>;
  /**
   * Requests for operations that need input, by operation id. For an operation that deletes an object, the function
   * creates that object first.
   */
  readonly requests: Readonly<Record<string, () => TestRequest | Promise<TestRequest>>>;
}

const at = '2026-02-02T00:00:00.000Z';
const csv = 'what,created\nThe pool ran dry,2026-01-02\n';
const record = JSON.stringify({
  type: 'archive.incident',
  deliveryKey: 'a',
  payload: { title: 'Checkout answers 502' },
});

/** Creates an installation with at least one of each object that the API can return. */
export async function createContractTestInstallation(): Promise<ContractTestInstallation> {
  const api = await startApiUnderTest();
  const { store } = api;
  const provider = await startProviderUnderTest();
  const github = { provider: 'github', account: 'acme', baseUrl: provider.url, credential: 'token' } as const;
  const connected = (account: string) =>
    store.connections.ensure({ ...github, account, webhookSecret: 'secret', scope: null });
  const { id: connectionId } = await connected('Acme');
  const archive = await store.connections.ensure({
    provider: 'archive',
    account: 'old',
    baseUrl: null,
    credential: null,
    webhookSecret: null,
    scope: null,
  });

  await store.failures.upsert(connectionId, [
    createFailureDraft('one'),
    { ...createFailureDraft('two'), timing: { acknowledgedAt: at, mitigatedAt: null, reopenedAt: [] } },
  ]);
  const [first, second] = (await store.failures.list({ limit: 2 })).items.map(({ id }) => id);
  const [failureId, otherId] = [String(first), String(second)];
  const evidence = [{ signal: 'words', detail: 'pool', weight: 0.5 }];
  await store.patterns.writeClustering({
    episodes: [{ id: failureId, failureIds: [failureId] }],
    patterns: [
      { pattern: createTestPattern('p1'), members: [{ failureId, confidence: 0.9, evidence }] },
      { pattern: createTestPattern('p2'), members: [] },
    ],
    lineage: [{ patternId: 'p1', relatedPatternId: 'p2', kind: 'split_from' }],
    inputVersion: 'v',
  });
  await store.changes.replaceLinks([
    { type: 'same_episode', failureId, targetId: otherId, score: 0.5, evidence, status: 'suggested' },
  ]);
  const { measured } = runPipeline({
    failures: await store.failures.listAll(),
    changes: [],
    corrections: [],
    previous: [],
    until: at,
  });
  const cost = estimateCost({ episodes: [], failures: new Map(), settings: CostSettings.parse({}) });
  const measurement = { asOf: at, recurrence: 'new', trend: null, forecast: null, cost } as const;
  await store.reports.writeMeasurement(measured.organisation, [{ patternId: 'p1', measurement, headline: 'new' }]);
  const improvement = await store.improvements.ensure('p1', { repository: 'acme/checkout', title: 'Bound the pool' });
  const [earlier, report] = [
    await store.reports.ensure('p1', reportOf(2)),
    await store.reports.ensure('p1', reportOf(3)),
  ];
  const digest = await store.reports.ensureDigest(emptyDigest());
  const place = { path: null, environment: null };
  const entry = (service: string) => store.catalogue.add({ service, repository: 'acme/checkout', ...place });
  const suggested = async (service: string) => {
    const draft: CatalogueDraft = {
      service,
      repository: 'acme/checkout',
      ...place,
      origin: 'suggestion',
      score: 0.9,
      evidence: [],
    };
    const [stored] = await store.catalogue.ensureMany([draft], null);
    return stored?.id ?? '';
  };
  const correction = () => store.corrections.add({ kind: 'not_a_failure', failureId: otherId });
  const correctionSet = () =>
    store.corrections.addSet(
      { decisions: [{ kind: 'not_a_failure', failureId: otherId }] },
      createDecider('session', 'Ann'),
    );
  const hook = `${provider.url}/hook`;
  const subscribed = () =>
    store.events.addSubscription({
      kind: 'webhook',
      address: hook,
      shown: hook,
      secret: 'whsec_c2VjcmV0',
      events: ['report_written'],
      scope: { kind: 'organisation' },
      period: null,
    });
  const written = async () => {
    const id = await store.outbox.beginWrite(connectionId, {
      action: 'comment',
      target: 'acme/checkout#1',
      content: { body: 'It held' },
      why: 'Its fix is in place',
      by: 'the policy',
    });
    const undo = {
      method: 'DELETE',
      path: '/repos/acme/checkout/issues/comments/1',
      content: null,
      expects: null,
    } as const;
    await store.outbox.finishWrite(id, { state: 'done', url: `${provider.url}/comment`, undo });
    return id;
  };
  const forgotten = async (name: string) => {
    const { id } = await store.retention.requestErasure({ kind: 'repository', name }, 'ann');
    await store.retention.finishErasure(id);
    return id;
  };
  const state = 'a'.repeat(32);
  await store.connections.beginAppRegistration({
    state,
    wanted: {},
    expiresAt: '2999-01-01T00:00:00.000Z',
    userId: initialAdminId,
    tokenId: null,
  });
  let broken = 0;
  const unreadable = async () => {
    const { newIds } = await store.inbox.storePage(connectionId, {
      records: [{ type: 'github.commit', deliveryKey: `broken ${++broken}`, payload: {} }],
      source: 'pull',
    });
    await store.inbox.markUnreadable(String(newIds[0]), 'sha is missing');
    return `record-${newIds[0]}`;
  };

  /** Returns the id of the last decision about the improvement, or any id if there is none. */
  const decided = async () => (await store.improvements.find(improvement.id))?.lastDecision?.id ?? 'none';

  const signedIn = async () => (await store.access.createSession(60_000, initialAdminId)).id;

  return {
    api,
    ids: {
      failures: failureId,
      patterns: 'p1',
      improvements: improvement.id,
      writes: await written(),
      reports: report.id,
      digests: digest.id,
      catalogue: (await entry('checkout')).id,
      corrections: (await correction()).id,
      'correction-sets': (await correctionSet()).id,
      connections: connectionId,
      'github-apps': state,
      archives: 'old',
      subscriptions: (await subscribed()).id,
      erasures: await forgotten('acme/gone'),
      users: (await store.access.addUser('Ann', 'viewer')).id,
      sessions: await signedIn(),
    },
    requests: {
      findServiceProfile: () => ({ query: 'name=checkout' }),
      endSession: async () => ({ params: { id: await signedIn() } }),
      snoozeImprovement: () => ({ body: { until: at } }),
      undoImprovementDecision: async () => ({ body: { decisionId: await decided() } }),
      decidePolicy: () => ({ body: { maxPerWeek: 2 } }),
      undoWrite: async () => ({ params: { id: await written() } }),
      listReportChanges: () => ({ query: `since=${earlier.id}` }),
      requestDigest: () => ({ body: { period: 'week', at } }),
      addCorrectionSet: () => ({ body: { decisions: [{ kind: 'rename', patternId: 'p1', name: 'The pool' }] } }),
      addCorrection: () => ({ body: { kind: 'rename', patternId: 'p1', name: 'The pool' } }),
      removeCorrectionSet: async () => ({ params: { id: (await correctionSet()).id } }),
      removeCorrection: async () => ({ params: { id: (await correction()).id } }),
      search: () => ({ body: { text: 'the pool ran dry' } }),
      checkWording: () => ({ body: { text: 'The operator should have checked the pool.' } }),
      addCatalogueEntry: () => ({ body: { service: 'cart', repository: 'acme/cart' } }),
      importCatalogueFile: () => ({ body: { path: 'CODEOWNERS', text: '/cart @acme/cart', repository: 'acme/cart' } }),
      undecideCatalogueEntry: async () => ({ params: { id: await suggested('payments') } }),
      removeCatalogueEntry: async () => ({ params: { id: (await entry('removed')).id } }),
      connect: () => ({ body: github }),
      checkConnection: () => ({ body: github }),
      changeScope: () => ({ body: { workflows: [] } }),
      checkScope: () => ({ body: { workflows: [] } }),
      // Uses a connection without pending work, so that its event stream ends.
      streamProgress: async () => ({ params: { id: (await connected('followed')).id } }),
      // Requests only existing events, so that the stream ends.
      streamEvents: () => ({ query: 'after=0&limit=1' }),
      subscribe: () => ({ body: { kind: 'webhook', address: hook } }),
      unsubscribe: async () => ({ params: { id: (await subscribed()).id } }),
      removeConnection: async () => ({ params: { id: (await connected('empty')).id } }),
      importRecords: () => ({ params: { id: archive.id }, text: record }),
      importIntoArchive: () => ({ text: record }),
      checkRecords: () => ({ text: record }),
      checkFile: () => ({ query: 'format=csv', text: csv }),
      listRejectedRows: () => ({ query: 'format=csv', text: csv }),
      importFile: () => ({ query: 'format=csv&map=title=what', text: csv }),
      changeOnboarding: () => ({ body: { isHidden: true } }),
      beginGitHubApp: () => ({ body: { account: 'acme' } }),
      replayDeadLetters: () => ({ body: { kind: 'job' } }),
      findDeadLetter: async () => ({ params: { id: await unreadable() } }),
      replayDeadLetter: async () => ({ params: { id: await unreadable() } }),
      discardDeadLetter: async () => ({ params: { id: await unreadable() }, body: { reason: 'It was a test' } }),
      createToken: () => ({ body: { name: 'another' } }),
      erase: () => ({ body: { kind: 'repository', name: 'acme/unknown' } }),
      previewErasure: () => ({ body: { kind: 'person', names: ['Zoe Unknown'] } }),
      liftErasure: async () => ({ params: { id: await forgotten('acme/lifted') } }),
      addUser: () => ({ body: { name: 'Bo', role: 'triager' } }),
      changeUser: () => ({ body: { role: 'triager' } }),
      revokeToken: async () => ({
        params: { id: (await store.access.createToken('short-lived', null, localAdminTokenOwner)).id },
      }),
    },
  };
}

function reportOf(episodes: number): PatternReport {
  return {
    pattern: { ...createTestPattern('p1'), episodes },
    members: [],
    links: [],
    coverage: { failures: 2, inPatterns: 2 },
    asOf: at,
  };
}

function emptyDigest() {
  return buildDigest({
    scope: { kind: 'organisation' },
    period: { kind: 'week', from: '2026-01-26T00:00:00.000Z', until: '2026-02-02T00:00:00.000Z' },
    episodes: [],
    changes: [],
    patterns: [],
    improvements: [],
    measurement: null,
    completeness: { accounts: 0, problems: [], gaps: 0, unassigned: { failures: 0, of: 0 } },
    asOf: at,
  });
}
