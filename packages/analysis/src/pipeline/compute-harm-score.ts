import { dayInMs, type Failure, type FailureKind, type ObservedEpisode } from '@refrain/domain';
import { weighSeverity } from '../text/weigh-severity.ts';

/**
 * Weight of an episode by the kind of its worst failure. For an incident, the weight also grows with severity and
 * hours.
 */
const kindWeights: Readonly<Record<FailureKind, number>> = {
  incident: 1,
  failed_deployment: 1 / 20,
  reverted_change: 1 / 400,
};
/** Maximum hours that count, so that an incident left open for weeks ranks no higher than one of two days. */
const maxHours = 48;
/** Hours that are assumed for an incident with an unknown duration. */
const defaultHours = 1;
/**
 * Half-life of an episode's weight. Of two equal episodes that are a year apart, the later one weighs twice as much.
 */
const halfLifeMs = 365 * dayInMs;
/**
 * Factor for a pattern that is not known to be one failure. Of the groups that readers judged, 52 of 84 known ones were one
 * failure, and 4 of 23 others: the odds differ by a factor of 8.
 */
const uncertainPatternWeight = 1 / 8;
const epoch = Date.UTC(2000, 0, 1);

/**
 * Returns the harm of a pattern: the binary logarithm of the sum of its episodes' weights. The weights of later
 * episodes grow instead of those of earlier ones shrinking, so that the score does not change as time passes.
 * @param isOneFailure whether there is evidence beyond similar texts that the episodes are one recurring failure
 */
export function computeHarmScore(
  episodes: readonly ObservedEpisode[],
  failures: ReadonlyMap<string, Failure>,
  isOneFailure: boolean,
): number {
  const exponents = episodes.map((episode) => {
    const members = episode.failureIds.flatMap((id) => failures.get(id) ?? []);
    return Math.log2(weigh(episode, members)) + (Date.parse(episode.startedAt) - epoch) / halfLifeMs;
  });
  if (exponents.length === 0) return 0;
  const largest = Math.max(...exponents);
  const harm = largest + Math.log2(exponents.reduce((sum, exponent) => sum + 2 ** (exponent - largest), 0));
  const weighted = harm + (isOneFailure ? 0 : Math.log2(uncertainPatternWeight));
  return Math.round(weighted * 1_000) / 1_000;
}

function weigh({ kinds, hours }: ObservedEpisode, members: readonly Failure[]): number {
  const worst = Math.max(...kinds.map((kind) => kindWeights[kind]));
  if (!kinds.includes('incident')) return worst;
  const severity = Math.max(...members.map(({ severity: name, urgency }) => weighSeverity(name ?? urgency)));
  return worst * severity * (1 + Math.min(hours ?? defaultHours, maxHours));
}
