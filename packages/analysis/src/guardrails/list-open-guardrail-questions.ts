import type { GuardrailFit } from './estimate-guardrail-fit.ts';
import type { GuardrailRecommendationInput } from './guardrail-recommendation-input.ts';
import type { IndexedEpisode } from './indexed-pattern.ts';
import { midpointOfSpan } from './midpoint-of-span.ts';

/** Two guardrails fit equally well if one prevents at least this share of the episodes that the other prevents. */
const nearlyEqual = 0.85;

/** Lists questions whose answers would help to choose among the guardrails that fit. */
export function listOpenGuardrailQuestions(
  { costHours }: Pick<GuardrailRecommendationInput, 'costHours'>,
  chosen: readonly GuardrailFit[],
  episodes: readonly IndexedEpisode[],
): string[] {
  return [
    ...(episodes.length === 0
      ? ['No episode of this pattern has a report. Import the reports.']
      : listTieBreakers(chosen)),
    ...(costHours === null && chosen.length > 0
      ? ['How many hours of work did the last episode cost? With this figure, Refrain can estimate the hours saved.']
      : []),
  ];
}

function listTieBreakers(chosen: readonly GuardrailFit[]): string[] {
  const preventedBy = ({ fit, share }: GuardrailFit) => fit * midpointOfSpan(share);
  const [first, second] = [...chosen].sort((a, b) => preventedBy(b) - preventedBy(a));
  if (first === undefined || second === undefined || preventedBy(second) < nearlyEqual * preventedBy(first)) return [];
  if (Math.min(first.fit, second.fit) < nearlyEqual * Math.max(first.fit, second.fit)) return [];
  return [
    `“${first.guardrail.name}” and “${second.guardrail.name}” fit about equally well. Which one would have prevented the last episode?`,
  ];
}
