import type {
  Cause,
  GuardrailEvidence,
  GuardrailOutcome,
  PatternGuardrails,
  RecommendationScoreFactors,
} from '@refrain/domain';
import { findMechanism } from '../mechanisms/find-mechanisms.ts';
import {
  type CompiledGuardrail,
  compileGuardrail,
  estimateGuardrailFit,
  type GuardrailFit,
  minWellPrevented,
} from './estimate-guardrail-fit.ts';
import { estimateGuardrailValue } from './estimate-guardrail-value.ts';
import type { GuardrailRecommendationInput } from './guardrail-recommendation-input.ts';
import { createIndexedPattern } from './indexed-pattern.ts';
import { guardrailLibrary } from './library/all.ts';
import { listOpenGuardrailQuestions } from './list-open-guardrail-questions.ts';
import { estimateCauseTriggerProbabilities } from './match-cause-and-trigger.ts';
import { midpointOfSpan } from './midpoint-of-span.ts';
import { weighGuardrailOutcomes } from './weigh-guardrail-outcomes.ts';

/** Guardrails with a lower fit (probability that they apply) are not recommended, because most would be wrong. */
const shippedMinFit = 0.5;
/**
 * A guardrail is recommended only if at least this weighted share of the episodes gives the same reason for it: two of
 * four if the others state no mechanism, but three of four if the others state mechanisms that it does not prevent.
 */
const minSupport = 0.55;
/** A guardrail that prevents a smaller share of the failures only shortens them. */
const minPrevented = 0.2;
/**
 * Thresholds for the number of episodes that a guardrail prevents, as a share of the highest such number. Below
 * `toCompete`, a guardrail is ranked after the others, however cheap it is; below `toBeListed`, it is omitted.
 */
const minShareOfBest = { toCompete: 0.85, toBeListed: 1 / 3 };
const maxRecommended = 5;

const library: readonly CompiledGuardrail[] = guardrailLibrary.map(compileGuardrail);

/**
 * Recommends guardrails of the library for a pattern. Guardrails that prevent about as many episodes as the best one
 * come first, ordered by the hours that they save per day of work.
 * @param minFit differs from the shipped minimum only in evaluations
 */
export function recommendGuardrails(
  input: GuardrailRecommendationInput,
  minFit: number = shippedMinFit,
): PatternGuardrails {
  const { pattern, history } = input;
  const kinds = estimateCauseTriggerProbabilities(pattern);
  const facts = createIndexedPattern(input);
  const open = library
    .map((compiled) => weigh(estimateGuardrailFit(compiled, kinds, facts), input))
    .filter(({ fit, outcomes }) => !fit.isInPlace && !outcomes.some(({ patternId }) => patternId === pattern.id))
    .sort((a, b) => b.fit.fit - a.fit.fit || (a.fit.guardrail.id < b.fit.guardrail.id ? -1 : 1));
  const chosen = choose(open, minFit, findStatedMechanism(pattern));
  const episodes = facts.episodes.length;
  return {
    recommendations: chosen.map(({ fit, outcomes, arithmetic }, index) => ({
      guardrail: fit.guardrail,
      rank: index + 1,
      confidence: estimateConfidence(fit.fit, episodes),
      why: [...fit.why],
      against: [...fit.against, ...describeRecurrences(outcomes)],
      tried: outcomes,
      arithmetic,
    })),
    tried: history.filter(({ patternId }) => patternId === pattern.id),
    openQuestions: listOpenGuardrailQuestions(
      input,
      chosen.map(({ fit }) => fit),
      facts.episodes,
    ),
  };
}

/**
 * Estimates the probability that a recommendation is right. The fit underestimates it, because no signal counts as
 * certain.
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

/** Returns the id of the mechanism that the report of the pattern states, or calls likely; null if it names none. */
function findStatedMechanism({ mechanism, scenario }: GuardrailRecommendationInput['pattern']): string | null {
  const name = mechanism ?? scenario?.likelyMechanism;
  return name === undefined ? null : (findMechanism(name)?.id ?? null);
}

/**
 * Chooses the guardrails that prevent the stated mechanism well before others, so that the fix follows the root cause of the report.
 * @param open guardrails that are not in place, highest fit first; guardrails of equal value stay in this order
 */
function choose(open: readonly Candidate[], minFit: number, mechanismId: string | null): Candidate[] {
  const fitting = open.filter(
    ({ fit }) => fit.fit >= minFit && fit.support >= minSupport && midpointOfSpan(fit.share) >= minPrevented,
  );
  const best = Math.max(0, ...fitting.map(({ stops }) => stops));
  const competes = ({ stops }: Candidate) => stops >= minShareOfBest.toCompete * best;
  const preventsStated = ({ fit: { guardrail } }: Candidate) =>
    guardrail.prevents.some(
      ({ mechanisms, share }) =>
        mechanisms.some((id) => id === mechanismId) && midpointOfSpan(share) >= minWellPrevented,
    );
  return fitting
    .filter(({ stops }) => stops >= minShareOfBest.toBeListed * best)
    .sort(
      (a, b) =>
        Number(preventsStated(b)) - Number(preventsStated(a)) ||
        Number(competes(b)) - Number(competes(a)) ||
        b.arithmetic.value - a.arithmetic.value,
    )
    .slice(0, maxRecommended);
}

/** Returns the evidence that the guardrail did not prevent recurrences of other patterns; empty without recurrences. */
function describeRecurrences(outcomes: readonly GuardrailOutcome[]): GuardrailEvidence[] {
  const count = outcomes.filter(({ outcome }) => outcome === 'came_back').length;
  if (count === 0) return [];
  const patterns = count === 1 ? 'another pattern' : `${count} other patterns`;
  return [
    {
      statement: `This fix was introduced for ${patterns} in this organisation, and the failures came back.`,
      failureIds: [],
      episodes: 0,
      strength: 0,
    },
  ];
}
