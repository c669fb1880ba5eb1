import type { FailureAnswer } from '@refrain/domain';

type Answer = NonNullable<FailureAnswer['changeAnswer']>;
type ToldChange = Answer['endedBy']['change'];

const verdicts: Readonly<Record<Answer['verdict'], string>> = {
  change: 'A change set it off',
  not_change_related: 'No change set it off',
  undecided: 'Whether a change set it off is open',
};
const endings: Readonly<Record<Answer['endedBy']['kind'], string>> = {
  revert: 'Ended by a revert',
  rollback: 'Ended by a rollback',
  fix: 'Ended by a fix',
  by_hand: 'Ended by hand',
  itself: 'Ended by itself',
  unknown: 'What ended it is not known',
};

/** What is said of an incident and the changes around it, in lines; none where nothing is said. */
export function describeChangeAnswer(answer: Answer | null): string[] {
  if (answer === null) return [];
  const { verdict, confidence, isDecided, evidence, candidates, endedBy } = answer;
  const certainty = isDecided ? 'decided by a person' : confidence.toFixed(2);
  return [
    `${verdicts[verdict]} (${certainty})${tellReasons(verdict === 'change' ? [] : evidence)}`,
    ...candidates.flatMap(({ changeId, score, evidence: reasons, change }) => [
      `  ${score.toFixed(2)} ${changeId} ${describeChange(change)}`,
      ...(reasons.length === 0 ? [] : [`       ${reasons.map(({ detail }) => detail).join('; ')}`]),
    ]),
    ...describeEnding(endedBy),
  ];
}

function describeEnding({ kind, changeId, confidence, evidence, change }: Answer['endedBy']): string[] {
  if (kind === 'unknown') return [endings.unknown];
  return [
    `${endings[kind]} (${confidence.toFixed(2)})${tellReasons(evidence)}`,
    ...(changeId === null ? [] : [`  ${changeId} ${describeChange(change)}`]),
  ];
}

function tellReasons(evidence: Answer['evidence']): string {
  return evidence.length === 0 ? '' : `: ${evidence.map(({ detail }) => detail).join('; ')}`;
}

function describeChange(change: ToldChange): string {
  if (change === null) return 'is gone';
  const { title, repository, environment, occurredAt, url } = change;
  const where = environment === null ? repository : `${repository} to ${environment}`;
  return [title, where, occurredAt, url].filter((part) => part !== null).join(' · ');
}
