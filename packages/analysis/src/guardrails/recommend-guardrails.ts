import type {
  Cause,
  EffectVerdict,
  GuardrailEvidence,
  GuardrailOutcome,
  PatternGuardrails,
  RecommendationScoreFactors,
} from '@refrain/domain';
import {
  type CompiledGuardrail,
  compileGuardrail,
  estimateGuardrailFit,
  type GuardrailFit,
} from './estimate-guardrail-fit.ts';
import { estimateGuardrailValue, midpointOfSpan } from './estimate-guardrail-value.ts';
import type { GuardrailRecommendationInput } from './guardrail-recommendation-input.ts';
import { createIndexedPattern, type IndexedPattern } from './indexed-pattern.ts';
import { causeLabels, triggerLabels } from './kind-labels.ts';
import { guardrailLibrary } from './library/all.ts';
import { listOpenGuardrailQuestions } from './list-open-guardrail-questions.ts';
import { estimateCauseTriggerProbabilities } from './match-cause-and-trigger.ts';
import { weighGuardrailOutcomes } from './weigh-guardrail-outcomes.ts';

/** Guardrails with a lower fit (probability that they apply) are not recommended, because most would be wrong. */
const minFit = 0.2;
/**
 * Thresholds for the number of episodes that a guardrail prevents, as a share of the highest such number. Below
 * `toCompete`, a guardrail is ranked after the others, however cheap it is; below `toBeListed`, it is omitted.
 */
const minShareOfBest = { toCompete: 2 / 3, toBeListed: 1 / 3 };
const maxRecommended = 5;
/** A match of cause and trigger is listed as a reason only if its probability is at least this. */
const minMatch = 0.25;
/** Outcomes after which a guardrail is still in place, so that it is not recommended again for the same pattern */
const inPlace: readonly EffectVerdict[] = ['held', 'too_early', 'not_distinguishable'];

const library: readonly CompiledGuardrail[] = guardrailLibrary.map(compileGuardrail);

/**
 * Recommends guardrails of the library for a pattern. Guardrails that prevent about as many episodes as the best one
 * come first, ordered by the hours that they save per day of work. If none fits, lists the questions whose answers
 * would decide.
 */
export function recommendGuardrails(input: GuardrailRecommendationInput): PatternGuardrails {
  const { pattern, history } = input;
  const kinds = estimateCauseTriggerProbabilities(pattern);
  const facts = createIndexedPattern(input);
  const open = library
    .map((compiled) => weigh(estimateGuardrailFit(compiled, kinds, facts), input))
    .filter(({ outcomes }) => !isInPlace(outcomes, pattern.id))
    .sort((a, b) => b.fit.fit - a.fit.fit || (a.fit.guardrail.id < b.fit.guardrail.id ? -1 : 1));
  const chosen = choose(open);
  const episodes = facts.episodes.length;
  return {
    recommendations: chosen.map(({ fit, outcomes, arithmetic }, index) => ({
      guardrail: fit.guardrail,
      rank: index + 1,
      confidence: estimateConfidence(fit.fit, episodes),
      why: [...describeCauseTriggerMatch(pattern, fit, facts), ...fit.why],
      against: [...fit.against, ...describeHistory(outcomes, pattern.id)],
      tried: outcomes,
      arithmetic,
    })),
    tried: history.filter(({ patternId }) => patternId === pattern.id),
    openQuestions: listOpenGuardrailQuestions(
      input,
      open.map(({ fit }) => fit),
      chosen.map(({ fit }) => fit),
      episodes,
    ),
  };
}

/**
 * Estimates the probability that a recommendation is right. The fit underestimates it, because no signal counts as
 * certain. The square root of the fit lies between the accuracies measured on generated organisations and on public
 * post-mortems.
 */
function estimateConfidence(fit: number, episodes: number): number {
  return Math.sqrt((fit * episodes) / (episodes + 1));
}

interface Candidate {
  readonly fit: GuardrailFit;
  readonly outcomes: GuardrailOutcome[];
  readonly arithmetic: RecommendationScoreFactors;
  /** Expected share of the pattern's episodes that the guardrail would prevent */
  readonly stops: number;
}

function weigh(
  fit: GuardrailFit,
  { pattern, history, expectedEpisodes, costHours }: GuardrailRecommendationInput,
): Candidate {
  const causes: readonly Cause[] = pattern.causes?.map(({ cause }) => cause) ?? [pattern.cause];
  const outcomes = history.filter(({ guardrailId }) => guardrailId === fit.guardrail.id);
  const weighed = weighGuardrailOutcomes(outcomes, pattern.id, causes);
  return {
    fit,
    outcomes,
    stops: fit.fit * midpointOfSpan(fit.share) * weighed.factor,
    arithmetic: estimateGuardrailValue(fit, weighed, expectedEpisodes, costHours),
  };
}

/** @param open guardrails that are not in place, highest fit first; guardrails of equal value stay in this order */
function choose(open: readonly Candidate[]): Candidate[] {
  const fitting = open.filter(({ fit }) => fit.fit >= minFit);
  const best = Math.max(0, ...fitting.map(({ stops }) => stops));
  const competes = ({ stops }: Candidate) => stops >= minShareOfBest.toCompete * best;
  return fitting
    .filter(({ stops }) => stops >= minShareOfBest.toBeListed * best)
    .sort((a, b) => Number(competes(b)) - Number(competes(a)) || b.arithmetic.value - a.arithmetic.value)
    .slice(0, maxRecommended);
}

function isInPlace(outcomes: readonly GuardrailOutcome[], patternId: string): boolean {
  const last = outcomes.findLast((outcome) => outcome.patternId === patternId);
  return last !== undefined && inPlace.includes(last.outcome);
}

/** Returns the evidence that a guardrail addresses the pattern's cause and trigger; empty without such evidence. */
function describeCauseTriggerMatch(
  { cause, trigger }: GuardrailRecommendationInput['pattern'],
  { match, guardrail }: GuardrailFit,
  { episodes }: IndexedPattern,
): GuardrailEvidence[] {
  const isAnswered = guardrail.answers.some(
    ({ causes, triggers }) =>
      causes.some((one) => one === cause) && (trigger === 'unknown' || triggers.some((one) => one === trigger)),
  );
  if (match < minMatch || !isAnswered) return [];
  const setOff = trigger === 'unknown' ? '' : `, set off by ${triggerLabels[trigger]}`;
  return [
    {
      statement: `It answers what likely allows these failures: ${causeLabels[cause]}${setOff}.`,
      failureIds: episodes.flatMap(({ members }) => members.map(({ failureId }) => failureId)),
      episodes: episodes.length,
      strength: match,
    },
  ];
}

function describeHistory(outcomes: readonly GuardrailOutcome[], patternId: string): GuardrailEvidence[] {
  const recurrences = outcomes.filter(({ outcome }) => outcome === 'came_back');
  const here = recurrences.filter((outcome) => outcome.patternId === patternId).length;
  const elsewhere = recurrences.length - here;
  const describeRecurrences = (count: number, where: string): GuardrailEvidence[] =>
    count === 0
      ? []
      : [
          {
            statement: `It was put in place ${where} ${count === 1 ? 'once' : `${count} times`}, and the failures came back.`,
            failureIds: [],
            episodes: 0,
            strength: 0,
          },
        ];
  return [
    ...describeRecurrences(here, 'for this pattern'),
    ...describeRecurrences(elsewhere, 'for other patterns of this organisation'),
  ];
}
