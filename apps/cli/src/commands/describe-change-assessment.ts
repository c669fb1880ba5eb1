import type { FailureResponse } from '@refrain/domain';

type Answer = NonNullable<FailureResponse['changeAssessment']>;

const verdicts: Readonly<Record<Answer['verdict'], string>> = {
  change: 'Triggered by a change',
  not_change_related: 'Not triggered by a change',
  undecided: 'Not known whether a change triggered it',
};
export function describeChangeAssessment(answer: Answer | null): string[] {
  if (answer === null) return [];
  const { verdict, confidence, isDecided, evidence, candidates } = answer;
  const certainty = isDecided ? 'decided by a person' : confidence.toFixed(2);
  return [
    `${verdicts[verdict]} (${certainty})${describeReasons(verdict === 'change' ? [] : evidence)}`,
    ...candidates.flatMap(({ changeId, score, evidence: reasons, change }) => [
      `  ${score.toFixed(2)} ${changeId} ${describeChange(change)}`,
      ...(reasons.length === 0 ? [] : [`       ${reasons.map(({ detail }) => detail).join('; ')}`]),
    ]),
  ];
}

export function describeReasons(evidence: Answer['evidence']): string {
  return evidence.length === 0 ? '' : `: ${evidence.map(({ detail }) => detail).join('; ')}`;
}

export function describeChange(change: Answer['resolvedBy']['change']): string {
  if (change === null) return 'is gone';
  const { title, repository, environment, occurredAt, url } = change;
  const where = environment === null ? repository : `${repository} to ${environment}`;
  return [title, where, occurredAt, url].filter((part) => part !== null).join(' · ');
}
