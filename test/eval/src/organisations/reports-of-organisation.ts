import {
  buildDigest,
  buildReportWithGuardrails,
  findLastCompleteDigestPeriod,
  type PipelineOutput,
  runPipeline,
} from '@refrain/analysis';
import type { Change, Digest, Failure, PatternReport } from '@refrain/domain';

export interface OrganisationReports {
  readonly patterns: readonly PatternReport[];
  readonly digest: Digest;
}

export function writeOrganisationReports(
  failures: readonly Failure[],
  changes: readonly Change[],
): OrganisationReports {
  const until =
    failures
      .map(({ occurredAt }) => occurredAt)
      .sort()
      .at(-1) ?? '1970-01-02T00:00:00.000Z';
  const output = runPipeline({ failures, changes, corrections: [], previous: [], until });
  const { patterns, observed, measured } = output;
  const byId = new Map(failures.map((failure) => [failure.id, failure]));
  const inPatterns = countClustered(output);
  const measurementOf = indexMeasurements(output);
  const digest = buildDigest({
    scope: { kind: 'organisation' },
    period: findLastCompleteDigestPeriod('month', Date.parse(until)),
    episodes: observed.episodes.map((episode) => ({
      ...episode,
      title: byId.get(episode.failureIds[0] ?? '')?.title ?? '',
      url: null,
    })),
    changes: observed.changes,
    patterns: patterns.map(({ pattern: { id, name, lesson, harm } }) => ({
      id,
      name,
      lesson,
      harm,
      measurement: measurementOf.get(id) ?? null,
    })),
    improvements: [],
    completeness: {
      accounts: 0,
      problems: [],
      gaps: 0,
      unassigned: { failures: failures.length - inPatterns, of: failures.length },
    },
    measurement: measured.organisation,
    asOf: until,
  });
  return { patterns: buildPatternReports(output, failures, changes), digest };
}

/** Builds the report of each pattern, in the order of the patterns in `output`. */
export function buildPatternReports(
  output: PipelineOutput,
  failures: readonly Failure[],
  changes: readonly Change[],
): PatternReport[] {
  const { patterns, links, changeAssessments, episodes, observed, measured } = output;
  const episodeOf = new Map(episodes.flatMap(({ id, failureIds }) => failureIds.map((failureId) => [failureId, id])));
  const byId = new Map(
    failures.map((failure) => [failure.id, { ...failure, episodeId: episodeOf.get(failure.id) ?? null }]),
  );
  const changeOf = new Map(changes.map((change) => [change.id, change]));
  const coverage = { failures: failures.length, inPatterns: countClustered(output) };
  const measurementOf = indexMeasurements(output);
  return patterns.map(({ pattern, members: memberships }) =>
    buildReportWithGuardrails({
      pattern,
      memberships,
      links,
      assessments: changeAssessments,
      coverage,
      failures: byId,
      changes: changeOf,
      organisation: measured.organisation,
      measurement: measurementOf.get(pattern.id) ?? null,
      episodes: observed.episodes.filter(({ patternId }) => patternId === pattern.id),
    }),
  );
}

function countClustered({ patterns }: PipelineOutput): number {
  return patterns.flatMap(({ members }) => members).length;
}

function indexMeasurements({ measured }: PipelineOutput) {
  return new Map(measured.patterns.map(({ patternId, measurement }) => [patternId, measurement]));
}
