import type { Schemas } from '../api/refrain.ts';
import { changeVerdictLabels } from '../labels/domain-labels.ts';
import { formatLikelihood } from '../labels/format.ts';

type Assessment = Pick<
  NonNullable<Schemas['FailureResponse']['changeAssessment']>,
  'verdict' | 'confidence' | 'isDecided'
> & {
  readonly evidence: readonly Pick<Schemas['Evidence'], 'signal'>[];
  readonly candidates: readonly unknown[];
};

/**
 * Says whether a change triggered a failure. Returns null if nothing is known, or if the text states another trigger, because a
 * guess beside it would seem to contradict it.
 */
export function concludeTrigger(
  assessment: Assessment | null,
  { isStated, notChangeRelated }: { readonly isStated: boolean; readonly notChangeRelated: boolean },
): string | null {
  if (notChangeRelated) return `${changeVerdictLabels.not_change_related}, according to a person.`;
  if (assessment === null) return null;
  const { verdict, confidence, isDecided, evidence, candidates } = assessment;
  if (isDecided) return `${changeVerdictLabels[verdict]}, according to a person.`;
  if (verdict === 'change')
    return `${isStated ? 'A change may have contributed' : changeVerdictLabels.change} (${formatLikelihood(confidence)}).`;
  if (isStated) return null;
  if (verdict === 'undecided') return candidates.length === 0 ? null : `${changeVerdictLabels.undecided}.`;
  // An unrecorded change may have triggered the failure, so the lack of a matching one proves little.
  return evidence.some(({ signal }) => signal === 'words')
    ? `${changeVerdictLabels.not_change_related} (${formatLikelihood(confidence)}).`
    : 'No recorded change explains the failure.';
}
