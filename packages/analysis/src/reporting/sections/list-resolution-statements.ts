import type { PatternReport, ReportLink, ReportMember } from '@refrain/domain';
import { isQuotable } from '../../blameless/is-quotable.ts';
import { saysHow } from '../../extraction/resolution/says-how.ts';
import { findRetriedFailures } from '../../linking/find-retried-failures.ts';
import { isOnlyUnconfirmedRevert, judgeResolutionCertainty } from '../../linking/judge-resolution-certainty.ts';
import { maxRead } from '../../patterns/names/describe-pattern.ts';
import type { ResolutionStatements } from '../../remedies/count-remedies.ts';

type Input = Pick<PatternReport, 'members' | 'links'>;

/** Lists what the lesson of a pattern reads, too: the stated resolutions of its newest failures, and the changes that resolved them. */
export function listResolutionStatements(input: Input): ResolutionStatements {
  return {
    quotations: input.members
      .slice(-maxRead)
      .flatMap(({ failureId, statedResolution }: ReportMember) =>
        statedResolution === undefined || !isQuotable(statedResolution.quote)
          ? []
          : [{ failureId, quote: statedResolution.quote }],
      ),
    changes: listResolvingLinks(input)
      .filter(isSure)
      .map(({ failureId, targetTitle, targetAt = '' }) => ({ failureId, title: targetTitle, at: targetAt })),
  };
}

/** Matches a note such as “merged shop#51”, “fixed by 3f9a1c2d” or “shop#51 is live, recovering”, which says less than the number of rollbacks and the title of the change. */
const reference =
  /^(?:(?:fixed|resolved|merged|reverted|rolled back|undone|shipped) (?:(?:by|with|in|via) )?)?(?:\S+#\d+|[\da-f]{7,40})(?: is (?:live|merged|out))?(?:, \w+)?[.!]?$/iu;

/** Returns the stated resolution of a failure if it says how the failure was resolved. */
export function findTellingResolution({
  statedResolution: stated,
  statedRootCause,
}: Pick<ReportMember, 'statedResolution' | 'statedRootCause'>): ReportMember['statedResolution'] {
  const isTelling =
    stated !== undefined &&
    isQuotable(stated.quote) &&
    saysHow(stated.quote) &&
    !reference.test(stated.quote) &&
    stated.quote !== statedRootCause?.quote;
  return isTelling ? stated : undefined;
}

/** Lists the links to changes that certainly or possibly resolved a failure, without the deployments that only succeeded later. */
export function listResolvingLinks({ members, links }: Input): ReportLink[] {
  const kinds = new Map(members.map(({ failureId, kind }) => [failureId, kind]));
  const retried = findRetriedFailures(links);
  return links.filter(
    ({ type, failureId, isConfirmed }) =>
      type === 'resolved_by' &&
      !retried.has(failureId) &&
      !isOnlyUnconfirmedRevert(kinds.get(failureId), isConfirmed === true),
  );
}

/** Returns whether a change certainly or nearly certainly resolved a failure. */
export function isSure({ score, isConfirmed }: ReportLink): boolean {
  return judgeResolutionCertainty(score, isConfirmed === true) !== 'possible';
}

/**
 * Returns a function that finds the change that possibly resolved an episode; null if a text says how it was resolved, a change certainly
 * resolved it, a new deployment of the same commit succeeded, or none is known.
 */
export function createPossibleResolutionFinder(
  input: Input,
): (episode: readonly Pick<ReportMember, 'failureId' | 'statedResolution'>[]) => ReportLink | null {
  const resolving = listResolvingLinks(input);
  const retried = findRetriedFailures(input.links);
  return (episode) => {
    if (episode.some(({ statedResolution: stated }) => stated !== undefined && saysHow(stated.quote))) return null;
    const ids = new Set(episode.map(({ failureId }) => failureId));
    const links = resolving.filter(({ failureId }) => ids.has(failureId));
    return links.some(isSure) || [...ids].some((id) => retried.has(id)) ? null : (links[0] ?? null);
  };
}
