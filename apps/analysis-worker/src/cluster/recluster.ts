import { isDeepStrictEqual } from 'node:util';
import type { PipelineInput, PipelineOutput, PreviousPattern } from '@refrain/analysis';
import type { CostSettings, Instant, Link } from '@refrain/domain';
import type { JobHandler, Producer } from '@refrain/jobs';
import { isRunOvertaken, type Store } from '@refrain/store';
import { createQuarantiningPipeline, type OnQuarantine } from './quarantining-pipeline.ts';

export interface ReclusterDeps {
  readonly store: Store;
  readonly producer: Producer;
  readonly costSettings?: CostSettings;
  readonly runPipeline: (input: PipelineInput, signal: AbortSignal) => Promise<PipelineOutput>;
  readonly now?: () => number;
  readonly onQuarantine?: OnQuarantine;
  readonly onStageLatency?: OnStageLatency;
  /** Absent if no sentence model is configured */
  readonly vectors?: VectorComputation;
}

/** The computation of sentence vectors in the background. */
export interface VectorComputation {
  /** Digest of the model */
  readonly model: string;
  /** Returns whether the last vectors could be computed. */
  isWorking(): boolean;
}

export type OnStageLatency = (stage: 'cluster' | 'report' | 'total', seconds: readonly number[]) => void;

interface Member {
  readonly patternId: string;
  readonly failureId: string;
}

const batchSize = 100;

/**
 * Creates the job that re-clusters everything stored and enqueues the reports that changed. A run that a newer run has overtaken
 * stops before it writes.
 */
export function createReclusterHandler(deps: ReclusterDeps): JobHandler<'recluster'> {
  const { store, producer, costSettings, now = Date.now, onStageLatency } = deps;
  const cluster = createQuarantiningPipeline(store.operations, deps.runPipeline, deps.onQuarantine);

  async function recluster(signal: AbortSignal): Promise<void> {
    const run = await store.patterns.beginRun();
    // Reads the version before the input. If the input changes during the clustering, the stored version is outdated, so
    // another clustering follows.
    const inputVersion = await store.patterns.readInputVersion();
    const [failures, changes, corrections, catalogue, dependencies, members, stating, oldLinks, fixes, vectors] =
      await Promise.all([
        store.failures.listAllUncorrected(),
        store.changes.listAll(),
        store.corrections.list(),
        store.catalogue.listDecided(),
        store.catalogue.listDependencies(),
        store.patterns.listAllMembers(),
        store.patterns.listStatingMembers(),
        store.changes.listAllLinks(),
        store.improvements.listFixes(),
        deps.vectors === undefined ? null : store.failures.readAllVectors(deps.vectors.model),
      ]);
    const until = await findObservationEnd(store, [...failures.slice(-1), ...changes.slice(-1)], now());
    const previous = listPrevious(members, stating);
    const input = {
      ...{ failures, changes, corrections, catalogue, dependencies, previous, until, costSettings, fixes },
      vectors: vectors === null ? undefined : new Map(vectors.map((own) => [own.id, own])),
    };
    const { links, changeAssessments: answers, observed, measured, ...clustering } = await cluster(input, signal);
    const wasInterrupted = await store.reports.beginWriting(run);
    await store.changes.replaceLinks(links, run);
    const answered = await store.changes.replaceAssessments(answers, run);
    const { changedPatternIds } = await store.patterns.writeClustering({ ...clustering, inputVersion }, run);
    onStageLatency?.('cluster', await store.operations.listClusteredLags());
    await store.reports.writeObservations(observed, run);
    const noticed = await store.reports.writeMeasurement(measured.organisation, measured.patterns, run);

    const relinked = listFailuresWithChangedLinks(oldLinks, await store.changes.listAllLinks());
    for (const failureId of answered.changedFailureIds) relinked.add(failureId);
    const relinkedPatternIds = clustering.patterns
      .filter(({ members }) => members.some(({ failureId }) => relinked.has(failureId)))
      .map(({ pattern }) => pattern.id);
    const changed = [...new Set([...changedPatternIds, ...relinkedPatternIds, ...noticed.changedPatternIds])];
    // An interrupted run may have written changes that this run cannot detect, so all reports must be written again.
    const patternIds = await store.reports.markPending(wasInterrupted ? null : changed, run);
    for (let start = 0; start < patternIds.length; start += batchSize) {
      await producer.enqueue('write-reports', { patternIds: patternIds.slice(start, start + batchSize) });
    }
    const verified = await store.improvements.recordEffects(measured.effects, run);
    await producer.enqueueMany(
      'verify-effect',
      verified.map((improvementId) => ({ improvementId })),
    );
    await producer.enqueue('write-digests', {});
    await store.patterns.endRun(run);
  }

  return async (_payload, signal) => {
    try {
      await recluster(signal);
    } catch (thrown) {
      if (!isRunOvertaken(thrown)) throw thrown;
    }
  };
}

function listPrevious(members: readonly Member[], stating: readonly Member[]): PreviousPattern[] {
  const statingOf = groupByPattern(stating);
  return [...groupByPattern(members)].map(([patternId, failureIds]) => {
    return { patternId, failureIds, statingFailureIds: statingOf.get(patternId) ?? [] };
  });
}

function groupByPattern(members: readonly Member[]): Map<string, string[]> {
  const failureIdsOf = new Map<string, string[]>();
  for (const { patternId, failureId } of members) {
    const failureIds = failureIdsOf.get(patternId);
    if (failureIds === undefined) failureIdsOf.set(patternId, [failureId]);
    else failureIds.push(failureId);
  }
  return failureIdsOf;
}

/** Lists the failures whose links were added, removed or changed. Their reports are outdated. */
export function listFailuresWithChangedLinks(before: readonly Link[], after: readonly Link[]): Set<string> {
  const old = new Map(before.map((link) => [keyOf(link), link]));
  const changed = new Set<string>();
  for (const link of after) {
    const known = old.get(keyOf(link));
    old.delete(keyOf(link));
    if (!isDeepStrictEqual(known, link)) changed.add(link.failureId);
  }
  for (const { failureId } of old.values()) changed.add(failureId);
  return changed;
}

function keyOf({ type, failureId, targetId }: Link): string {
  return `${type} ${failureId} ${targetId}`;
}

/**
 * Returns the end of the observed period: now if an account is connected, because a day without failures is an observation too;
 * otherwise the time just after the newest record of the archives.
 */
async function findObservationEnd(
  store: Pick<Store, 'connections'>,
  known: readonly { readonly occurredAt: Instant }[],
  now: number,
): Promise<Instant> {
  const isUntilNow = known.length === 0 || (await hasConnectedAccount(store));
  const newest = Math.max(...known.map(({ occurredAt }) => Date.parse(occurredAt)));
  const until = isUntilNow ? now : Math.min(newest + 1, now);
  return new Date(until).toISOString();
}

export async function hasConnectedAccount({ connections }: Pick<Store, 'connections'>): Promise<boolean> {
  return (await connections.list()).some(({ provider }) => provider !== 'archive');
}
