import type { Schemas } from '../api/refrain.ts';
import { changeKindLabels } from '../labels/domain-labels.ts';
import { formatLikelihood } from '../labels/format.ts';

type Assessment = NonNullable<Schemas['FailureResponse']['changeAssessment']>['resolvedBy'];

/** Says what resolved a failure according to its changes and its times. Returns null if nothing suggests an answer. */
export function concludeResolution(
  { kind, confidence, change, changeId }: Pick<Assessment, 'kind' | 'confidence' | 'change' | 'changeId'>,
  certainty: Schemas['ResolutionCertainty'] | null,
): string | null {
  if (kind === 'unknown') return null;
  const likelihood = certainty === 'confirmed' ? 'confirmed by a person' : formatLikelihood(confidence);
  if (changeId !== null) {
    const verb = certainty === 'possible' ? 'Possibly resolved' : 'Resolved';
    return `${verb} by this ${nameChange(kind, change)} (${likelihood}):`;
  }
  return kind === 'manual'
    ? `Resolved by a manual step (${likelihood}).`
    : `It ended without a known change or step (${likelihood}).`;
}

function nameChange(kind: Assessment['kind'], change: Assessment['change']): string {
  if (kind === 'revert' || kind === 'rollback') return kind;
  return change === null ? 'change' : changeKindLabels[change.kind];
}
