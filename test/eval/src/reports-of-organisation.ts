import {
  buildDigest,
  buildPatternReport,
  findLastPeriod,
  mapPattern,
  type PipelineInput,
  readGuardrailMembers,
  recommendGuardrails,
  runPipeline,
} from '@refrain/analysis';
import type { Change, Digest, Failure, PatternReport } from '@refrain/domain';

export interface Reports {
  readonly patterns: readonly PatternReport[];
  /** Of the last month. */
  readonly digest: Digest;
}

/** The reports that an organisation gets of everything that is known of it, as the worker writes them. */
export function writeReports(failures: readonly Failure[], changes: readonly Change[]): Reports {
  const until =
    failures
      .map(({ occurredAt }) => occurredAt)
      .sort()
      .at(-1) ?? '1970-01-02T00:00:00.000Z';
  const input: PipelineInput = { failures, changes, corrections: [], previous: [], until };
  const { patterns, links, answers, episodes, observed, measured } = runPipeline(input);
  const episodeOf = new Map(episodes.flatMap(({ id, failureIds }) => failureIds.map((failureId) => [failureId, id])));
  const byId = new Map(
    failures.map((failure) => [failure.id, { ...failure, episodeId: episodeOf.get(failure.id) ?? null }]),
  );
  const changeOf = new Map(changes.map((change) => [change.id, change]));
  const coverage = { failures: failures.length, inPatterns: patterns.flatMap(({ members }) => members).length };
  const measurementOf = new Map(measured.patterns.map(({ patternId, measurement }) => [patternId, measurement]));
  const reports = patterns.map(({ pattern, members: memberships }) => {
    const members = memberships.flatMap((membership) => {
      const failure = byId.get(membership.failureId);
      return failure === undefined ? [] : [{ failure, membership }];
    });
    const measurement = measurementOf.get(pattern.id) ?? null;
    const own = observed.episodes.filter(({ patternId }) => patternId === pattern.id);
    const choice = recommendGuardrails({
      pattern,
      members: readGuardrailMembers(
        members.map(({ failure }) => failure),
        links,
        changeOf,
      ),
      episodes: own,
      expectedEpisodes: null,
      costHours: measurement?.cost.avoided.peopleHours ?? null,
      history: [],
    });
    const targets = [...changes, ...failures];
    const { backtest, ground = null } = measured.whole;
    return buildPatternReport({
      pattern,
      members,
      links,
      answers,
      targets,
      coverage,
      asOf: until,
      measurement,
      backtest,
      map: ground === null ? null : mapPattern(own, ground),
      choice,
    });
  });
  const digest = buildDigest({
    scope: { kind: 'organisation' },
    period: findLastPeriod('month', Date.parse(until)),
    episodes: observed.episodes.map((episode) => ({
      ...episode,
      title: byId.get(episode.failureIds[0] ?? '')?.title ?? '',
      url: null,
    })),
    changes: observed.changes,
    patterns: patterns.map(({ pattern: { id, name, lesson } }) => ({
      id,
      name,
      lesson,
      measurement: measurementOf.get(id) ?? null,
    })),
    improvements: [],
    completeness: {
      accounts: 0,
      problems: [],
      gaps: 0,
      unassigned: { failures: failures.length - coverage.inPatterns, of: failures.length },
    },
    measurement: measured.whole,
    asOf: until,
  });
  return { patterns: reports, digest };
}
