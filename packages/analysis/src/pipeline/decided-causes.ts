import type { Cause, CauseAssessment, Correction, Trigger } from '@refrain/domain';

export interface DecidedCause {
  readonly cause: Cause;
  readonly trigger: Trigger;
}

/** What people said of causes, by what they said it of. The last word counts. */
export interface DecidedCauses {
  readonly ofPattern: ReadonlyMap<string, DecidedCause>;
  readonly ofFailure: ReadonlyMap<string, DecidedCause>;
}

/** @param corrections in the order in which they were decided */
export function readDecidedCauses(corrections: readonly Correction[]): DecidedCauses {
  const ofPattern = new Map<string, DecidedCause>();
  const ofFailure = new Map<string, DecidedCause>();
  for (const { decision } of corrections) {
    if (decision.kind !== 'cause') continue;
    const { patternId, failureId, cause, trigger } = decision;
    if (patternId !== undefined) ofPattern.set(patternId, { cause, trigger });
    if (failureId !== undefined) ofFailure.set(failureId, { cause, trigger });
  }
  return { ofPattern, ofFailure };
}

/** A decision as an assessment: certain, and for the reason that a person made it. */
export function assessDecided({ cause, trigger }: DecidedCause): CauseAssessment {
  const certain = { confidence: 1, evidence: ['a person said so'] };
  return {
    ...{ cause, trigger, ...certain, confidence: cause === 'unknown' ? 0 : 1 },
    causes: cause === 'unknown' ? [] : [{ cause, ...certain }],
    triggers: trigger === 'unknown' ? [] : [{ trigger, ...certain }],
  };
}
