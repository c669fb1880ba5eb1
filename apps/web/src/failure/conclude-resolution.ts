import type { Schemas } from '../api/refrain.ts';
import { changeKindLabels } from '../labels/domain-labels.ts';
import { formatLikelihood, isLikely } from '../labels/format.ts';

type Assessment = NonNullable<Schemas['FailureResponse']['changeAssessment']>['resolvedBy'];

/** Says what resolved a failure according to its changes and its times. Returns null if nothing suggests an answer. */
export function concludeResolution(
  { kind, confidence, change, changeId }: Pick<Assessment, 'kind' | 'confidence' | 'change' | 'changeId'>,
  certainty: Schemas['ResolutionCertainty'] | null,
): string | null {
  if (kind === 'unknown') return null;
  if (changeId !== null) {
    const likelihood = certainty === 'confirmed' ? 'confirmed by a person' : formatLikelihood(confidence);
    const verb = certainty === 'possible' ? 'Possibly resolved' : 'Resolved';
    return `${verb} by this ${nameChange(kind, change)} (${likelihood}):`;
  }
  if (kind !== 'manual') return 'It ended without a known change or step.';
  return isLikely(confidence) ? 'Resolved by a manual step.' : 'Possibly resolved by a manual step.';
}

function nameChange(kind: Assessment['kind'], change: Assessment['change']): string {
  if (kind === 'revert' || kind === 'rollback') return kind;
  return change === null ? 'change' : changeKindLabels[change.kind];
}
