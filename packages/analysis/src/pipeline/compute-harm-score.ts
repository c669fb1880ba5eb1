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
/** Evidence that the episodes of a pattern are one recurring failure: more than similar texts, similar texts that say what fails, or neither */
export type PatternEvidence = 'strong' | 'similar_texts' | 'none';
/**
 * Factors for the evidence. Of the groups that readers judged, 52 of 84 with strong evidence were one failure, and 4 of 23 others: the
 * odds differ by a factor of 8. Texts that do not even say what fails, such as “We are investigating”, tell a reader nothing.
 */
const evidenceWeights: Readonly<Record<PatternEvidence, number>> = { strong: 1, similar_texts: 1 / 8, none: 1 / 64 };
const epoch = Date.UTC(2000, 0, 1);

/**
 * Returns the harm of a pattern: the binary logarithm of the sum of its episodes' weights. The weights of later
 * episodes grow instead of those of earlier ones shrinking, so that the score does not change as time passes.
 */
export function computeHarmScore(
  episodes: readonly ObservedEpisode[],
  failures: ReadonlyMap<string, Failure>,
  evidence: PatternEvidence,
): number {
  const exponents = episodes.map((episode) => {
    const members = episode.failureIds.flatMap((id) => failures.get(id) ?? []);
    return Math.log2(weigh(episode, members)) + (Date.parse(episode.startedAt) - epoch) / halfLifeMs;
  });
  if (exponents.length === 0) return 0;
  const largest = Math.max(...exponents);
  const harm = largest + Math.log2(exponents.reduce((sum, exponent) => sum + 2 ** (exponent - largest), 0));
  const weighted = harm + Math.log2(evidenceWeights[evidence]);
  return Math.round(weighted * 1_000) / 1_000;
}

function weigh({ kinds, hours }: ObservedEpisode, members: readonly Failure[]): number {
  const worst = Math.max(...kinds.map((kind) => kindWeights[kind]));
  if (!kinds.includes('incident')) return worst;
  const severity = Math.max(...members.map(({ severity: name, urgency }) => weighSeverity(name ?? urgency)));
  return worst * severity * (1 + Math.min(hours ?? defaultHours, maxHours));
}
