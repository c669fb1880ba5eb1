import type {
  Change,
  Estimate,
  Failure,
  Forecast,
  GuardrailOutcome,
  Link,
  Measurement,
  Membership,
  ObservedEpisode,
  PatternReport,
} from '@refrain/domain';
import { readGuardrailMembers } from '../../guardrails/read-members.ts';
import { recommendGuardrails } from '../../guardrails/recommend-guardrails.ts';
import { horizonDays } from '../../guardrails/value-guardrail.ts';
import { mapPattern } from '../../metrics/map/map-pattern.ts';
import { buildPatternReport, type ReportInput } from './build-pattern-report.ts';

export interface MeasuredPattern
  extends Pick<ReportInput, 'pattern' | 'answers' | 'coverage' | 'measurement' | 'improvement' | 'lineage'> {
  readonly memberships: readonly Membership[];
  /** The members and the targets of links, keyed by id; other memberships are omitted. */
  readonly failures: ReadonlyMap<string, Failure>;
  readonly changes: ReadonlyMap<string, Change>;
  /** Links of the members; may contain others. */
  readonly links: readonly Link[];
  /** The episodes of the pattern. */
  readonly episodes: readonly ObservedEpisode[];
  /** The measurement of the whole organisation. */
  readonly whole: Measurement;
  /** The outcomes of guardrails in the whole organisation, oldest first. Defaults to none. */
  readonly history?: readonly GuardrailOutcome[];
}

/** Builds the report of a pattern as of the last measurement, with its map and its recommended guardrails. */
export function reportPattern({
  memberships,
  failures,
  changes,
  history = [],
  ...input
}: MeasuredPattern): PatternReport {
  const { pattern, links, episodes, measurement = null } = input;
  const { asOf, backtest, baseline = null } = input.whole;
  const members = memberships.flatMap((membership) => {
    const failure = failures.get(membership.failureId);
    return failure === undefined ? [] : [{ failure, membership }];
  });
  const choice = recommendGuardrails({
    pattern,
    episodes,
    history,
    members: readGuardrailMembers(
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
    targets: links.flatMap(({ targetId }) => changes.get(targetId) ?? failures.get(targetId) ?? []),
    map: baseline === null ? null : mapPattern(episodes, baseline),
  });
}

/** Returns the forecast number of episodes over the horizon of recommendations; null if the forecast has no skill. */
function expectWithin(forecast: Forecast | null): Estimate | null {
  const horizon = forecast?.horizons.find(({ days }) => days === horizonDays);
  const { expected = null, low = null, high = null } = horizon ?? {};
  return expected === null || low === null || high === null ? null : { low, mean: expected, high };
}
