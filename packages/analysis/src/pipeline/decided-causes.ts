import type { Cause, CauseAssessment, Correction, Trigger } from '@refrain/domain';
import type { CombinedCauses } from './combine-causes.ts';

export interface DecidedCause {
  readonly cause?: Cause;
  readonly trigger?: Trigger;
}

/** People's decisions about causes and triggers. Of several decisions, the latest counts. */
export interface DecidedCauses {
  readonly ofPattern: ReadonlyMap<string, DecidedCause>;
  readonly ofFailure: ReadonlyMap<string, DecidedCause>;
}

/** @param corrections corrections in the order in which people made them */
export function indexDecidedCauses(corrections: readonly Correction[]): DecidedCauses {
  const ofPattern = new Map<string, DecidedCause>();
  const ofFailure = new Map<string, DecidedCause>();
  for (const { decision } of corrections) {
    if (decision.kind !== 'cause') continue;
    const { patternId, failureId, cause, trigger } = decision;
    const decided = { ...(cause && { cause }), ...(trigger && { trigger }) };
    if (patternId !== undefined) ofPattern.set(patternId, { ...ofPattern.get(patternId), ...decided });
    if (failureId !== undefined) ofFailure.set(failureId, { ...ofFailure.get(failureId), ...decided });
  }
  return { ofPattern, ofFailure };
}

const certain = { confidence: 1, evidence: ['a person said so'] };

export function applyCauseDecision<Judged extends CombinedCauses | CauseAssessment>(
  judged: Judged,
  { cause, trigger }: DecidedCause,
): Judged {
  const certainty = 'confidence' in judged ? { ...certain, confidence: cause === 'unknown' ? 0 : 1 } : {};
  return {
    ...judged,
    ...(cause && { cause, causes: cause === 'unknown' ? [] : [{ cause, ...certain }], ...certainty }),
    ...(trigger && { trigger, triggers: trigger === 'unknown' ? [] : [{ trigger, ...certain }] }),
  };
}
