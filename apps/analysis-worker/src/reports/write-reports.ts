import { addDuplicateContent, buildReportWithGuardrails, moveToPrimaries } from '@refrain/analysis';
import type { Correction, Failure, GuardrailOutcome, Measurement, PatternReport } from '@refrain/domain';
import { type JobHandler, tryEach } from '@refrain/jobs';
import type { FailureReportLag, Store } from '@refrain/store';
import type { OnStageLatency, ReclusterDeps } from '../cluster/recluster.ts';

/** Creates the job that writes reports and enqueues their improvement proposals. Failed reports are enqueued again, one by one. */
export function createWriteReportsHandler({
  store,
  producer,
  onStageLatency,
}: Pick<ReclusterDeps, 'store' | 'producer' | 'onStageLatency'>): JobHandler<'write-reports'> {
  const reportLag = createLagReporter(onStageLatency);
  return async ({ patternIds }) => {
    const readAt = await store.reports.readNow();
    const [measurement, counted, inPatterns, history] = await Promise.all([
      store.reports.findMeasurement(),
      store.failures.countUnassigned(),
      store.patterns.countMembers(),
      store.improvements.listGuardrailOutcomes(),
    ]);
    if (measurement === null) return;
    const coverage = { failures: counted.of, inPatterns };
    const failed = await tryEach(patternIds, async (patternId) => {
      const report = await buildReport(store, patternId, coverage, measurement, history);
      if (report !== null) await store.reports.ensure(patternId, report, readAt);
    });
    const isFailed = new Set(failed);
    const written = patternIds.filter((patternId) => !isFailed.has(patternId));
    await store.reports.markWritten(written, readAt);
    reportLag(await store.operations.listReportedLags(written));
    await producer.enqueueMany(
      'write-reports',
      failed.map((patternId) => ({ patternIds: [patternId] })),
    );
    await producer.enqueue('propose-improvements', { patternIds });
  };
}

/**
 * Maximum number of failures that are remembered, so that their latency is not reported twice. Above this number, about as
 * many as arrive in a day, all of them are forgotten.
 */
const maxRemembered = 20_000;

function createLagReporter(
  onStageLatency: OnStageLatency | undefined,
): (reported: readonly FailureReportLag[]) => void {
  const known = new Set<string>();
  return (reported) => {
    if (known.size > maxRemembered) known.clear();
    const fresh = reported.filter(({ failureId }) => !known.has(failureId));
    for (const { failureId } of fresh) known.add(failureId);
    onStageLatency?.(
      'report',
      fresh.map(({ sinceGrouped }) => sinceGrouped),
    );
    onStageLatency?.(
      'total',
      fresh.flatMap(({ sinceHappened }) => sinceHappened ?? []),
    );
  };
}

/** Returns null if a clustering has retired the pattern. */
async function buildReport(
  store: Store,
  patternId: string,
  coverage: PatternReport['coverage'],
  whole: Measurement,
  history: readonly GuardrailOutcome[],
): Promise<PatternReport | null> {
  const pattern = await store.patterns.find(patternId);
  if (pattern === null) return null;
  const memberships = await store.patterns.listMembers(patternId);
  const ids = memberships.map(({ failureId }) => failureId);
  const [members, duplicates, links, assessments, measurement, lineage, formerNames, episodes, improvement] =
    await Promise.all([
      store.failures.findMany(ids),
      store.failures.listDuplicates(ids),
      store.changes.listLinks(ids),
      store.changes.findAssessments(ids),
      store.reports.findPatternMeasurement(patternId),
      store.patterns.listLineage(patternId),
      store.reports.listPatternNames(patternId),
      store.reports.listEpisodesOfPattern(patternId),
      store.improvements.findByPattern(patternId),
    ]);
  const targetIds = [...new Set(links.map(({ targetId }) => targetId))];
  const [changes, others] = await Promise.all([store.changes.findMany(targetIds), store.failures.findMany(targetIds)]);
  const corrections = await listStatementCorrections(store, ids, duplicates);
  const withOwn = (failure: Failure) =>
    addDuplicateContent(
      failure,
      duplicates.filter(({ duplicateOf }) => duplicateOf === failure.id),
    );
  return buildReportWithGuardrails({
    pattern,
    memberships,
    links,
    assessments,
    coverage,
    measurement,
    lineage,
    formerNames,
    episodes,
    improvement,
    corrections,
    organisation: whole,
    history,
    failures: new Map([...others, ...members.map(withOwn)].map((failure) => [failure.id, failure])),
    changes: new Map(changes.map((change) => [change.id, change])),
  });
}

/** Lists the corrections of what members or their duplicates state, oldest first, as corrections of the members. */
async function listStatementCorrections(
  store: Pick<Store, 'corrections'>,
  memberIds: readonly string[],
  duplicates: readonly Pick<Failure, 'id' | 'duplicateOf'>[],
): Promise<Correction[]> {
  const primaryOf = new Map(duplicates.map(({ id, duplicateOf }) => [id, duplicateOf ?? id]));
  const failureIds = [...memberIds, ...primaryOf.keys()];
  const found = await store.corrections.list({ failureIds, kind: 'statement' });
  return found.flatMap((correction) => moveToPrimaries(correction, (id) => primaryOf.get(id) ?? id));
}
