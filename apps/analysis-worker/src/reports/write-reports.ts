import { reportPattern, withDuplicates } from '@refrain/analysis';
import type { Failure, GuardrailOutcome, Measurement, PatternReport } from '@refrain/domain';
import { type Handler, tryEach } from '@refrain/jobs';
import type { ReportedLag, Store } from '@refrain/store';
import type { OnLag, ReclusterDeps } from '../cluster/recluster.ts';

/** Writes a snapshot of each pattern, then asks for the improvements that these call for. */
export function createWriteReports({
  store,
  producer,
  onLag,
}: Pick<ReclusterDeps, 'store' | 'producer' | 'onLag'>): Handler<'write-reports'> {
  const tellLag = createTellLag(onLag);
  return async ({ patternIds }) => {
    const readAt = await store.owedReports.now();
    const [measurement, counted, inPatterns, history] = await Promise.all([
      store.measurements.find(),
      store.failures.countUnassigned(),
      store.patterns.countMembers(),
      store.improvements.listOutcomes(),
    ]);
    if (measurement === null) return;
    const coverage = { failures: counted.of, inPatterns };
    const failed = await tryEach(patternIds, async (patternId) => {
      const report = await buildReport(store, patternId, coverage, measurement, history);
      if (report !== null) await store.reports.ensure(patternId, report, readAt);
    });
    const isFailed = new Set(failed);
    const written = patternIds.filter((patternId) => !isFailed.has(patternId));
    await store.owedReports.settle(written, readAt);
    tellLag(await store.lag.listReported(written));
    await producer.enqueueMany(
      'write-reports',
      failed.map((patternId) => ({ patternIds: [patternId] })),
    );
    await producer.enqueue('propose-improvements', { patternIds });
  };
}

/** As many as a day brings; of more, some would be told twice. */
const mostTold = 20_000;

/** Tells of each failure once: what is new is in more than one report. */
function createTellLag(onLag: OnLag | undefined): (reported: readonly ReportedLag[]) => void {
  const told = new Set<string>();
  return (reported) => {
    if (told.size > mostTold) told.clear();
    const fresh = reported.filter(({ failureId }) => !told.has(failureId));
    for (const { failureId } of fresh) told.add(failureId);
    onLag?.(
      'report',
      fresh.map(({ sinceGrouped }) => sinceGrouped),
    );
    onLag?.(
      'whole',
      fresh.flatMap(({ sinceHappened }) => sinceHappened ?? []),
    );
  };
}

/** Null where the pattern was retired in the meantime. */
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
  const [members, duplicates, links, answers, measurement, lineage, episodes, improvement] = await Promise.all([
    store.failures.findMany(ids),
    store.failures.listDuplicates(ids),
    store.links.listFor(ids),
    store.changeAnswers.findMany(ids),
    store.measurements.findPattern(patternId),
    store.patterns.lineage(patternId),
    store.observations.listEpisodesOf(patternId),
    store.improvements.findByPattern(patternId),
  ]);
  const targetIds = [...new Set(links.map(({ targetId }) => targetId))];
  const [changes, others] = await Promise.all([store.changes.findMany(targetIds), store.failures.findMany(targetIds)]);
  const withOwn = (failure: Failure) =>
    withDuplicates(
      failure,
      duplicates.filter(({ duplicateOf }) => duplicateOf === failure.id),
    );
  return reportPattern({
    ...{ pattern, memberships, links, answers, coverage, measurement, lineage, episodes, improvement, whole, history },
    failures: new Map([...others, ...members.map(withOwn)].map((failure) => [failure.id, failure])),
    changes: new Map(changes.map((change) => [change.id, change])),
  });
}
