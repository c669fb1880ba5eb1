import type { GuardrailSignal } from '@refrain/domain';
import { formatList } from '../text/format.ts';
import type { GuardrailFit } from './estimate-guardrail-fit.ts';
import type { GuardrailRecommendationInput } from './guardrail-recommendation-input.ts';
import { causeLabels, triggerLabels } from './kind-labels.ts';

const fewEpisodes = 3;
const maxNear = 3;
/** Questions are asked only about guardrails that apply with at least this probability (fit). */
const minNear = 0.1;
const maxTerms = 3;
/** Two probabilities (fits) count as equal if the lower one is at least this share of the higher one. */
const nearlyEqual = 0.85;

/**
 * Lists questions whose answers would decide which guardrail is right.
 * @param ranked fits of all guardrails that the pattern does not have yet, highest fit first
 */
export function listOpenGuardrailQuestions(
  { pattern, expectedEpisodes, costHours }: GuardrailRecommendationInput,
  ranked: readonly GuardrailFit[],
  chosen: readonly GuardrailFit[],
  episodes: number,
): string[] {
  return [
    ...(pattern.cause === 'unknown'
      ? [
          `What allowed it? ${formatLikely(pattern.causes?.map(({ cause }) => causeLabels[cause]))} One failure of which a person names the cause would tell.`,
        ]
      : []),
    ...(pattern.trigger === 'unknown'
      ? [
          `What set it off? ${formatLikely(pattern.triggers?.map(({ trigger }) => triggerLabels[trigger]))} A confirmed link to a change, or the word that there was none, would tell.`,
        ]
      : []),
    ...(chosen.length === 0 ? listMissingSignals(ranked) : listTieBreakers(chosen)),
    ...(episodes < fewEpisodes
      ? [
          `Does it recur in the same way? ${episodes === 1 ? 'One episode is' : `${episodes} episodes are`} known so far.`,
        ]
      : []),
    ...(expectedEpisodes === null
      ? ['How many episodes are to come in the next 90 days? Forecasts that far are not shown to have skill here.']
      : []),
    ...(costHours === null
      ? ['What does an episode cost? With the hours of work of one, the value of a guardrail can be told.']
      : []),
  ];
}

function listMissingSignals(ranked: readonly GuardrailFit[]): string[] {
  const near = ranked.filter(({ fit }) => fit >= minNear).slice(0, maxNear);
  if (near.length === 0)
    return ['Nothing in the failures speaks for any guardrail: a sentence on why it happened, in any of them, would.'];
  return near.map(({ guardrail }) => {
    const terms = guardrail.speaksFor.flatMap(exampleTerms).slice(0, maxTerms);
    const hint =
      terms.length === 0
        ? ''
        : ` It would be, if their texts used words like ${terms.map((term) => `“${term}”`).join(', ')}.`;
    return `Is it a case for “${guardrail.name}”?${hint}`;
  });
}

/** Returns the phrases of a signal in readable form: of alternatives such as `cert|certificate`, only the first. */
function exampleTerms(signal: GuardrailSignal): string[] {
  if (signal.on !== 'words') return [];
  return signal.phrases.map((phrase) =>
    phrase
      .split(' ')
      .map((word) => word.split('|')[0] ?? '')
      .join(' '),
  );
}

function listTieBreakers(chosen: readonly GuardrailFit[]): string[] {
  const [first, second] = [...chosen].sort((a, b) => b.fit - a.fit);
  if (first === undefined || second === undefined || second.fit < nearlyEqual * first.fit) return [];
  return [
    `“${first.guardrail.name}” and “${second.guardrail.name}” fit about equally well: which of them would have stopped the last episode?`,
  ];
}

function formatLikely(names: readonly string[] = []): string {
  return names.length === 0 ? 'No text says.' : `Perhaps ${formatList(names, 'or')}.`;
}
