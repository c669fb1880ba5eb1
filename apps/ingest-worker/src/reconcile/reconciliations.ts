import { elapsedMs, minuteInMs, secondInMs } from '@refrain/domain';
import { type JobName, type JobPayload, parseStoredJob } from '@refrain/jobs';
import { findStreamRepositoryOrService } from '../sync/compare-streams.ts';
import { createBatches, createRecordBatches } from '../worker/batches.ts';
import type { IngestDeps } from '../worker/deps.ts';
import {
  afterFirstClusteringGate,
  clusteringDueGate,
  createAnalysisDoneGate,
  createCatalogueSuggestionDueGate,
  createClusteringSettledGate,
  createDetectionDueGate,
  createDryRunGate,
  createImprovementProposalsDueGate,
  createIngestionIdleGate,
  createReportsDueGate,
  type Gate,
  reportsWrittenGate,
} from './gates.ts';
import type { ReconcilerDatabaseState } from './reconciler-database-state.ts';

/** One kind of pending work that can be found in PostgreSQL. */
export interface PendingWork<Name extends JobName> {
  readonly job: Name;
  find(snapshot: ReconcilerDatabaseState): Promise<readonly JobPayload<Name>[]>;
  readonly every?: number;
  /** Gates that must all be open. They are evaluated in order, up to the first closed one. */
  readonly gates?: readonly Gate[];
}

export type Reconciliation =
  | { [Name in JobName]: PendingWork<Name> }[JobName]
  /** Work that the reconciler does itself instead of enqueueing a job. */
  | { readonly run: () => Promise<unknown>; readonly gates?: readonly Gate[] };

/** The job of a stream counts as lost if the stream's cursor has not moved for this long. */
const lostStreamMs = 30 * secondInMs;
const maxPullsPerRun = 100;

/** Lists all periodic work in the order in which each run of the reconciler goes through it, every 15 seconds. */
export function listReconciliations({ store, producer, now }: IngestDeps): readonly Reconciliation[] {
  const unlessDryRun = createDryRunGate(store.improvements);
  const idle = createIngestionIdleGate();
  const detectionDue = createDetectionDueGate(now);
  const clusteringSettled = createClusteringSettledGate(now);
  const proposalsDue = createImprovementProposalsDueGate(now);
  const reportsDue = createReportsDueGate(now, proposalsDue);
  const suggestionDue = createCatalogueSuggestionDueGate(store.connections, now);
  const firstAnalysisPending: Gate = { isOpen: async () => !(await store.patterns.isFirstAnalysisDone()) };
  const analysisDone = createAnalysisDoneGate(store);
  return [
    { job: 'pull-stream', find: (snapshot) => findLostStreams(snapshot, now()) },
    { job: 'sync-stream', find: () => store.connections.listStaleStreams(lostStreamMs) },
    { job: 'ensure-issue', find: () => findPendingIssues(store), every: 2 * minuteInMs },
    { job: 'undo-write', find: () => findRequestedUndos(store), gates: [unlessDryRun] },
    { job: 'write-note', find: () => findPendingNotes(store) },
    { job: 'check-pull', find: () => store.outbox.takeOverduePullRequests(minuteInMs, maxPullsPerRun) },
    { job: 'check-pull', find: () => store.outbox.listUnfinishedChecks(maxPullsPerRun), gates: [unlessDryRun] },
    { job: 'deliver-due', find: async () => onceIf((await store.events.listDueDeliveries(1)).length > 0) },
    { job: 'erase', find: () => findPendingErasures(store) },
    { job: 'rotate-keys', find: async () => onceIf((await store.operations.findKeyRotation())?.state === 'running') },
    { run: () => replayDeadLetters(store, producer) },
    { job: 'parse-records', find: async ({ unprocessedRows }) => createRecordBatches(await unprocessedRows()) },
    // Redaction comes before all work that compares versions of the input, because redaction changes the version.
    { run: () => store.retention.redactStoredTexts(), gates: [idle] },
    { job: 'detect-failures', find: (snapshot) => findDetections(store, snapshot, now()), gates: [idle, detectionDue] },
    { job: 'recluster-when-due', find: async () => onceIf(true), gates: [idle, clusteringDueGate] },
    {
      job: 'write-reports',
      find: async () => inBatches(await store.reports.listPending(30 * secondInMs)),
      every: 2 * minuteInMs,
      gates: [idle, afterFirstClusteringGate],
    },
    {
      job: 'write-reports',
      find: async ({ reports }) => inBatches((await reports()).unreported),
      gates: [idle, afterFirstClusteringGate, clusteringSettled, reportsDue],
    },
    {
      job: 'propose-improvements',
      find: async ({ reports }) => inBatches((await reports()).all),
      gates: [idle, afterFirstClusteringGate, clusteringSettled, proposalsDue, reportsWrittenGate],
    },
    {
      job: 'suggest-catalogue',
      find: async () => onceIf(true),
      gates: [idle, afterFirstClusteringGate, suggestionDue],
    },
    { run: () => completeFirstAnalysis(store, producer), gates: [idle, firstAnalysisPending, analysisDone] },
  ];
}

type Store = IngestDeps['store'];

function onceIf(isDue: boolean): Record<string, never>[] {
  return isDue ? [{}] : [];
}

async function findLostStreams({ movingStreams }: ReconcilerDatabaseState, now: number) {
  return (await movingStreams())
    .filter(({ updatedAt }) => elapsedMs(updatedAt, now) > lostStreamMs)
    .map(({ connectionId, stream }) => ({ connectionId, stream }));
}

async function findPendingIssues({ improvements }: Store) {
  return (await improvements.listPendingIssues())
    .filter(({ repository }) => repository !== null)
    .map(({ id }) => ({ improvementId: id }));
}

async function findRequestedUndos({ outbox }: Store) {
  return (await outbox.listRequestedUndos()).map((writeId) => ({ writeId }));
}

/** Finds pending notes on incidents of the last 15 minutes. A later note would be too late to help. */
async function findPendingNotes({ outbox }: Store) {
  return (await outbox.listPendingNotes(15 * minuteInMs)).map((noteId) => ({ noteId }));
}

async function findPendingErasures({ retention }: Store) {
  return (await retention.listPendingErasures()).map((erasureId) => ({ erasureId }));
}

/** Records that the first analysis is done, and enqueues the digests, which wait for it. */
async function completeFirstAnalysis({ patterns }: Store, producer: IngestDeps['producer']): Promise<void> {
  await patterns.recordFirstAnalysis();
  await producer.enqueue('write-digests', {});
}

async function replayDeadLetters({ operations }: Store, producer: IngestDeps['producer']): Promise<void> {
  for (const letter of await operations.listPendingReplays(minuteInMs)) {
    const job = parseStoredJob(letter);
    if (job !== null) await producer.enqueue(job.name, job.payload);
  }
}

/** Finds repositories with changes not yet searched for failures, but during an import only every five minutes. */
async function findDetections({ changes }: Store, { movingStreams }: ReconcilerDatabaseState, now: number) {
  const moving = await movingStreams();
  const imported = new Set(
    moving.map(({ connectionId, stream }) => `${connectionId}/${findStreamRepositoryOrService(stream)}`),
  );
  return (await changes.listPendingDetections())
    .filter(
      ({ connectionId, repository, checkedAt }) =>
        checkedAt === null ||
        !imported.has(`${connectionId}/${repository}`) ||
        elapsedMs(checkedAt, now) >= 5 * minuteInMs,
    )
    .map(({ connectionId, repository }) => ({ connectionId, repository }));
}

function inBatches(patternIds: readonly string[]) {
  return createBatches(patternIds, 100).map((batch) => ({ patternIds: batch }));
}
