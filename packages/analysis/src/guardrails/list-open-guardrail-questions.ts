import { formatList } from '../text/format.ts';
import { minStatedProbability } from './estimate-episode-mechanisms.ts';
import type { GuardrailFit } from './estimate-guardrail-fit.ts';
import { midpointOfSpan } from './estimate-guardrail-value.ts';
import type { GuardrailRecommendationInput } from './guardrail-recommendation-input.ts';
import type { IndexedEpisode } from './indexed-pattern.ts';
import { causeLabels, triggerLabels } from './kind-labels.ts';

/** Two guardrails fit equally well if one prevents at least this share of the episodes that the other prevents. */
const nearlyEqual = 0.85;

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

/**
 * Says what to find out if no guardrail fits. Names no mechanism, because no single one explains enough of the episodes.
 */
function listMissingCauses(
  pattern: GuardrailRecommendationInput['pattern'],
  episodes: readonly IndexedEpisode[],
): string[] {
  if (episodes.length === 0) return ['No report of an episode is known. Import the reports of this pattern.'];
  const isStated = episodes.some(({ mechanisms }) =>
    [...mechanisms.values()].some((probability) => probability >= minStatedProbability),
  );
  return [
    isStated
      ? 'No guardrail of the library clearly fits. Find out whether one cause explains all episodes, and which component failed first.'
      : `No guardrail of the library clearly fits. ${askForCause(pattern)}`,
  ];
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
  if (Math.min(first.fit, second.fit) < nearlyEqual * Math.max(first.fit, second.fit)) return [];
  return [
    `“${first.guardrail.name}” and “${second.guardrail.name}” fit about equally well. Which of them would have prevented the last episode?`,
  ];
}
