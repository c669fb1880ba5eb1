import { beforeEach, expect, test } from 'vitest';
import {
  createPatternForTest,
  createTestConnection,
  createTestFailureDraft,
  createTestRecord,
  openStoreUnderTest,
} from '../testing/store-under-test.ts';

const { store, query } = await openStoreUnderTest();
const { id: connectionId } = await createTestConnection(store, 'acme');
const idOf = async (externalId: string) =>
  (await store.failures.listAll()).find((failure) => failure.externalId === externalId)?.id ?? '';

beforeEach(async () => {
  await query('truncate failure, pattern, clustering_state, inbox, inbox_waiting, completeness cascade');
});

/** Stores failures as if they had arrived `agoSeconds` ago. */
async function put(agoSeconds: number, ...names: string[]): Promise<void> {
  await store.failures.upsert(
    connectionId,
    names.map((externalId) => createTestFailureDraft({ externalId })),
  );
  await query(`update failure set stored_at = now() - make_interval(secs => $1) where external_id = any($2)`, [
    agoSeconds,
    names,
  ]);
}

/** Clusters the named failures into one pattern, as if the clustering run had begun `agoSeconds` ago. */
async function group(agoSeconds: number, ...names: string[]): Promise<void> {
  await query(`update clustering_state set begun_at = now() - make_interval(secs => $1)`, [agoSeconds]);
  const members = await Promise.all(
    names.map(async (name) => ({ failureId: await idOf(name), confidence: 1, evidence: [] })),
  );
  await store.patterns.writeClustering({
    episodes: members.map(({ failureId }) => ({ id: failureId, failureIds: [failureId] })),
    patterns: [{ pattern: createPatternForTest({ id: 'p1' }), members }],
    lineage: [],
    inputVersion: `v${names.length}`,
  });
  // The first clustering of a store ignores `begun_at`, so set the time up to which it read failures.
  await query(`update clustering_state set known_until = now() - make_interval(secs => $1)`, [agoSeconds]);
}

/** Rounds seconds to multiples of 100, so that the duration of a test does not matter. */
const rounded = (seconds: readonly number[]) => seconds.map((one) => Math.round(one / 100) * 100).sort((a, b) => a - b);

test('the lag of a failure is measured by the first clustering that reads the failure', async () => {
  await put(3_000, 'one', 'two');
  await group(2_000, 'one', 'two');
  expect(rounded(await store.operations.listClusteredLags())).toEqual([3_000, 3_000]);
  await put(1_000, 'three');
  await put(100, 'four');
  await group(500, 'one', 'two', 'three');
  expect(rounded(await store.operations.listClusteredLags())).toEqual([1_000]);
  await group(0, 'one', 'two', 'three', 'four');
  expect(rounded(await store.operations.listClusteredLags())).toEqual([100]);
  await group(0, 'one', 'two', 'three', 'four');
  expect(await store.operations.listClusteredLags()).toEqual([]);
});

test('the lag of a report is measured since the clustering, and since the failure only if its account was already connected', async () => {
  await put(1_000, 'old', 'new');
  await query(`update failure set occurred_at = now() - interval '1 year' where external_id = 'old'`);
  await query(`update failure set occurred_at = now() - interval '1200 seconds' where external_id = 'new'`);
  await query(`update connection set created_at = now() - interval '1 day'`);
  await group(0, 'old', 'new');
  await query(`update clustering_state set clustered_at = now() - interval '300 seconds'`);
  const lags = await store.operations.listReportedLags(['p1']);
  expect(rounded(lags.map(({ sinceGrouped }) => sinceGrouped))).toEqual([300, 300]);
  expect(rounded(lags.flatMap(({ sinceHappened }) => sinceHappened ?? []))).toEqual([1_200]);
  expect(await store.operations.listReportedLags(['another'])).toEqual([]);
});

test('the current lag of a stage is the age of the oldest item that waits for it, and 0 if none waits', async () => {
  const now = () => store.operations.readCurrentLag().then((lag) => rounded([lag.parse, lag.cluster, lag.report]));
  expect(await store.operations.readCurrentLag()).toEqual({ parse: 0, cluster: 0, report: 0 });
  const { newIds } = await store.inbox.storeDeliveries([{ connectionId, record: createTestRecord('a') }]);
  await query(`update inbox_waiting set since = now() - interval '400 seconds'`);
  await put(900, 'one');
  expect(await now()).toEqual([0, 400, 900]);
  await store.inbox.applyRecords(
    newIds.map(({ id }) => ({ inboxId: id, outcome: 'irrelevant' as const, problem: null, failures: [], changes: [] })),
  );
  await group(0, 'one');
  await store.reports.markPending(['p1']);
  await query(`update pattern set report_pending_since = now() - interval '300 seconds'`);
  // Another clustering without changes must not reset the time since which reports are pending.
  await group(0, 'one');
  expect(await store.operations.readCurrentLag()).toMatchObject({
    parse: 0,
    cluster: 0,
    report: expect.closeTo(300, -2),
  });
  await store.reports.markWritten(['p1'], await store.reports.readNow());
  expect(await store.operations.readCurrentLag()).toEqual({ parse: 0, cluster: 0, report: 0 });
});

test('the lag of a replayed record counts from the replay', async () => {
  await store.inbox.storeDeliveries([{ connectionId, record: createTestRecord('a') }]);
  await query(`update inbox set received_at = now() - interval '1 year'`);
  expect((await store.operations.readCurrentLag()).parse).toBeLessThan(60);
});

test('findClockSkewSeconds reports stored times of more than a minute in the future', async () => {
  await store.inbox.storeDeliveries([{ connectionId, record: createTestRecord('a') }]);
  await query(`update inbox set received_at = now() + interval '50 seconds'`);
  expect(await store.operations.findClockSkewSeconds()).toBe(0);
  await query(`update inbox set received_at = now() + interval '1 hour'`);
  expect(Math.round((await store.operations.findClockSkewSeconds()) / 60)).toBe(60);
  expect(await store.inbox.listUnprocessed(10, new Date(0).toISOString())).toHaveLength(1);
});

test('the summary of a connection includes its completeness, its webhook and its problems', async () => {
  const day = new Date().toISOString().slice(0, 10);
  await store.completeness.recordDays(connectionId, [
    { stream: 'pulls:acme/api', day, existing: 20, stored: 19 },
    { stream: 'runs:acme/api', day, existing: 10, stored: 10 },
    { stream: 'runs:acme/api', day: '2020-01-01', existing: 500, stored: 0 },
  ]);
  await store.inbox.storeDeliveries([{ connectionId, record: createTestRecord('a') }]);
  await query(`update inbox set problem = 'commit.sha is missing'`);
  await store.connections.setProblem(connectionId, 'account', 'Renew it.');
  expect(await store.operations.listConnectionStatuses()).toEqual([
    {
      connectionId,
      provider: 'github',
      isActive: false,
      lastReceivedAt: expect.stringMatching(/^20/u),
      webhook: 'active',
      existing: 30,
      stored: 29,
      unreadable: 1,
    },
  ]);
});
