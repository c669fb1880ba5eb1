import type { Correction, Failure } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { groupBy } from '../../collections/group-by.ts';
import { matchesTitleTemplate, parseTitleWords } from '../reverts/title-template.ts';

/** A person's decision whether a record is a failure, made for this record or for all with similar titles. */
export interface ManualVerdict {
  readonly failureId: string;
  readonly isFailure: boolean;
}

/**
 * Lists the failures that people have judged. A decision about one failure overrules decisions about all with
 * similar titles. Otherwise the latest decision applies.
 */
export function resolveManualVerdicts(
  failures: readonly Failure[],
  corrections: readonly Correction[],
): ManualVerdict[] {
  const single = collectIndividualVerdicts(corrections);
  const latestFirst = sortCorrectionsByTime(corrections).reverse();
  const ofTitles = groupBy(
    latestFirst.flatMap(({ decision }) => (decision.kind === 'title_template' ? [decision] : [])),
    ({ repository }) => [repository],
  );
  const decideByTitle = ({ kind, repository, title }: Failure): boolean | undefined => {
    const decisions = kind === 'reverted_change' && repository !== null ? ofTitles.get(repository) : undefined;
    if (decisions === undefined) return undefined;
    const words = parseTitleWords(title);
    return decisions.find(({ template }) => matchesTitleTemplate(words, template))?.areFailures;
  };
  return failures.flatMap((failure) => {
    const isFailure = single.get(failure.id) ?? decideByTitle(failure);
    return isFailure === undefined ? [] : [{ failureId: failure.id, isFailure }];
  });
}

/** Sorts corrections by the time at which people made them, oldest first, so that later ones overrule earlier ones. */
export function sortCorrectionsByTime(corrections: readonly Correction[]): Correction[] {
  return [...corrections].sort((a, b) => compareStrings(a.decidedAt, b.decidedAt) || compareStrings(a.id, b.id));
}

/** Maps the id of each individually judged record to the latest decision: whether the record is a failure. */
export function collectIndividualVerdicts(corrections: readonly Correction[]): ReadonlyMap<string, boolean> {
  return new Map(
    sortCorrectionsByTime(corrections).flatMap(({ decision }) =>
      decision.kind === 'not_a_failure' || decision.kind === 'is_a_failure'
        ? [[decision.failureId, decision.kind === 'is_a_failure'] as const]
        : [],
    ),
  );
}

/** Returns the ids of records that people judged individually not to be failures. */
export function findDismissedFailureIds(corrections: readonly Correction[]): ReadonlySet<string> {
  return new Set([...collectIndividualVerdicts(corrections)].flatMap(([id, isFailure]) => (isFailure ? [] : [id])));
}
