import { createDecider, ImprovementPolicy, type Pattern } from '@refrain/domain';
import { openRawDatabaseClient } from '@refrain/store/testing';
import { expect, test } from 'vitest';
import { createDetectFailuresHandler } from '../detect/detect-failures.ts';
import { createParseRecordsHandler } from '../parse/parse-records.ts';
import { createPullStreamHandler } from '../sync/pull-stream.ts';
import {
  commitAndItsRevert,
  createCommitRecord,
  startWorkerWithPagedSource,
} from '../worker/worker-with-paged-source.ts';
import { createReconcileHandler } from './reconcile.ts';

const { signal } = new AbortController();

/** Opens a worker with a database of its own, because the reconciler reads everything that is stored. */
async function start() {
  const worker = await startWorkerWithPagedSource();
  return {
    ...worker,
    connectionId: worker.connection.id,
    /** Runs SQL that moves stored times into the past, so that the test need not wait. */
    async alter(statement: string): Promise<void> {
      const client = await openRawDatabaseClient(worker.databaseUrl);
      await client.query(statement);
      await client.end();
    },
  };
}

const pattern: Pattern = {
  id: 'p1',
  name: 'Connection pool runs dry',
  lesson: 'Under load the pool had no bound.',
  terms: ['pool'],
  cause: 'capacity',
  trigger: 'traffic',
  services: ['checkout'],
  repositories: ['acme/checkout'],
  confidence: 0.8,
  kinds: { incident: 2, failed_deployment: 0, reverted_change: 0 },
  episodes: 2,
  harm: 1,
  firstAt: '2026-01-01T00:00:00.000Z',
  lastAt: '2026-02-01T00:00:00.000Z',
};

test('the reconciler enqueues lost jobs again, and nothing if no work is pending', async () => {
  const { store, enqueued: asked, clock, deps, target, names, storeAll, connectionId } = await start();
  const reconcile = createReconcileHandler(deps);
  const inboxIds = await storeAll(commitAndItsRevert);
  await store.connections.startBackfill(connectionId, ['commits:acme/api'], null);
  await reconcile({}, signal);
  expect(names()).not.toContain('parse-records');

  asked.length = 0;
  clock.now += 60_000;
  await reconcile({}, signal);
  expect(asked).toEqual([
    { name: 'pull-stream', payload: target() },
    { name: 'parse-records', payload: { connectionId, inboxIds } },
  ]);

  await createPullStreamHandler(deps)(target(), signal);
  await createParseRecordsHandler(deps)({ connectionId, inboxIds }, signal);
  asked.length = 0;
  // Parsing has just enqueued the detection, so the detection counts as lost only from the second run without new records.
  await reconcile({}, signal);
  expect(names()).toEqual(['recluster-when-due']);
  await reconcile({}, signal);
  expect(names().sort()).toEqual(['detect-failures', 'recluster-when-due', 'recluster-when-due']);

  await createDetectFailuresHandler(deps)({ connectionId, repository: 'acme/api' }, signal);
  const inputVersion = await store.patterns.readInputVersion();
  await store.patterns.writeClustering({ episodes: [], patterns: [], lineage: [], inputVersion });
  asked.length = 0;
  await reconcile({}, signal);
  await reconcile({}, signal);
  expect(asked).toEqual([
    { name: 'suggest-catalogue', payload: {} },
    { name: 'write-digests', payload: {} },
  ]);
});

test('the first analysis is done when two runs in a row find everything clustered and reported', async () => {
  const { store, names, deps, storeAll, connectionId } = await start();
  const reconcile = createReconcileHandler(deps);
  const isDone = async () => {
    await reconcile({}, signal);
    return store.patterns.isFirstAnalysisDone();
  };
  const inboxIds = await storeAll(commitAndItsRevert);
  await createParseRecordsHandler(deps)({ connectionId, inboxIds }, signal);
  expect(await isDone()).toBe(false);
  await createDetectFailuresHandler(deps)({ connectionId, repository: 'acme/api' }, signal);
  const inputVersion = await store.patterns.readInputVersion();
  await store.patterns.writeClustering({
    episodes: [],
    patterns: [{ pattern, members: [] }],
    lineage: [],
    inputVersion,
  });
  await store.reports.markPending(['p1']);
  for (let run = 0; run < 3; run++) expect(await isDone()).toBe(false);
  await store.reports.markWritten(['p1'], await store.reports.readNow());
  await store.connections.startBackfill(connectionId, ['commits:acme/api'], null);
  for (let run = 0; run < 3; run++) expect(await isDone()).toBe(false);
  await createPullStreamHandler(deps)({ connectionId, stream: 'commits:acme/api' }, signal);
  expect(await isDone()).toBe(false);
  expect(names()).not.toContain('write-digests');
  expect(await isDone()).toBe(true);
  expect(names()).toContain('write-digests');
});

test('the first analysis of an installation without failures is never done', async () => {
  const { store, deps } = await start();
  const reconcile = createReconcileHandler(deps);
  const inputVersion = await store.patterns.readInputVersion();
  await store.patterns.writeClustering({ episodes: [], patterns: [], lineage: [], inputVersion });
  for (let run = 0; run < 3; run++) await reconcile({}, signal);
  expect(await store.patterns.isFirstAnalysisDone()).toBe(false);
});

test('enqueues the lost check of an open pull request again until the pull request is checked', async () => {
  const { store, enqueued: asked, deps, storeAll, connectionId, alter } = await start();
  await store.improvements.setPolicy(ImprovementPolicy.parse({ checkPulls: true }), 'a test');
  const pull = { connectionId, repository: 'acme/api', number: 7 };
  const repository = { full_name: 'acme/api' };
  const payload = { action: 'opened', repository, number: 7, pull_request: { number: 7, state: 'open' } };
  const inboxIds = await storeAll([{ type: 'github.event.pull_request', deliveryKey: 'opened', payload }]);
  const checked = () => asked.filter(({ name }) => name === 'check-pull').map(({ payload }) => payload);
  const reconcile = createReconcileHandler(deps);
  asked.length = 0;
  await createParseRecordsHandler(deps)({ connectionId, inboxIds }, signal);
  await reconcile({}, signal);
  expect(checked()).toEqual([pull]);
  await alter(`update pending_pull_check set at = at - interval '2 minutes'`);
  await reconcile({}, signal);
  expect(checked()).toEqual([pull, pull]);
  await store.outbox.clearDuePullRequest(pull, (await store.outbox.findPullRequestDueSince(pull)) ?? '');
  await reconcile({}, signal);
  expect(checked()).toHaveLength(2);
});

test('enqueues the same batches again, even if some of their rows are parsed', async () => {
  const { enqueued: asked, clock, deps, storeAll, connectionId } = await start();
  const many = Array.from({ length: 650 }, (_, index) => ({
    ...createCommitRecord('d', 'Change'),
    deliveryKey: `many/${index}`,
  }));
  const inboxIds = await storeAll(many);
  clock.now += 60_000;
  const reconcile = createReconcileHandler(deps);
  await reconcile({}, signal);
  const first = asked.filter(({ name }) => name === 'parse-records');
  expect(first.length).toBeGreaterThan(3);
  await createParseRecordsHandler(deps)({ connectionId, inboxIds: inboxIds.slice(0, 1) }, signal);
  asked.length = 0;
  await reconcile({}, signal);
  expect(asked.filter(({ name }) => name === 'parse-records').slice(-3)).toEqual(first.slice(-3));
});

test('finds pending detections without reading all changes', async () => {
  const { store, enqueued: asked, deps, storeAll, connectionId } = await start();
  await createParseRecordsHandler(deps)({ connectionId, inboxIds: await storeAll(commitAndItsRevert) }, signal);
  const listAll = () => Promise.reject(new Error('This test does not expect this call'));
  const light = { ...deps, store: { ...store, changes: { ...store.changes, listAll, listByRepository: listAll } } };
  asked.length = 0;
  await createReconcileHandler(light)({}, signal);
  expect(asked[0]).toEqual({
    name: 'detect-failures',
    payload: { connectionId, repository: 'acme/api' },
  });
});

test('enqueues pending reports even if another clustering is pending', async () => {
  const { store, enqueued: asked, clock, deps, names } = await start();
  await store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: 'before something came in',
    patterns: [{ pattern, members: [] }],
  });
  asked.length = 0;
  const reconcile = createReconcileHandler(deps);
  await reconcile({}, signal);
  expect(asked).toContainEqual({ name: 'recluster-when-due', payload: {} });
  expect(names()).not.toContain('write-reports');
  clock.now += 31_000;
  await reconcile({}, signal);
  expect(asked).toContainEqual({ name: 'write-reports', payload: { patternIds: ['p1'] } });
});

test('enqueues missing reports again at intervals, and proposals less often', async () => {
  const { store, enqueued: asked, clock, deps, names, alter } = await start();
  await store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: 'with a pattern',
    patterns: [{ pattern, members: [] }],
  });
  const reconcile = createReconcileHandler(deps);
  const enqueuedBy = async () => {
    asked.length = 0;
    await reconcile({}, signal);
    return names().filter((name) => name === 'write-reports' || name === 'propose-improvements');
  };
  expect(await enqueuedBy()).toEqual([]);
  clock.now += 31_000;
  expect(await enqueuedBy()).toEqual(['write-reports']);
  expect(await enqueuedBy()).toEqual(['write-reports', 'propose-improvements']);
  expect(await enqueuedBy()).toEqual([]);
  clock.now += 3 * 60_000;
  expect(await enqueuedBy()).toEqual(['write-reports']);
  clock.now += 30 * 60_000;
  expect(await enqueuedBy()).toEqual(['write-reports', 'propose-improvements']);
  expect(await enqueuedBy()).toEqual([]);
  await store.reports.markPending(['p1']);
  await alter(`update pattern set report_pending_since = now() - interval '1 minute'`);
  expect(await enqueuedBy()).toEqual(['write-reports']);
  expect(await enqueuedBy()).toEqual([]);
});

test('enqueues the sync of a stale stream again if Redis lost the job', async () => {
  const { store, enqueued: asked, deps, connectionId, alter } = await start();
  await store.connections.ensureStreams(connectionId, ['pulls:acme/touched']);
  await alter(
    `update stream set state = 'done', started_at = now() - interval '1 hour', stale_at = now() - interval '1 minute'
     where stream = 'pulls:acme/touched'`,
  );
  asked.length = 0;
  await createReconcileHandler(deps)({}, signal);
  expect(asked).toContainEqual({ name: 'sync-stream', payload: { connectionId, stream: 'pulls:acme/touched' } });
});

test('suggests catalogue entries at the end of a backfill, and rarely while changes keep arriving', async () => {
  const { store, enqueued: asked, clock, deps, names, storeAll, connectionId, provider } = await start();
  const reconcile = createReconcileHandler(deps);
  const pull = async (stream: string) => {
    provider.pages = [{ records: [], next: null, expected: null }];
    await createPullStreamHandler(deps)({ connectionId, stream }, signal);
  };
  /** Returns whether storing and parsing a change leads to new catalogue suggestions. */
  const suggestsAfter = async (digit: string) => {
    const inboxIds = await storeAll([createCommitRecord(digit, 'Change')]);
    await createParseRecordsHandler(deps)({ connectionId, inboxIds }, signal);
    const inputVersion = await store.patterns.readInputVersion();
    await store.patterns.writeClustering({ episodes: [], patterns: [], lineage: [], inputVersion });
    asked.length = 0;
    await reconcile({}, signal);
    return names().includes('suggest-catalogue');
  };
  const [first, second] = ['commits:acme/api', 'commits:acme/web'] as const;
  await store.connections.startBackfill(connectionId, [first], null);
  await pull(first);
  expect(await suggestsAfter('1')).toBe(true);
  expect(await suggestsAfter('2')).toBe(false);
  await store.connections.startBackfill(connectionId, [second], null);
  expect(await suggestsAfter('3')).toBe(false);
  await pull(second);
  expect(await suggestsAfter('4')).toBe(true);

  await store.connections.startBackfill(connectionId, [first, second], null);
  expect(await suggestsAfter('5')).toBe(false);
  for (const stream of [first, second]) await pull(stream);
  expect(await suggestsAfter('6')).toBe(false);
  clock.now += 10 * 60_000;
  expect(await suggestsAfter('7')).toBe(true);
});

test('enqueues due deliveries of events to subscribers', async () => {
  const { store, enqueued: asked, deps, names } = await start();
  await store.events.addSubscription({
    kind: 'webhook',
    address: 'https://example.com/',
    shown: 'https://example.com/',
    secret: 'whsec_c2VjcmV0',
    events: ['pattern_found'],
    scope: { kind: 'organisation' },
    period: null,
  });
  const reconcile = createReconcileHandler(deps);
  await reconcile({}, signal);
  expect(names()).not.toContain('deliver-due');
  await store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: 'one more',
    patterns: [{ pattern: { ...pattern, id: 'p-new' }, members: [] }],
  });
  await reconcile({}, signal);
  expect(asked).toContainEqual({ name: 'deliver-due', payload: {} });
});

test('enqueues the opening of an issue again until the issue is recorded, and then its closing if the improvement has been declined since', async () => {
  const { store, enqueued: asked, deps } = await start();
  await store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: 'with an issue',
    patterns: [{ pattern: { ...pattern, id: 'p-opening' }, members: [] }],
  });
  const { improvements } = store;
  const { id: improvementId } = await improvements.ensure('p-opening', { repository: 'acme/api', title: 'Once' });
  await improvements.approve(improvementId, {}, createDecider('session', 'the test'));
  await improvements.startOpening(improvementId, 'acme/api');
  await improvements.transition(improvementId, { state: 'declined' });
  const enqueuedBy = async () => {
    asked.length = 0;
    await createReconcileHandler(deps)({}, signal);
    return asked.filter(({ name }) => name === 'ensure-issue');
  };
  expect(await enqueuedBy()).toEqual([{ name: 'ensure-issue', payload: { improvementId } }]);
  await improvements.recordIssue(improvementId, { repository: 'acme/api', number: 1, url: 'https://x.example/1' });
  expect(await enqueuedBy()).toEqual([{ name: 'ensure-issue', payload: { improvementId } }]);
  await improvements.transition(improvementId, { issueState: 'not_planned' });
  expect(await enqueuedBy()).toEqual([]);
});

test('enqueues lost proposals again once all reports are written', async () => {
  const { store, enqueued: asked, clock, deps } = await start();
  const clustering = { episodes: [], lineage: [], patterns: [{ pattern, members: [] }] };
  await store.patterns.writeClustering({ ...clustering, inputVersion: 'all reported' });
  const parts = { members: [], links: [], coverage: { failures: 2, inPatterns: 2 }, asOf: pattern.lastAt };
  await store.reports.ensure('p1', { ...parts, pattern });
  await store.reports.markWritten(['p1'], '2100-01-01T00:00:00.000Z');
  const reconcile = createReconcileHandler(deps);
  const proposes = async () => {
    asked.length = 0;
    await reconcile({}, signal);
    return asked.filter(({ name }) => name === 'propose-improvements' || name === 'write-reports');
  };
  const propose = { name: 'propose-improvements', payload: { patternIds: ['p1'] } };
  expect(await proposes()).toEqual([]);
  clock.now += 31_000;
  expect(await proposes()).toEqual([propose]);
  clock.now += 20 * 60_000;
  expect(await proposes()).toEqual([]);
  clock.now += 20 * 60_000;
  expect(await proposes()).toEqual([propose]);
  // A clustering enqueues only the proposals of changed patterns. The proposals of all other patterns follow ten minutes later.
  let proposed = 0;
  for (let round = 0; round < 50; round += 1) {
    await store.patterns.writeClustering({ ...clustering, inputVersion: `all reported ${round}` });
    clock.now += 15_000;
    proposed += (await proposes()).length;
  }
  expect(proposed).toBe(1);
});
