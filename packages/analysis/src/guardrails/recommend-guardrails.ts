import type {
  Cause,
  EffectVerdict,
  GuardrailArithmetic,
  GuardrailChoice,
  GuardrailEvidence,
  GuardrailOutcome,
} from '@refrain/domain';
import { describeKindMatch } from './describe-evidence.ts';
import type { GuardrailInput } from './guardrail-input.ts';
import { guardrailLibrary } from './library/all.ts';
import { listOpenQuestions } from './list-open-questions.ts';
import { weighKinds } from './match-kind.ts';
import { gatherFacts } from './pattern-facts.ts';
import { meanOf, valueGuardrail } from './value-guardrail.ts';
import { type CompiledGuardrail, compileGuardrail, type Fit, weighFit } from './weigh-fit.ts';
import { weighHistory } from './weigh-history.ts';

/** Below this nothing is recommended: it would rather be wrong than right about what recurs. */
const minFit = 0.2;
/** What stops less than this part of what the best one stops comes after it, however cheap; and below the second is left out. */
const minShareOfBest = { toCompete: 2 / 3, toBeListed: 1 / 3 };
const maxRecommended = 5;
/** An outcome after which a guardrail is in place, so that it need not be recommended for the same pattern again. */
const inPlace: readonly EffectVerdict[] = ['held', 'too_early', 'not_distinguishable'];

const library: readonly CompiledGuardrail[] = guardrailLibrary.map(compileGuardrail);

/**
 * Chooses the systemic fix for a pattern from the library. Of the guardrails that fit, those that stop about as much as the best one come
 * first, and of these the one that saves the most for a day of work. None where nothing fits: then the open questions say what would
 * decide. Independent of the order of the input but for `history`, which is oldest first.
 */
export function recommendGuardrails(input: GuardrailInput): GuardrailChoice {
  const { pattern, history } = input;
  const kinds = weighKinds(pattern);
  const facts = gatherFacts(input);
  const open = library
    .map((compiled) => weigh(weighFit(compiled, kinds, facts), input))
    .filter(({ outcomes }) => !isInPlace(outcomes, pattern.id))
    .sort((a, b) => b.fit.fit - a.fit.fit || (a.fit.guardrail.id < b.fit.guardrail.id ? -1 : 1));
  const chosen = choose(open);
  const episodes = facts.episodes.length;
  return {
    recommendations: chosen.map(({ fit, outcomes, arithmetic }, index) => ({
      guardrail: fit.guardrail,
      rank: index + 1,
      confidence: estimateConfidence(fit.fit, episodes),
      why: [...describeKindMatch(pattern, fit, facts), ...fit.why],
      against: [...fit.against, ...describeHistory(outcomes, pattern.id)],
      tried: outcomes,
      arithmetic,
    })),
    tried: history.filter(({ patternId }) => patternId === pattern.id),
    openQuestions: listOpenQuestions(
      input,
      open.map(({ fit }) => fit),
      chosen.map(({ fit }) => fit),
      episodes,
    ),
  };
}

/**
 * How likely the guardrail is a right answer. Less for few episodes: one may be anything. The fit itself is lower than that, for no
 * sign counts as certain; its root lies between what was right in generated organisations and in public post-mortems.
 */
function estimateConfidence(fit: number, episodes: number): number {
  return Math.sqrt((fit * episodes) / (episodes + 1));
}

interface Candidate {
  readonly fit: Fit;
  /** In this organisation, of whatever pattern. */
  readonly outcomes: GuardrailOutcome[];
  readonly arithmetic: GuardrailArithmetic;
  /** Part of the episodes that it would stop, taken all means. */
  readonly stops: number;
}

function weigh(fit: Fit, { pattern, history, expectedEpisodes, costHours }: GuardrailInput): Candidate {
  const causes: readonly Cause[] = pattern.causes?.map(({ cause }) => cause) ?? [pattern.cause];
  const outcomes = history.filter(({ guardrailId }) => guardrailId === fit.guardrail.id);
  const weighed = weighHistory(outcomes, pattern.id, causes);
  return {
    fit,
    outcomes,
    stops: fit.fit * meanOf(fit.share) * weighed.factor,
    arithmetic: valueGuardrail(fit, weighed, expectedEpisodes, costHours),
  };
}

/** @param open by fit, so that of equal value the surer one comes first */
function choose(open: readonly Candidate[]): Candidate[] {
  const fitting = open.filter(({ fit }) => fit.fit >= minFit);
  const best = Math.max(0, ...fitting.map(({ stops }) => stops));
  const competes = ({ stops }: Candidate) => stops >= minShareOfBest.toCompete * best;
  return fitting
    .filter(({ stops }) => stops >= minShareOfBest.toBeListed * best)
    .sort((a, b) => Number(competes(b)) - Number(competes(a)) || b.arithmetic.value - a.arithmetic.value)
    .slice(0, maxRecommended);
}

/** The last word counts. */
function isInPlace(outcomes: readonly GuardrailOutcome[], patternId: string): boolean {
  const last = outcomes.findLast((outcome) => outcome.patternId === patternId);
  return last !== undefined && inPlace.includes(last.outcome);
}

/** Where the same guardrail did not hold before. */
function describeHistory(outcomes: readonly GuardrailOutcome[], patternId: string): GuardrailEvidence[] {
  const back = outcomes.filter(({ outcome }) => outcome === 'came_back');
  const here = back.filter((outcome) => outcome.patternId === patternId).length;
  const elsewhere = back.length - here;
  const say = (count: number, where: string): GuardrailEvidence[] =>
    count === 0
      ? []
      : [
          {
            says: `It was put in place ${where} ${count === 1 ? 'once' : `${count} times`}, and the failures came back.`,
            failureIds: [],
            episodes: 0,
            strength: 0,
          },
        ];
  return [...say(here, 'for this pattern'), ...say(elsewhere, 'for other patterns of this organisation')];
}
