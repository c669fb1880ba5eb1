import type { Cause, GuardrailChoice, GuardrailEvidence, GuardrailOutcome, Recommendation } from '@refrain/domain';
import { askOpenQuestions } from './ask-open-questions.ts';
import type { GuardrailInput } from './guardrail-input.ts';
import { guardrailLibrary } from './library/all.ts';
import { weighKinds } from './match-kind.ts';
import { gatherFacts } from './pattern-facts.ts';
import { meanOf, valueGuardrail } from './value-guardrail.ts';
import { type CompiledGuardrail, compileGuardrail, type Fit, weighFit } from './weigh-fit.ts';
import { weighHistory } from './weigh-history.ts';

/** Below this nothing is recommended: it would rather be wrong than right about what recurs. */
const leastFit = 0.2;
/** What stops less than this part of what the best one stops is no choice, however cheap. */
const leastOfBest = 0.5;
const mostRecommended = 5;
/** An outcome after which a guardrail is in place, so that it need not be recommended for the same pattern again. */
const inPlace: readonly GuardrailOutcome['outcome'][] = ['held', 'too_early', 'not_distinguishable'];

const library: readonly CompiledGuardrail[] = guardrailLibrary.map(compileGuardrail);

/**
 * Chooses the systemic fix for a pattern from the library. Of the guardrails that fit and stop at least half of what the best
 * one stops, that one first which saves the most for a day of work. None where nothing fits: then the open questions say what
 * would decide. Independent of the order of the input but for `history`, which is oldest first.
 */
export function recommendGuardrails(input: GuardrailInput): GuardrailChoice {
  const { pattern, expectedEpisodes, costHours, history } = input;
  const kinds = weighKinds(pattern);
  const facts = gatherFacts(input);
  const causes: readonly Cause[] = pattern.causes?.map(({ cause }) => cause) ?? [pattern.cause];
  const tried = history.filter(({ patternId }) => patternId === pattern.id);
  const candidates = library.map((compiled) => {
    const fit = weighFit(compiled, kinds, facts);
    const outcomes = history.filter(({ guardrailId }) => guardrailId === fit.guardrail.id);
    const weighed = weighHistory(outcomes, pattern.id, causes);
    return { fit, outcomes, weighed, stops: fit.fit * meanOf(fit.share) * weighed.factor };
  });
  const open = candidates.filter(({ fit, outcomes }) => fit.fit >= leastFit && !isInPlace(outcomes, pattern.id));
  const best = Math.max(0, ...open.map(({ stops }) => stops));
  const chosen = open
    .filter(({ stops }) => stops >= leastOfBest * best)
    .map((candidate) => ({
      ...candidate,
      arithmetic: valueGuardrail(candidate.fit, candidate.weighed, expectedEpisodes, costHours),
    }))
    .sort(
      (a, b) =>
        b.arithmetic.value - a.arithmetic.value ||
        b.fit.fit - a.fit.fit ||
        (a.fit.guardrail.id < b.fit.guardrail.id ? -1 : 1),
    )
    .slice(0, mostRecommended);
  const ranked = candidates
    .map(({ fit }) => fit)
    .sort((a, b) => b.fit - a.fit || (a.guardrail.id < b.guardrail.id ? -1 : 1));
  return {
    recommendations: chosen.map(({ fit, outcomes, arithmetic }, index): Recommendation => {
      const episodes = facts.episodes.length;
      return {
        guardrail: fit.guardrail,
        rank: index + 1,
        // One episode may be anything; each further one that fits makes it surer.
        confidence: (fit.fit * episodes) / (episodes + 1),
        why: [...fit.why],
        against: [...fit.against, ...sayHistory(outcomes, pattern.id)],
        tried: outcomes,
        arithmetic,
      };
    }),
    tried,
    openQuestions: askOpenQuestions(
      input,
      ranked,
      chosen.map(({ fit }): Fit => fit),
    ),
  };
}

/** The last word counts. */
function isInPlace(outcomes: readonly GuardrailOutcome[], patternId: string): boolean {
  const last = outcomes.findLast((outcome) => outcome.patternId === patternId);
  return last !== undefined && inPlace.includes(last.outcome);
}

/** Where the same guardrail did not hold before. */
function sayHistory(outcomes: readonly GuardrailOutcome[], patternId: string): GuardrailEvidence[] {
  const back = outcomes.filter(({ outcome }) => outcome === 'came_back');
  const here = back.filter((outcome) => outcome.patternId === patternId).length;
  const elsewhere = back.length - here;
  const say = (count: number, where: string): GuardrailEvidence[] =>
    count === 0
      ? []
      : [
          {
            says: `It was put in place ${where} ${count === 1 ? 'once' : `${count} times`}, and the failures came back.`,
            ...{ failureIds: [], episodes: 0, strength: 0 },
          },
        ];
  return [...say(here, 'for this pattern'), ...say(elsewhere, 'for other patterns of this organisation')];
}
