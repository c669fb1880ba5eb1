import { type FailureResponse, joinQuotationLines } from '@refrain/domain';
import { shortenToLine } from '../terminal.ts';
import { describeChange, describeReasons } from './describe-change-assessment.ts';

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
