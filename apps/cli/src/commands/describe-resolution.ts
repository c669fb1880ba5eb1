import { type FailureResponse, onOneLine } from '@refrain/domain';
import { shorten } from '../terminal.ts';
import { describeChange, describeReasons } from './describe-change-answer.ts';

type ResolutionKind = NonNullable<FailureResponse['changeAssessment']>['resolvedBy']['kind'];

const maxQuoteLength = 400;
const words: Readonly<Record<Exclude<ResolutionKind, 'unknown'>, string>> = {
  revert: 'Resolved by a revert',
  rollback: 'Resolved by a rollback',
  fix: 'Resolved by a later change',
  manual: 'Resolved by a manual step',
  self_resolved: 'Ended without a known change or manual step',
};

/** How a failure was resolved, in lines: the quotation from its report, then the change or what else its text tells. None where nothing is known. */
export function describeResolution({ resolution, changeAssessment }: FailureResponse): string[] {
  const stated = resolution?.stated ?? null;
  const quoted =
    stated === null ? [] : [`Resolved by: ${quote(onOneLine(stated.quote))} (${stated.confidence.toFixed(2)})`];
  const told = changeAssessment?.resolvedBy;
  if (told === undefined || told.kind === 'unknown' || (told.changeId === null && stated !== null)) return quoted;
  const says =
    resolution?.change?.certainty === 'possible' ? `Possibly ${words[told.kind].toLowerCase()}` : words[told.kind];
  return [
    ...quoted,
    `${says} (${told.confidence.toFixed(2)})${describeReasons(told.evidence)}`,
    ...(told.changeId === null ? [] : [`  ${told.changeId} ${describeChange(told.change)}`]),
  ];
}

export function quote(text: string): string {
  return `“${shorten(text, maxQuoteLength)}”`;
}
