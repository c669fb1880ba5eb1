import type { Correction, Failure } from '@refrain/domain';
import { type DecidedVerdict, learnVerdicts } from './learn-verdicts.ts';
import { collectIndividualVerdicts, resolveManualVerdicts } from './resolve-manual-verdicts.ts';

/**
 * Lists the failures that people have judged, and the reverts that are judged differently because people judged similar
 * ones. A person's decision takes precedence.
 */
export function decideVerdicts(failures: readonly Failure[], corrections: readonly Correction[]): DecidedVerdict[] {
  const manual = resolveManualVerdicts(failures, corrections);
  const known = new Set(manual.map(({ failureId }) => failureId));
  const learnt = learnVerdicts(failures, collectIndividualVerdicts(corrections));
  return [
    ...manual.map((verdict) => ({ ...verdict, confidence: 1 })),
    ...learnt.filter(({ failureId }) => !known.has(failureId)),
  ];
}

/** Applies decided verdicts to failures. */
export function applyVerdicts(failures: readonly Failure[], verdicts: readonly DecidedVerdict[]): readonly Failure[] {
  if (verdicts.length === 0) return failures;
  const verdictOf = new Map(verdicts.map(({ failureId, ...verdict }) => [failureId, verdict]));
  return failures.map((failure) => {
    const verdict = verdictOf.get(failure.id);
    return verdict === undefined ? failure : { ...failure, ...verdict };
  });
}
