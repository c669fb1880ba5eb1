import type { Correction, Failure } from '@refrain/domain';
import { fitsTemplate, readTitle } from '../reverts/title-template.ts';
import { readVerdicts, sortByDecision } from './read-corrections.ts';

/** A person's decision whether a failure counts as one, made for it alone or for all with similar titles. */
export interface DecidedVerdict {
  readonly failureId: string;
  readonly isFailure: boolean;
}

interface TemplateDecision {
  readonly template: string;
  readonly areFailures: boolean;
}

/**
 * Returns the failures whose verdict a person decided. A decision on one failure overrules those on its title; of two
 * decisions on the same failure or title the later one holds.
 */
export function decideVerdicts(failures: readonly Failure[], corrections: readonly Correction[]): DecidedVerdict[] {
  const single = readVerdicts(corrections);
  const ofTitles = new Map<string, TemplateDecision[]>();
  for (const { decision } of sortByDecision(corrections)) {
    if (decision.kind !== 'title_template') continue;
    const { repository, template, areFailures } = decision;
    ofTitles.set(repository, [{ template, areFailures }, ...(ofTitles.get(repository) ?? [])]);
  }
  return failures.flatMap((failure) => {
    const isFailure = single.get(failure.id) ?? decideByTitle(failure, ofTitles);
    return isFailure === undefined ? [] : [{ failureId: failure.id, isFailure }];
  });
}

/** Returns the failures with the decided verdicts, whose confidence is 1. */
export function withVerdicts(failures: readonly Failure[], verdicts: readonly DecidedVerdict[]): readonly Failure[] {
  if (verdicts.length === 0) return failures;
  const isFailureOf = new Map(verdicts.map(({ failureId, isFailure }) => [failureId, isFailure]));
  return failures.map((failure) => {
    const isFailure = isFailureOf.get(failure.id);
    return isFailure === undefined ? failure : { ...failure, isFailure, confidence: 1 };
  });
}

function decideByTitle(
  { kind, repository, title }: Failure,
  ofTitles: ReadonlyMap<string, readonly TemplateDecision[]>,
): boolean | undefined {
  const decisions = kind === 'reverted_change' && repository !== null ? ofTitles.get(repository) : undefined;
  if (decisions === undefined) return undefined;
  const words = readTitle(title);
  return decisions.find(({ template }) => fitsTemplate(words, template))?.areFailures;
}
