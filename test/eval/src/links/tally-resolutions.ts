import { judgeResolutionCertainty } from '@refrain/analysis';
import type { ChangeAssessment } from '@refrain/domain';
import { findTrueEpisodes } from '../patterns/score-patterns.ts';
import type { OrganisationWithTruth } from './organisation-variant.ts';

/**
 * Compares the resolutions of incidents with the truth: the named changes, and whether the incident was resolved by a revert, by a fix or
 * by no change. The truth does not distinguish incidents that ended without action from incidents that were resolved manually.
 */
export function tallyResolutions(
  answers: readonly ChangeAssessment[],
  { changes, truth, failures }: Pick<OrganisationWithTruth, 'changes' | 'truth' | 'failures'>,
) {
  const episodes = findTrueEpisodes(truth);
  const nameOf = new Map(changes.map(({ id, externalId }) => [id, externalId]));
  const reverts = new Set(
    failures.filter(({ kind }) => kind === 'reverted_change').map(({ externalId }) => externalId),
  );
  // Incidents without a known end, such as post-mortems with only a date, have no known resolution.
  const ended = new Set(failures.filter(({ resolvedAt }) => resolvedAt !== null).map(({ id }) => id));
  const counts = { right: 0, given: 0, wanted: 0 };
  const kinds = { right: 0, of: 0 };
  // The named changes, by the certainty that Refrain displays.
  const certain = {
    confirmed: { right: 0, of: 0 },
    nearly_certain: { right: 0, of: 0 },
    possible: { right: 0, of: 0 },
  };
  for (const { failureId, resolvedBy } of answers) {
    const episode = episodes.get(failureId);
    if (episode === undefined) continue;
    const end = episode.endedByChange;
    const names = end === null ? [] : [end.id, ...end.sameAs];
    counts.given += Number(resolvedBy.changeId !== null);
    counts.wanted += Number(end !== null);
    const isRight = resolvedBy.changeId !== null && names.includes(nameOf.get(resolvedBy.changeId) ?? '');
    counts.right += Number(isRight);
    if (resolvedBy.changeId !== null) {
      const tally = certain[judgeResolutionCertainty(resolvedBy.confidence, false)];
      tally.of += 1;
      tally.right += Number(isRight);
    }
    if (!ended.has(failureId)) continue;
    kinds.of += 1;
    const trueKind = end === null ? 'none' : names.some((name) => reverts.has(name)) ? 'back' : 'fix';
    kinds.right += Number(kindOf(resolvedBy.kind) === trueKind);
  }
  return { changes: counts, kinds, certain };
}

function kindOf(kind: ChangeAssessment['resolvedBy']['kind']): 'back' | 'fix' | 'none' | 'unknown' {
  if (kind === 'revert' || kind === 'rollback') return 'back';
  if (kind === 'manual' || kind === 'self_resolved') return 'none';
  return kind;
}
