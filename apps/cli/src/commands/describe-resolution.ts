import { type FailureResponse, joinQuotationLines } from '@refrain/domain';
import { shortenToLine } from '../terminal.ts';

type ResolutionKind = NonNullable<FailureResponse['changeAssessment']>['resolvedBy']['kind'];

const maxQuoteLength = 400;
const labels: Readonly<Record<Exclude<ResolutionKind, 'unknown'>, string>> = {
  revert: 'Resolved by a revert',
  rollback: 'Resolved by a rollback',
  fix: 'Resolved by a later change',
  manual: 'Resolved by a manual step',
  self_resolved: 'Ended without a known change or manual step',
};

export function describeResolution({ resolution, changeAssessment }: FailureResponse): string[] {
  const stated = resolution?.stated ?? null;
  const quoted =
    stated === null
      ? []
      : [`Resolved by: ${quote(joinQuotationLines(stated.quote))} (${stated.confidence.toFixed(2)})`];
  const resolvedBy = changeAssessment?.resolvedBy;
  if (resolvedBy === undefined || resolvedBy.kind === 'unknown' || (resolvedBy.changeId === null && stated !== null))
    return quoted;
  const label =
    resolution?.change?.certainty === 'possible'
      ? `Possibly ${labels[resolvedBy.kind].toLowerCase()}`
      : labels[resolvedBy.kind];
  return [
    ...quoted,
    `${label} (${resolvedBy.confidence.toFixed(2)})${describeReasons(resolvedBy.evidence)}`,
    ...(resolvedBy.changeId === null ? [] : [`  ${resolvedBy.changeId} ${describeChange(resolvedBy.change)}`]),
  ];
}

export function quote(text: string): string {
  return `“${shortenToLine(text, maxQuoteLength)}”`;
}

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

function describeReasons(evidence: Answer['evidence']): string {
  return evidence.length === 0 ? '' : `: ${evidence.map(({ detail }) => detail).join('; ')}`;
}

function describeChange(change: Answer['resolvedBy']['change']): string {
  if (change === null) return 'is gone';
  const { title, repository, environment, occurredAt, url } = change;
  const where = environment === null ? repository : `${repository} to ${environment}`;
  return [title, where, occurredAt, url].filter((part) => part !== null).join(' · ');
}
