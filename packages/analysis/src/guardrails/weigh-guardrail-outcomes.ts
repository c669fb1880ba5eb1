import type { Cause, GuardrailOutcome } from '@refrain/domain';

/** Prior of the estimate: three of five guardrails prevent a recurrence. It weighs as much as five real outcomes. */
const prior = { held: 3, cameBack: 2 } as const;
/** Weights of the outcomes of the pattern itself, of patterns with the same cause, and of all other patterns */
const weights = { samePattern: 2, sameCause: 1, otherCause: 0.5 } as const;

export interface WeighedGuardrailOutcomes {
  /** Summed weights of the outcomes in which the guardrail held */
  readonly held: number;
  readonly cameBack: number;
  /** Probability that the guardrail holds, divided by the prior probability */
  readonly factor: number;
}

/** Estimates by a beta-binomial model whether a guardrail holds. Only conclusive outcomes count. */
export function weighGuardrailOutcomes(
  outcomes: readonly GuardrailOutcome[],
  patternId: string,
  causes: readonly Cause[],
): WeighedGuardrailOutcomes {
  let held = 0;
  let cameBack = 0;
  for (const { outcome, patternId: of, causes: outcomeCauses } of outcomes) {
    const isSameCause = outcomeCauses.some((cause) => causes.includes(cause));
    const weight = of === patternId ? weights.samePattern : isSameCause ? weights.sameCause : weights.otherCause;
    if (outcome === 'held') held += weight;
    if (outcome === 'came_back') cameBack += weight;
  }
  const before = prior.held / (prior.held + prior.cameBack);
  const after = (prior.held + held) / (prior.held + held + prior.cameBack + cameBack);
  return { held, cameBack, factor: after / before };
}
