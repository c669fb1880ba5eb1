import { dayInMs } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { indexStatementDecisions } from '../../extraction/statement-decisions.ts';
import type { NormalisedDocument } from '../../text/failure-document.ts';
import { haveTellingTerms, listDistinguishingTerms } from '../names/distinguishing-terms.ts';
import { createDocumentCollection, type DocumentCollection } from '../similarity/document-collection.ts';
import { clusterPoints } from './cluster-points.ts';
import { createClusteringConstraints } from './clustering-constraints.ts';
import type { ClusteringInput, FailureClustering } from './clustering-result.ts';
import { findCoherentMembers } from './coherence.ts';
import { createClusteringPoints, type Point } from './constrained-points.ts';
import { buildPointDocuments } from './event-documents.ts';
import { assignPatternIds } from './identity.ts';
import { isOneFailure } from './is-one-failure.ts';
import { createMembershipExplainer } from './membership.ts';
import { readReportContents } from './report-contents.ts';

const termCount = 8;
const minEpisodes = 2;
/** Similar reverts within this time count as reverts of one change, which may be retried until it works. */
const effortSpan = 7 * dayInMs;

/**
 * Clusters failures into patterns of at least two episodes. Corrections are binding, and patterns of the previous
 * clustering keep their ids. The result does not depend on the order of failures, episodes and corrections.
 */
export function findPatterns(input: ClusteringInput): FailureClustering {
  const constraints = createClusteringConstraints(
    input.corrections,
    input.failures.map(({ id }) => id),
  );
  const failures = input.failures.filter(({ id }) => !constraints.excluded.has(id));
  const { points, together, apart } = createClusteringPoints(
    failures.map(({ id }) => id),
    input.episodes,
    constraints,
  );
  const events = createDocumentCollection(buildPointDocuments(points, failures));
  const clustering = clusterPoints(events, together, apart, readReportContents(points, failures, input.vectors));
  const pointsOf = (group: readonly number[]) => group.map((position) => points[position] as Point);
  const decided = listDecidedFailures(
    input,
    together.flat().flatMap((position) => points[position]?.failureIds ?? []),
  );
  const recurs = createRecurrenceCheck(input, decided);
  const failureOf = new Map(failures.map((failure) => [failure.id, failure]));
  const isDecided = (group: readonly number[]) =>
    pointsOf(group).some(({ failureIds }) => failureIds.some((id) => decided.has(id)));
  const readEpisodes = (group: readonly number[]) =>
    group.map((position) => ({
      episodeId: points[position]?.episodeId ?? '',
      document: events.documents[position] as NormalisedDocument,
      failures: points[position]?.failureIds.flatMap((id) => failureOf.get(id) ?? []) ?? [],
    }));
  const keepCoherent = (group: readonly number[]) =>
    findCoherentMembers(readEpisodes(group), events.vocabulary).map((at) => group[at] as number);
  const statementDecisions = indexStatementDecisions(input.corrections);
  const recurring = clustering.groups
    .filter(({ length }) => length > 1)
    .map((group) => (isDecided(group) ? group : keepCoherent(group)))
    .filter(
      (group) =>
        new Set(pointsOf(group).map(({ episodeId }) => episodeId)).size >= minEpisodes &&
        (isDecided(group) || (isTelling(group, events) && isOneFailure(readEpisodes(group), statementDecisions))) &&
        recurs(pointsOf(group).flatMap(({ failureIds }) => failureIds)),
    );

  const instants = new Map(failures.map(({ id, occurredAt }) => [id, Date.parse(occurredAt)]));
  const byTime = (a: string, b: string) => (instants.get(a) ?? 0) - (instants.get(b) ?? 0) || compareStrings(a, b);
  const membersOf = recurring.map((group) =>
    pointsOf(group)
      .flatMap(({ failureIds }) => failureIds)
      .sort(byTime),
  );
  const { identified, lineage } = assignPatternIds(membersOf, input.previous, input.newPatternId);

  const readMembership = createMembershipExplainer({
    events,
    points,
    clustering: { ...clustering, groups: recurring },
    decided: new Set(constraints.together.flat()),
  });
  const patterns = identified.map(({ id, failureIds }, index) => {
    const members = failureIds.map(readMembership);
    const texts = (recurring[index] ?? []).map((position) => events.documents[position] as NormalisedDocument);
    return {
      id,
      members,
      confidence: members.reduce((sum, { confidence }) => sum + confidence, 0) / members.length,
      terms: listDistinguishingTerms(texts, events.vocabulary, termCount),
    };
  });
  return { patterns: patterns.sort((a, b) => compareStrings(a.id, b.id)), lineage };
}

/** Returns whether a group shares more than boilerplate: files, or words that other failures lack. */
function isTelling(group: readonly number[], { documents, vocabulary }: DocumentCollection): boolean {
  const members = group.map((position) => documents[position] as NormalisedDocument);
  return members.some(({ files }) => files.size > 0) || haveTellingTerms(members, vocabulary);
}

/** Lists the failures that people joined to others, and those of patterns that people confirmed. */
function listDecidedFailures({ corrections, previous }: ClusteringInput, joined: readonly string[]): Set<string> {
  const confirmed = new Set(
    corrections.flatMap(({ decision }) => (decision.kind === 'pattern' && decision.right ? [decision.patternId] : [])),
  );
  return new Set([
    ...joined,
    ...previous.filter(({ patternId }) => confirmed.has(patternId)).flatMap(({ failureIds }) => failureIds),
  ]);
}

/** Minimum share of reverts with known harm in a pattern that consists of reverts only. */
const minHarmfulShare = 0.5;

/**
 * Creates a function that tells whether failures are a recurrence. Reverts within a week, and reverts most of which state
 * no harm, do not count as a recurrence, unless a failure of another kind is among them, people joined the reverts, or
 * people confirmed their pattern.
 */
function createRecurrenceCheck(
  { failures }: ClusteringInput,
  decided: ReadonlySet<string>,
): (failureIds: readonly string[]) => boolean {
  const reverts = new Map(
    failures.flatMap(({ id, kind, occurredAt }) =>
      kind === 'reverted_change' ? [[id, Date.parse(occurredAt)] as const] : [],
    ),
  );
  const harmless = new Set(failures.flatMap(({ id, isHarmKnown }) => (isHarmKnown === false ? [id] : [])));
  return (failureIds) => {
    const times = failureIds.flatMap((id) => reverts.get(id) ?? []);
    if (times.length < failureIds.length || failureIds.some((id) => decided.has(id))) return true;
    const harmful = failureIds.filter((id) => !harmless.has(id)).length;
    return Math.max(...times) - Math.min(...times) > effortSpan && harmful >= minHarmfulShare * failureIds.length;
  };
}
