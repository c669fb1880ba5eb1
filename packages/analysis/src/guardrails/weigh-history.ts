import type { Cause, GuardrailOutcome } from '@refrain/domain';

/** The assumption that three of five guardrails hold, with the weight of five outcomes. */
const prior = { held: 3, cameBack: 2 } as const;
/** The weight of an outcome, by its relation to the pattern. */
const weights = { samePattern: 2, sameCause: 1, otherCause: 0.5 } as const;

export interface WeighedHistory {
  /** The summed weights of the outcomes. */
  readonly held: number;
  readonly cameBack: number;
  /** The probability that it holds given these outcomes (mean of a beta distribution), relative to the prior. */
  readonly factor: number;
}

/**
 * Updates the probability that a guardrail holds by its outcomes in this organisation: beta-binomial shrinkage to the
 * prior. Inconclusive and early outcomes do not count.
 * @param outcomes of this guardrail
 */
export function weighHistory(
  outcomes: readonly GuardrailOutcome[],
  patternId: string,
  causes: readonly Cause[],
): WeighedHistory {
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
