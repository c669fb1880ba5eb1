import type { Cause, CauseAssessment, Correction, Trigger } from '@refrain/domain';
import type { CombinedCauses } from './combine-causes.ts';

/** At least one of the two. */
export interface DecidedCause {
  readonly cause?: Cause;
  readonly trigger?: Trigger;
}

/** What people said of causes, by what they said it of. The last word counts, on each of the two. */
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
    const said = { ...(cause && { cause }), ...(trigger && { trigger }) };
    if (patternId !== undefined) ofPattern.set(patternId, { ...ofPattern.get(patternId), ...said });
    if (failureId !== undefined) ofFailure.set(failureId, { ...ofFailure.get(failureId), ...said });
  }
  return { ofPattern, ofFailure };
}

const certain = { confidence: 1, evidence: ['a person said so'] };

/** What was judged with what a person decided in its place: certain, and for that reason. */
export function layDecided<Judged extends CombinedCauses | CauseAssessment>(
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
