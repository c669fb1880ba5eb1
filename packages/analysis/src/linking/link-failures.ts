import type { Change, Correction, Episode, Evidence, Failure, Link, LinkType } from '@refrain/domain';
import { createAffinity, type DecidedPair, shortName } from './affinity.ts';
import { buildEpisodes } from './build-episodes.ts';
import { byTime, type ChangeIndex, createChangeIndex, type Unit } from './change-index.ts';
import { type Decisions, linkKey, readDecisions } from './decisions.ts';
import { rankCauses } from './find-cause.ts';
import { findEnd } from './find-end.ts';
import { findEnding, isRollback } from './find-ending.ts';
import { createShipmentFinder } from './find-shipments.ts';
import { joinFallout } from './join-fallout.ts';
import { joinByMention } from './join-mentions.ts';
import { joinOutages } from './join-outages.ts';
import { joinReverts } from './join-reverts.ts';
import { findNamedChanges, type NamedChange } from './named-changes.ts';
import { indexReverts } from './revert-index.ts';
import { type Edge, joinByChange, joinIncidents, joinRetries } from './same-episode.ts';
import { createServiceMentions } from './service-mentions.ts';
import { unitOfFailure } from './unit-of-failure.ts';
import type { Candidate } from './weigh-signs.ts';
import { readWording } from './wording.ts';
import { createLocalWeights, createWeights, wordsOf } from './words.ts';

export interface LinkingInput {
  readonly failures: readonly Failure[];
  readonly changes: readonly Change[];
  readonly corrections: readonly Correction[];
  /** What people decided on services and repositories; nothing unless given. */
  readonly catalogue?: readonly DecidedPair[];
}

export interface Linking {
  readonly links: Link[];
  readonly episodes: Episode[];
}

/** Below this an incident counts as not change-related. */
const causeThreshold = 0.5;
/** From this likeness of names on, a service is also called by its repository's name. */
const sameNamed = 0.7;
/** Incidents that are thought to have been before the first that is known. */
const unseenIncidents = 20;

/**
 * Links failures to the changes that caused and ended them, and to the failures that are the same event.
 * People's decisions bind: a confirmed link stays whatever speaks against it, a rejected one is never suggested.
 * What is no failure keeps an episode of its own.
 */
export function linkFailures({ failures, changes, corrections, catalogue = [] }: LinkingInput): Linking {
  const decisions = readDecisions(corrections);
  const sorted = [...failures].sort(byTime);
  const counted = sorted.filter((failure) => failure.isFailure && !decisions.notFailures.has(failure.id));
  const index = createChangeIndex(changes);
  const links: Link[] = [];
  const causes = new Map<string, { unit: Unit; score: number }>();
  const add = (
    type: LinkType,
    failure: Failure,
    target: Change | Failure,
    score: number,
    evidence: readonly Evidence[],
  ): void => {
    links.push({
      type,
      failureId: failure.id,
      targetId: target.id,
      score,
      evidence: [...evidence],
      status: 'suggested',
    });
  };

  const reverts = indexReverts(
    sorted.filter((failure) => !decisions.notFailures.has(failure.id)),
    index,
  );
  const shipments = createShipmentFinder(changes, index);
  for (const failure of counted.filter(({ kind }) => kind !== 'incident')) {
    const confirmed = decisions.confirmedTarget('caused_by', failure.id, index);
    const unit = confirmed ?? unitOfFailure(failure, index);
    if (unit !== null && !decisions.isRejected('caused_by', failure.id, unit)) {
      const detail =
        failure.kind === 'reverted_change' ? 'the commit that was taken back' : 'the commit that was deployed';
      add('caused_by', failure, unit.head, 0.95, [{ signal: 'sha', detail, weight: 0.95 }]);
      causes.set(failure.id, { unit, score: 0.95 });
    }
    if (unit !== null && failure.kind === 'reverted_change')
      for (const { deployment, score, evidence } of shipments.find(failure, unit))
        add('shipped_by', failure, deployment, score, evidence);
    const ending = findEnding(failure, index);
    if (ending !== null && !decisions.isRejected('ended_by', failure.id, ending.unit))
      add('ended_by', failure, ending.target, ending.score, ending.evidence);
  }

  const incidents = counted.filter(({ kind }) => kind === 'incident');
  const affinityOf = createAffinity(
    incidents.flatMap(({ services }) => services),
    index.units.map(({ repository }) => repository),
    catalogue,
  );
  const mentions = createServiceMentions(
    incidents.flatMap(({ services }) => services),
    (service) =>
      affinityOf(service)
        .filter(({ score }) => score >= sameNamed)
        .map(({ repository }) => shortName(repository)),
    index,
  );
  const inChanges = createLocalWeights(index.units);
  const inIncidents = createWeights(
    incidents.map(({ title, text }) => wordsOf(`${title} ${text}`)),
    unseenIncidents,
  );
  const weigh = (repository: string, word: string): number =>
    Math.max(0, Math.min(inChanges(repository, word), inIncidents(word)));
  const namedBy = new Map<string, readonly NamedChange[]>();
  for (const failure of incidents) {
    const affinities = failure.services.flatMap(affinityOf);
    const repositories = [
      ...(failure.repository === null ? [] : [failure.repository]),
      ...affinities.map(({ repository }) => repository),
    ];
    const named = findNamedChanges(failure, repositories, index);
    namedBy.set(failure.id, named);
    const ranked = rankCauses(failure, {
      index,
      affinities,
      mentions,
      named,
      weigh,
      reverted: reverts,
      wording: readWording(failure, named),
    });
    const confirmed = decisions.confirmedTarget('caused_by', failure.id, index);
    const best = ranked.find(
      ({ unit, score }) =>
        score >= causeThreshold && !decisions.isRejected('caused_by', failure.id, unit) && !reverts.units.has(unit.key),
    );
    const chosen: Candidate | null = confirmed === null ? (best ?? null) : { unit: confirmed, score: 1, evidence: [] };
    if (chosen !== null) causes.set(failure.id, chosen);
    if (chosen !== null && confirmed === null)
      add('caused_by', failure, chosen.unit.head, chosen.score, chosen.evidence);
    const end = findEnd(failure, chosen?.unit ?? null, {
      index,
      affinities,
      mentions,
      named,
      weigh,
      revertedBy: reverts.by,
      isRejected: (unit) => decisions.isRejected('ended_by', failure.id, unit),
    });
    if (end !== null) add('ended_by', failure, end.unit.head, end.score, end.evidence);
  }

  const byChange = new Map<string, { failure: Failure; score: number }[]>();
  for (const failure of counted) {
    const cause = causes.get(failure.id);
    if (cause !== undefined)
      byChange.set(cause.unit.key, [...(byChange.get(cause.unit.key) ?? []), { failure, score: cause.score }]);
  }
  const edges = strongest([
    ...joinByChange(byChange),
    ...joinIncidents(incidents),
    ...joinOutages(incidents),
    ...joinFallout(incidents),
    ...joinReverts(
      counted.filter(({ kind }) => kind === 'reverted_change'),
      sorted,
      index,
    ),
    ...joinRetries(
      // What was rolled back had gone through: nothing was tried again.
      counted.filter((failure) => failure.kind === 'failed_deployment' && !isRollback(failure)),
      successBetween(index),
    ),
    ...joinByMention(counted, namedBy, index, reverts.failures),
  ]);
  const { episodes, used } = joinAll(sorted, edges, decisions);
  for (const { earlier, later, score, evidence } of used) add('same_episode', later, earlier, score, evidence);
  return { links: withDecisions(links, decisions, new Set(failures.map(({ id }) => id))), episodes };
}

function successBetween(index: ChangeIndex): (a: Failure, b: Failure) => boolean {
  return (a, b) =>
    a.repository !== null &&
    index
      .between(a.repository, Date.parse(a.occurredAt) + 1, Date.parse(b.occurredAt) - 1, 100)
      .some(
        ({ change }) =>
          change.kind === 'deployment' && change.succeeded === true && change.environment === a.environment,
      );
}

/** One edge for each pair: the one with the highest score. */
function strongest(edges: readonly Edge[]): Edge[] {
  const best = new Map<string, Edge>();
  for (const candidate of edges) {
    if (candidate.earlier.id === candidate.later.id) continue;
    const key = linkKey('same_episode', candidate.earlier.id, candidate.later.id);
    const known = best.get(key);
    if (known === undefined || candidate.score > known.score) best.set(key, candidate);
  }
  return [...best].sort(([a, x], [b, y]) => y.score - x.score || (a < b ? -1 : 1)).map(([, found]) => found);
}

function joinAll(
  failures: readonly Failure[],
  edges: readonly Edge[],
  decisions: Decisions,
): { episodes: Episode[]; used: Edge[] } {
  const decided = decisions.links.filter(({ type }) => type === 'same_episode');
  const confirmed = decided
    .filter(({ right }) => right)
    .map(({ failureId, targetId }) => ({ a: failureId, b: targetId }));
  const apart = decided.filter(({ right }) => !right).map(({ failureId, targetId }) => ({ a: failureId, b: targetId }));
  const suggested = edges.map((found) => ({ a: found.earlier.id, b: found.later.id, found }));
  const { episodes, used } = buildEpisodes(
    failures,
    [...confirmed.sort((x, y) => (x.a + x.b < y.a + y.b ? -1 : 1)), ...suggested],
    apart,
  );
  return { episodes, used: suggested.filter((join) => used.has(join)).map(({ found }) => found) };
}

/** Suggested links with people's decisions laid over them, in a fixed order. */
function withDecisions(links: readonly Link[], decisions: Decisions, known: ReadonlySet<string>): Link[] {
  const all = new Map(links.map((link) => [linkKey(link.type, link.failureId, link.targetId), link]));
  for (const { type, failureId, targetId, right } of decisions.links) {
    if (!known.has(failureId)) continue;
    const key = linkKey(type, failureId, targetId);
    const suggested = all.get(key);
    all.set(key, {
      type,
      failureId,
      targetId,
      score: right ? 1 : (suggested?.score ?? 0),
      evidence: suggested?.evidence ?? [],
      status: right ? 'confirmed' : 'rejected',
    });
  }
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}
