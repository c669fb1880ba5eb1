import { buildReportWithGuardrails, computeMeasurements, observeChanges, observeEpisodes } from '@refrain/analysis';
import type { Change, Failure, Membership, Pattern } from '@refrain/domain';
import type { Store } from '@refrain/store';

export interface AnalysedHistory {
  readonly failures: readonly Failure[];
  readonly changes: readonly Change[];
  readonly patterns: readonly { readonly pattern: Pattern; readonly members: readonly Membership[] }[];
}

export async function storeAnalysedHistory(
  store: Store,
  world: AnalysedHistory,
  report: (line: string) => void,
): Promise<void> {
  const { failures, changes, patterns } = world;
  const links: [] = [];
  report('Observing and measuring …\n');
  const observed = {
    changes: observeChanges({ changes, services: failures.flatMap(({ services }) => services) }),
    episodes: observeEpisodes({
      failures,
      changes,
      links,
      patterns: patterns.map(({ pattern: { id, cause, trigger }, members }) => ({
        id,
        cause,
        trigger,
        failureIds: members.map(({ failureId }) => failureId),
      })),
    }),
  };
  const instants = failures.map(({ occurredAt }) => occurredAt).sort();
  const until = instants.at(-1) ?? new Date(0).toISOString();
  const measured = computeMeasurements({
    ...observed,
    until,
    patternIds: patterns.map(({ pattern }) => pattern.id),
    delivery: { failures, changes, links },
  });
  await store.reports.writeObservations(observed);
  await store.reports.writeMeasurement(measured.organisation, measured.patterns);

  const byId = new Map(failures.map((failure) => [failure.id, failure]));
  const measurementOf = new Map(measured.patterns.map(({ patternId, measurement }) => [patternId, measurement]));
  const coverage = { failures: failures.length, inPatterns: patterns.flatMap(({ members }) => members).length };
  for (const [at, { pattern, members: memberships }] of patterns.entries()) {
    const measurement = measurementOf.get(pattern.id) ?? null;
    const episodes = await store.reports.listEpisodesOfPattern(pattern.id);
    const shown = { pattern, memberships, failures: byId, changes: new Map(), links, episodes, coverage, measurement };
    await store.reports.ensure(
      pattern.id,
      buildReportWithGuardrails({ ...shown, organisation: measured.organisation }),
    );
    if ((at + 1) % 500 === 0) report(`${at + 1} of ${patterns.length} reports written …\n`);
  }
}
