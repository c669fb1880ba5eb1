import { compareStrings } from '../collections/compare-strings.ts';
import { findMechanismClause, findMechanismName } from '../mechanisms/find-mechanism-name.ts';
import { formatCount, formatList } from '../text/format.ts';
import { minStatedProbability } from './estimate-episode-mechanisms.ts';
import type { GuardrailFit } from './estimate-guardrail-fit.ts';
import { midpointOfSpan } from './estimate-guardrail-value.ts';
import type { GuardrailRecommendationInput } from './guardrail-recommendation-input.ts';
import type { IndexedEpisode } from './indexed-pattern.ts';
import { causeLabels, triggerLabels } from './kind-labels.ts';

/** Two guardrails fit equally well if one prevents at least this share of the episodes that the other prevents. */
const nearlyEqual = 0.85;
const maxMechanisms = 3;

/** Lists what people should find out, so that the right guardrail can be chosen. */
export function listOpenGuardrailQuestions(
  { pattern, costHours }: GuardrailRecommendationInput,
  chosen: readonly GuardrailFit[],
  episodes: readonly IndexedEpisode[],
): string[] {
  return [
    ...(chosen.length === 0 ? listMissingCauses(pattern, episodes) : listTieBreakers(chosen)),
    ...(costHours === null && chosen.length > 0
      ? ['How many hours of work did the last episode cost? With this figure, Refrain estimates the saved hours.']
      : []),
  ];
}

/** Says how many reports state which mechanism, and what to find out about the others. */
function listMissingCauses(
  pattern: GuardrailRecommendationInput['pattern'],
  episodes: readonly IndexedEpisode[],
): string[] {
  if (episodes.length === 0) return ['No report of an episode is known. Import the reports of this pattern.'];
  const stated = countStatedMechanisms(episodes);
  const [first, ...others] = stated;
  if (first === undefined)
    return [
      `${episodes.length === 1 ? 'The report does not say' : `None of the ${episodes.length} reports says`} why the system failed. ${askForCause(pattern)}`,
    ];
  if (others.length > 0) {
    const named = stated
      .slice(0, maxMechanisms)
      .map(({ id, count }) => `${findMechanismName(id)} (${count} of ${episodes.length})`);
    return [
      `The reports state different mechanisms: ${formatList(named)}. Find out whether they have one cause in common, or split the pattern.`,
    ];
  }
  return [
    `Only ${first.count} of ${formatCount(episodes.length, 'report')} ${first.count === 1 ? 'says' : 'say'} why the system failed: ${findMechanismName(first.id)}. Find out whether this explains the other episodes.`,
    `Find out why ${findMechanismClause(first.id)}, and what would have prevented it.`,
  ];
}

function countStatedMechanisms(episodes: readonly IndexedEpisode[]) {
  const counts = new Map<string, number>();
  for (const { mechanisms } of episodes) {
    for (const [id, probability] of mechanisms)
      if (probability >= minStatedProbability) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .sort((a, b) => b.count - a.count || compareStrings(a.id, b.id));
}

function askForCause({ causes = [], triggers = [] }: GuardrailRecommendationInput['pattern']): string {
  const cause = causes.map(({ cause: kind }) => kind).find((kind) => kind !== 'unknown');
  const trigger = triggers.map(({ trigger: kind }) => kind).find((kind) => kind !== 'unknown');
  const guesses = [
    ...(cause === undefined ? [] : [`${causeLabels[cause]} allowed the last episode`]),
    ...(trigger === undefined ? [] : [`${triggerLabels[trigger]} triggered it`]),
  ];
  return guesses.length === 0
    ? 'Find out what changed before the last episode, and which component failed first.'
    : `Find out whether ${formatList(guesses)}, and add one sentence on the cause to its report.`;
}

function listTieBreakers(chosen: readonly GuardrailFit[]): string[] {
  const preventedBy = ({ fit, share }: GuardrailFit) => fit * midpointOfSpan(share);
  const [first, second] = [...chosen].sort((a, b) => preventedBy(b) - preventedBy(a));
  if (first === undefined || second === undefined || preventedBy(second) < nearlyEqual * preventedBy(first)) return [];
  return [
    `“${first.guardrail.name}” and “${second.guardrail.name}” fit about equally well. Which of them would have prevented the last episode?`,
  ];
}
