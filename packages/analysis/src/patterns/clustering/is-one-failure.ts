import type { FailureKind } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { noStatementDecisions, type StatementDecisions } from '../../extraction/statement-decisions.ts';
import type { FailureDocument, NormalisedDocument } from '../../text/failure-document.ts';
import { findLikelyMechanism, findSharedMechanism } from '../names/find-shared-mechanism.ts';
import { readMember } from '../names/read-member.ts';
import { hasSameTitle } from '../similarity/has-same-title.ts';

/** An episode of a group, or a part of it. */
export interface GroupedEpisode {
  readonly episodeId: string;
  readonly document: NormalisedDocument;
  readonly failures: readonly FailureDocument[];
}

/**
 * Number of episodes from which similar words alone show that most of a group's failures are one recurring failure, by
 * their kind. In six generated organisations, smaller groups without a common mechanism were one failure in 3 of 13 cases
 * (incidents) and in none of 8 (failed deployments, whose logs resemble each other); 37 of 41 larger groups of incidents
 * were one failure.
 */
const minEpisodesByWords: Readonly<Record<FailureKind, number>> = {
  incident: 3,
  failed_deployment: 6,
  reverted_change: 2,
};

/**
 * Returns whether a group of similar episodes is one recurring failure: its episodes are many, state a common mechanism that
 * says why they failed, or, of incidents, have the same title.
 * @param decisions people's decisions about what failures state, by failure id
 */
export function isOneFailure(
  group: readonly GroupedEpisode[],
  decisions: ReadonlyMap<string, StatementDecisions>,
): boolean {
  const failures = group.flatMap((one) => one.failures);
  const byEpisode = groupBy(group, ({ episodeId }) => [episodeId]);
  const kind = findMainKind(failures);
  if (kind === null || byEpisode.size >= minEpisodesByWords[kind]) return true;
  if (kind === 'incident' && haveSameTitle(group)) return true;
  const read = failures.map((member) => readMember(member, decisions.get(member.id) ?? noStatementDecisions));
  const episodes = Array.from(byEpisode.values(), (parts) => ({
    failureIds: parts.flatMap((part) => part.failures.map(({ id }) => id)),
  }));
  const common = findSharedMechanism({ read, episodes }) ?? findLikelyMechanism({ read, episodes });
  return common !== null && common.mechanism.isSymptom !== true;
}

/** Returns the kind of more than half of the failures, or else `incident`; null if no kind is known. */
function findMainKind(failures: readonly FailureDocument[]): FailureKind | null {
  const kinds = failures.flatMap(({ kind }) => kind ?? []);
  if (kinds.length === 0) return null;
  return kinds.find((kind) => 2 * kinds.filter((one) => one === kind).length > failures.length) ?? 'incident';
}

function haveSameTitle(group: readonly GroupedEpisode[]): boolean {
  return group.some(({ document, episodeId }) =>
    group.some((other) => other.episodeId !== episodeId && hasSameTitle(document, other.document)),
  );
}
