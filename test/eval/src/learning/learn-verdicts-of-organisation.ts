import { applyVerdicts, decideVerdicts, type RevertVerdict } from '@refrain/analysis/evaluation';
import { type Correction, type Failure, isUndecidedRevert } from '@refrain/domain';
import { ratio } from '../figures/round.ts';
import {
  correctStepByStep,
  type LabelledPair,
  type LearningOptions,
  type LearningStep,
} from './correct-step-by-step.ts';
import type { LabelledOrganisation } from './read-labelled-organisations.ts';

/** Confirms or corrects the verdicts of single reverts, and lists those of the other labelled reverts. */
export function learnVerdictsOfOrganisation(
  { name, failures, verdicts }: LabelledOrganisation,
  options: LearningOptions,
): LearningStep<RevertVerdict>[] {
  return correctStepByStep<RevertVerdict>({
    ...options,
    name,
    items: [...verdicts].map(([id, truth]) => ({ id, truth, canCorrect: truth !== 'unclear', isScored: true })),
    predict: (corrected) => {
      const corrections = corrected.map((failureId): Correction => {
        const kind = verdicts.get(failureId) === 'failure' ? 'is_a_failure' : 'not_a_failure';
        return { id: failureId, decision: { kind, failureId }, decidedAt: '2030-01-01T00:00:00.000Z' };
      });
      const judged = applyVerdicts(failures, decideVerdicts(failures, corrections));
      return new Map(judged.map((failure) => [failure.id, readVerdict(failure)]));
    },
  });
}

function readVerdict(failure: Failure): RevertVerdict {
  if (failure.isFailure) return 'failure';
  return isUndecidedRevert(failure) ? 'unclear' : 'planned';
}

/**
 * Scores verdicts. `accuracy` is over all three verdicts, `failureF1` and `balancedAccuracy` over the reverts that failed or
 * were planned; they are null without such reverts.
 */
export function scoreVerdictLabels(pairs: readonly LabelledPair<RevertVerdict>[]) {
  const count = (truth: RevertVerdict) => pairs.filter((pair) => pair.truth === truth).length;
  const called = (truth: RevertVerdict) =>
    pairs.filter((pair) => pair.truth === truth && pair.predicted === 'failure').length;
  const [failures, planned, unclear] = [count('failure'), count('planned'), count('unclear')];
  const hits = called('failure');
  return {
    accuracy: ratio(pairs.filter(({ truth, predicted }) => truth === predicted).length, pairs.length),
    failureF1: failures === 0 ? null : (2 * hits) / (hits + called('planned') + failures),
    balancedAccuracy: failures * planned === 0 ? null : (hits / failures + 1 - called('planned') / planned) / 2,
    unclearCalledFailure: unclear === 0 ? null : called('unclear') / unclear,
  };
}
