import type { Guardrail, GuardrailEvidence, GuardrailSignal, Span } from '@refrain/domain';
import { type MechanismProbabilities, minStatedProbability } from './estimate-episode-mechanisms.ts';
import {
  combineStrengths,
  type GuardrailReason,
  listMechanismReasons,
  listSignalReasons,
  sortEvidence,
} from './gather-guardrail-evidence.ts';
import type { IndexedEpisode, IndexedPattern } from './indexed-pattern.ts';
import { type CauseTriggerProbabilities, matchCauseAndTrigger } from './match-cause-and-trigger.ts';
import { compileGuardrailSignal } from './match-guardrail-signal.ts';
import { midpointOfSpan } from './midpoint-of-span.ts';

export type CompiledGuardrail = ReturnType<typeof compileGuardrail>;

export interface GuardrailFit {
  readonly guardrail: Guardrail;
  /** Probability that the guardrail addresses the pattern's cause and trigger */
  readonly match: number;
  /** Probability that an episode has a mechanism that the guardrail prevents, as the mean over all episodes */
  readonly mechanisms: number;
  /** Combined strength of the signals that speak for the guardrail, as the mean over all episodes, in [0, 1] */
  readonly signals: number;
  /** Probability that the guardrail applies to an episode of the pattern */
  readonly fit: number;
  /** Highest weighted share of the episodes that give the same reason, such as one mechanism; 0 if only one of several does */
  readonly support: number;
  /** Share of the episodes to which it applies that the guardrail would prevent */
  readonly share: Span;
  readonly why: readonly GuardrailEvidence[];
  readonly against: readonly GuardrailEvidence[];
  /** True if the text of an episode says that the guardrail exists already or did not help */
  readonly isInPlace: boolean;
}

/** Weight of an episode whose text states no mechanism. An episode that surely states one has weight 1. */
const silentWeight = 0.8;
/** Weight of the signals of an episode whose text states no mechanism that the guardrail prevents. */
const signalsAlone = 0.6;
/** Signals that count as support, because they come from the text of the failure or its changes */
const textSignals: readonly GuardrailSignal['on'][] = ['mechanisms', 'words', 'signature', 'paths'];

/** Minimum number of episodes that support a guardrail, unless there is only one */
const minSupporting = 2;
/** A guardrail prevents a mechanism well if it prevents at least this share of its failures. */
export const minWellPrevented = 0.37;

interface MechanismReason extends GuardrailReason {
  /** Share of the failures by this mechanism that the guardrail prevents */
  readonly share: Span;
}

export function compileGuardrail(guardrail: Guardrail) {
  const { prevents, speaksFor, speaksAgainst } = guardrail;
  return {
    guardrail,
    shareOf: new Map(prevents.flatMap(({ mechanisms, share }) => mechanisms.map((id) => [id, share] as const))),
    speaksFor: speaksFor.map(compileGuardrailSignal),
    speaksAgainst: speaksAgainst.map(compileGuardrailSignal),
  };
}

/**
 * Computes the probability that a guardrail applies. For an episode it is (1 − (1 − p)·(1 − signalsAlone·k·s))·(1 − c).
 * Here p is the probability that the episode has a mechanism that the guardrail prevents; s and c are the combined
 * strengths of the signals for and against it; k = (1 + m)/2, where m is the probability that the guardrail addresses
 * the pattern's cause and trigger. The fit is the mean over the episodes, each with the weight of its statement.
 */
export function estimateGuardrailFit(
  { guardrail, shareOf, speaksFor, speaksAgainst }: CompiledGuardrail,
  kinds: CauseTriggerProbabilities,
  pattern: IndexedPattern,
): GuardrailFit {
  const { episodes } = pattern;
  const { match, share } = matchCauseAndTrigger(guardrail, kinds);
  const mechanismReasons = [...shareOf].flatMap(([id, ofMechanism]) =>
    listMechanismReasons([id], pattern).map((reason) => ({ ...reason, share: ofMechanism })),
  );
  const signals = listSignalReasons(speaksFor, pattern);
  const against = listSignalReasons(speaksAgainst, pattern);
  const prevented = ({ mechanisms }: IndexedEpisode) => sumProbabilities(mechanisms, shareOf);
  const fitOf = (episode: IndexedEpisode) => {
    const alone = signalsAlone * ((1 + match) / 2) * combineStrengths(signals, episode.id);
    return (1 - (1 - prevented(episode)) * (1 - alone)) * (1 - combineStrengths(against, episode.id));
  };
  const weightOf = ({ mechanisms }: IndexedEpisode) => Math.max(silentWeight, sumProbabilities(mechanisms));
  return {
    guardrail,
    match,
    mechanisms: meanOf(episodes, prevented),
    signals: meanOf(episodes, ({ id }) => combineStrengths(signals, id)),
    fit: Math.min(1, meanOf(episodes, fitOf) / (meanOf(episodes, weightOf) || 1)),
    support: estimateSupport(mechanismReasons, signals, episodes, weightOf),
    share: estimateShare(shareOf, episodes) ?? share,
    // A stated mechanism says more than the words of a signal.
    why: [...sortEvidence(mechanismReasons), ...sortEvidence(signals)],
    against: sortEvidence(against),
    isInPlace: against.some(({ on }) => on === 'in_place'),
  };
}

/**
 * Returns the highest weighted share of the episodes that give the same reason: one signal, one mechanism, or any of the
 * mechanisms that the guardrail prevents well. A guardrail that prevents a little of many mechanisms fits no pattern
 * whose episodes differ.
 */
function estimateSupport(
  mechanisms: readonly MechanismReason[],
  signals: readonly GuardrailReason[],
  episodes: readonly IndexedEpisode[],
  weightOf: (episode: IndexedEpisode) => number,
): number {
  const total = meanOf(episodes, weightOf) || 1;
  const shareOf = (reasons: readonly GuardrailReason[]) => {
    const supporting = new Set(
      episodes.filter(({ id }) => reasons.some(({ strengths }) => (strengths.get(id) ?? 0) >= minStatedProbability)),
    );
    if (supporting.size < Math.min(minSupporting, episodes.length)) return 0;
    return meanOf(episodes, (episode) => (supporting.has(episode) ? weightOf(episode) : 0)) / total;
  };
  const alone = [...mechanisms, ...signals.filter(({ on }) => textSignals.includes(on))];
  return Math.max(
    shareOf(mechanisms.filter(({ share }) => midpointOfSpan(share) >= minWellPrevented)),
    ...alone.map((reason) => shareOf([reason])),
  );
}

/** Sums the probabilities of mechanisms, at most 1. */
function sumProbabilities(
  mechanisms: MechanismProbabilities,
  among: { has(id: string): boolean } = mechanisms,
): number {
  let sum = 0;
  for (const [id, probability] of mechanisms) if (among.has(id)) sum += probability;
  return Math.min(1, sum);
}

/** Returns the mean of a value; 0 for an empty list. */
function meanOf<Item>(items: readonly Item[], read: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + read(item), 0) / Math.max(1, items.length);
}

/** Returns the prevented share as a mean over the mechanisms that the episodes state; null if they state none. */
function estimateShare(shareOf: ReadonlyMap<string, Span>, episodes: readonly IndexedEpisode[]): Span | null {
  let weight = 0;
  let [low, high] = [0, 0];
  for (const { mechanisms } of episodes) {
    for (const [id, probability] of mechanisms) {
      const share = shareOf.get(id);
      if (share === undefined) continue;
      weight += probability;
      low += probability * share.low;
      high += probability * share.high;
    }
  }
  return weight === 0 ? null : { low: low / weight, high: high / weight };
}
