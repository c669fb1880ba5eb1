import {
  buildPatternReport,
  mapPattern,
  readGuardrailMembers,
  recommendGuardrails,
  withDuplicates,
} from '@refrain/analysis';
import type { Estimate, Forecast, Measurement, PatternReport } from '@refrain/domain';
import type { Handler, Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';

/** Writes a snapshot of each pattern, then asks for the improvements that these call for. */
export function createWriteReports({
  store,
  producer,
}: {
  readonly store: Store;
  readonly producer: Producer;
}): Handler<'write-reports'> {
  return async ({ patternIds }) => {
    const [measurement, counted, members] = await Promise.all([
      store.measurements.find(),
      store.failures.countUnassigned(),
      store.patterns.listAllMembers(),
    ]);
    if (measurement === null) return;
    const coverage = { failures: counted.of, inPatterns: members.length };
    for (const patternId of patternIds) {
      const report = await buildReport(store, patternId, coverage, measurement);
      if (report !== null) await store.reports.ensure(patternId, report);
    }
    await producer.enqueue('propose-improvements', { patternIds });
  };
}

/** Null where the pattern was retired in the meantime. */
async function buildReport(
  store: Store,
  patternId: string,
  coverage: PatternReport['coverage'],
  { asOf, backtest, ground = null }: Measurement,
): Promise<PatternReport | null> {
  const pattern = await store.patterns.find(patternId);
  if (pattern === null) return null;
  const memberships = await store.patterns.listMembers(patternId);
  const ids = memberships.map(({ failureId }) => failureId);
  const [failures, duplicates, links, answers, measurement, lineage, episodes, improvement] = await Promise.all([
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
  const failureOf = new Map(failures.map((failure) => [failure.id, failure]));
  const members = memberships.flatMap((membership) => {
    const failure = failureOf.get(membership.failureId);
    if (failure === undefined) return [];
    const own = duplicates.filter(({ duplicateOf }) => duplicateOf === failure.id);
    return [{ failure: withDuplicates(failure, own), membership }];
  });
  const choice = recommendGuardrails({
    pattern,
    members: readGuardrailMembers(
      members.map(({ failure }) => failure),
      links,
      new Map(changes.map((change) => [change.id, change])),
    ),
    episodes,
    expectedEpisodes: expectWithin(measurement?.forecast ?? null),
    costHours: measurement?.cost.avoided.peopleHours ?? null,
    history: [],
  });
  const targets = [...changes, ...others];
  return buildPatternReport({
    pattern,
    members,
    links,
    answers,
    targets,
    coverage,
    asOf,
    measurement,
    backtest,
    map: ground === null ? null : mapPattern(episodes, ground),
    lineage,
    improvement,
    choice,
  });
}

/** Days that a recommendation is reckoned for. */
const horizonDays = 90;

/** Episodes that the forecast expects; null where it has no skill. */
function expectWithin(forecast: Forecast | null): Estimate | null {
  const {
    expected = null,
    low = null,
    high = null,
  } = forecast?.horizons.find(({ days }) => days === horizonDays) ?? {};
  return expected === null || low === null || high === null ? null : { low, mean: expected, high };
}
