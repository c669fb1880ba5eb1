import { sentenceWeights, weighSentence } from '../causes/weigh-sentences.ts';
import { readReport } from '../extraction/read-report.ts';
import type { Mechanism } from '../mechanisms/mechanism.ts';
import type { PatternMember } from './guardrail-recommendation-input.ts';

/** For each mechanism id, the probability that the mechanism made an episode possible. Sums to at most 1. */
export type MechanismProbabilities = ReadonlyMap<string, number>;

type Reported = Pick<PatternMember, 'report'>;

/** An episode counts as stating a mechanism from this probability on. */
export const minStatedProbability = 0.2;
/** Only this number of strongest mechanisms of a failure count, because long reports mention many. */
const maxPerFailure = 6;
/** Score of a hint in a sentence that states the cause; anything weaker is noise. */
const minScore = 0.3;
/** Mechanisms that reports often state as a symptom */
const symptoms: ReadonlySet<string> = new Set(['network-failed', 'traffic-overload', 'storage-failed', 'zone-outage']);
const withoutReason = 0.5;

/**
 * Estimates for each episode of a pattern which mechanism made it possible. The highest score, at most 1, is the
 * probability that the texts state any. The stated ones share it in proportion to their squared scores, times the mean
 * share of the mechanism in all episodes, because the episodes of a pattern probably have the same mechanism.
 */
export function estimateEpisodeMechanisms(episodes: readonly (readonly Reported[])[]): MechanismProbabilities[] {
  const scores = episodes.map(readMechanismScores);
  const alone = scores.map((own) => shareProbability(own, () => 1));
  const meanOf = (id: string) => alone.reduce((sum, one) => sum + (one.get(id) ?? 0), 0) / episodes.length;
  return scores.map((own) => shareProbability(own, meanOf));
}

/** Returns the highest score of each mechanism that the members' texts state, at most 1. */
function readMechanismScores(members: readonly Reported[]): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  for (const { report } of members) {
    const { mechanisms, sentences } = readReport(report);
    const stated = mechanisms
      .map(({ mechanism, score, sentence }) => ({
        id: mechanism.id,
        score: Math.min(1, score) * weighStatement(mechanism, sentences[sentence]?.text ?? ''),
      }))
      .filter(({ score }) => score >= minScore)
      .sort((a, b) => b.score - a.score)
      .slice(0, maxPerFailure);
    for (const { id, score } of stated) scores.set(id, Math.max(scores.get(id) ?? 0, score));
  }
  return scores;
}

/**
 * Returns how probably a sentence that states a mechanism states it as the cause. Sentences about impact, mitigation or
 * plans rarely do. A sentence that gives no reason often states a general mechanism as a symptom.
 */
function weighStatement({ isGeneral, id }: Mechanism, sentence: string): number {
  const subject = weighSentence(sentence.toLowerCase());
  if (subject > sentenceWeights.account) return 1;
  return subject * (isGeneral === true || symptoms.has(id) ? withoutReason : 1);
}

function shareProbability(
  scores: ReadonlyMap<string, number>,
  weightOf: (id: string) => number,
): MechanismProbabilities {
  const highest = Math.max(0, ...scores.values());
  const weights = [...scores].map(([id, score]) => [id, score ** 2 * weightOf(id)] as const);
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  return new Map(weights.map(([id, weight]) => [id, (highest * weight) / sum]));
}
