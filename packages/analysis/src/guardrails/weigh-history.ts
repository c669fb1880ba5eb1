import type { Cause, GuardrailOutcome } from '@refrain/domain';

/** Before anything is known: three of five guardrails hold. An assumption, worth as much as five outcomes. */
const prior = { held: 3, cameBack: 2 } as const;
/** How much an outcome tells of the pattern that is asked about. */
const weights = { samePattern: 2, sameCause: 1, otherCause: 0.5 } as const;

export interface WeighedHistory {
  /** Sums of the weights of the outcomes. */
  readonly held: number;
  readonly cameBack: number;
  /** The chance that it holds after these outcomes (mean of a beta distribution), divided by that before them. */
  readonly factor: number;
}

/**
 * What the outcomes of a guardrail in this organisation say of the next time: beta-binomial shrinkage to the prior. Outcomes that
 * cannot be told from chance, or not yet, count for nothing.
 * @param outcomes of the one guardrail
 */
export function weighHistory(
  outcomes: readonly GuardrailOutcome[],
  patternId: string,
  causes: readonly Cause[],
): WeighedHistory {
  let held = 0;
  let cameBack = 0;
  for (const { outcome, patternId: of, causes: theirs } of outcomes) {
    const isSameCause = theirs.some((cause) => causes.includes(cause));
    const weight = of === patternId ? weights.samePattern : isSameCause ? weights.sameCause : weights.otherCause;
    if (outcome === 'held') held += weight;
    if (outcome === 'came_back') cameBack += weight;
  }
  const before = prior.held / (prior.held + prior.cameBack);
  const after = (prior.held + held) / (prior.held + held + prior.cameBack + cameBack);
  return { held, cameBack, factor: after / before };
}
