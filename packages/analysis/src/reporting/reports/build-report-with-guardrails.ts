import {
  type Change,
  type Estimate,
  type Failure,
  type Forecast,
  type GuardrailOutcome,
  hourInMs,
  type Link,
  type Measurement,
  type Membership,
  type ObservedEpisode,
  type PatternReport,
} from '@refrain/domain';
import { collectPatternMembers } from '../../guardrails/collect-pattern-members.ts';
import { guardrailValueHorizonDays } from '../../guardrails/estimate-guardrail-value.ts';
import { recommendGuardrails } from '../../guardrails/recommend-guardrails.ts';
import { buildPatternMap } from '../../metrics/map/build-pattern-map.ts';
import { removeTemplateText } from '../../text/remove-template-lines.ts';
import { buildPatternReport, type ReportInput } from './build-pattern-report.ts';

export interface ReportWithGuardrailsInput
  extends Pick<
    ReportInput,
    'pattern' | 'assessments' | 'coverage' | 'measurement' | 'improvement' | 'lineage' | 'formerNames' | 'corrections'
  > {
  readonly memberships: readonly Membership[];
  /** Members of the pattern and failures to which links lead, by id. The report omits members that are missing here. */
  readonly failures: ReadonlyMap<string, Failure>;
  readonly changes: ReadonlyMap<string, Change>;
  /** Links of the members, and possibly of other failures */
  readonly links: readonly Link[];
  readonly episodes: readonly ObservedEpisode[];
  readonly organisation: Measurement;
  /** Outcomes of guardrails in the whole organisation, oldest first; none by default */
  readonly history?: readonly GuardrailOutcome[];
}

export function buildReportWithGuardrails({
  memberships,
  failures,
  changes,
  history = [],
  ...input
}: ReportWithGuardrailsInput): PatternReport {
  const { pattern, links, episodes, measurement = null } = input;
  const { asOf, backtest, baseline = null, reportTemplates = [] } = input.organisation;
  const read = removeTemplateText(
    memberships.flatMap(({ failureId }) => failures.get(failureId) ?? []),
    reportTemplates,
  );
  const failureOf = new Map(read.map((failure) => [failure.id, failure]));
  const members = memberships.flatMap((membership) => {
    const failure = failureOf.get(membership.failureId);
    return failure === undefined ? [] : [{ failure, membership }];
  });
  const choice = recommendGuardrails({
    pattern,
    episodes,
    history,
    members: collectPatternMembers(
      members.map(({ failure }) => failure),
      links,
      changes,
    ),
    expectedEpisodes: expectWithin(measurement?.forecast ?? null),
    costHours: measurement?.cost.avoided.peopleHours ?? null,
  });
  return buildPatternReport({
    ...input,
    members,
    asOf,
    backtest,
    choice,
    episodeHours: Object.fromEntries(
      episodes.flatMap((episode) => {
        const hours = findDuration(episode);
        return hours === null ? [] : [[episode.id, hours]];
      }),
    ),
    targets: links.flatMap(({ targetId }) => changes.get(targetId) ?? failures.get(targetId) ?? []),
    map: baseline === null ? null : buildPatternMap(episodes, baseline),
  });
}

/** Returns the hours of the incidents of an episode or, without one, those until a deployment succeeded; null if unknown. */
function findDuration({ hours, kinds, startedAt, endedAt }: ObservedEpisode): number | null {
  if (hours !== null || kinds.includes('incident') || endedAt === null) return hours;
  return (Date.parse(endedAt) - Date.parse(startedAt)) / hourInMs;
}

/** Returns the number of episodes forecast for the next 90 days; null if no such forecast is available. */
function expectWithin(forecast: Forecast | null): Estimate | null {
  const horizon = forecast?.horizons.find(({ days }) => days === guardrailValueHorizonDays);
  const { expected = null, low = null, high = null } = horizon ?? {};
  return expected === null || low === null || high === null ? null : { low, mean: expected, high };
}
