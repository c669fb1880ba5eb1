import { type Episode, type Failure, hasTimeOfDay } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { sortByTime } from '../collections/sort-by-time.ts';
import type { ChangeIndex } from './change-index.ts';
import { isRolledBackDeployment } from './find-resolving-change.ts';
import { createRoutineTitleCheck, joinRevertSeries, joinRevertsOfOneChange } from './join-reverts-of-one-change.ts';
import { createSuggestedLink, getLinkKey, type LinkDecisions, type SuggestedLink } from './link-decisions.ts';
import type { LinkedCause } from './link-failures-to-own-changes.ts';
import type { NamedChange } from './named-changes.ts';
import type { RevertIndex } from './revert-index.ts';
import {
  type FailureJoin,
  joinFailuresByCause,
  joinIncidentsResolvedByReverts,
  joinMentionedFailures,
  joinRetriedDeployments,
} from './same-episode.ts';

interface EpisodeJoiningInput {
  /** All parsed failures, earliest first. Each gets an episode, even if it does not count as a failure. */
  readonly failures: readonly Failure[];
  /** `failures` without those that people dismissed. */
  readonly known: readonly Failure[];
  /** The records of `known` that count as failures, plus unclear reverts of changes that caused other failures. */
  readonly counted: readonly Failure[];
  readonly jointIncidents: readonly FailureJoin[];
  /** Suggested links of incidents to changes */
  readonly incidentLinks: readonly SuggestedLink[];
  readonly causes: ReadonlyMap<string, LinkedCause>;
  readonly namedBy: ReadonlyMap<string, readonly NamedChange[]>;
  readonly index: ChangeIndex;
  readonly reverts: RevertIndex;
  readonly decisions: LinkDecisions;
}

/** Joins the failures of one event: caused by one change, part of one outage, or joined by people. */
export function joinFailuresToEpisodes(input: EpisodeJoiningInput): { episodes: Episode[]; links: SuggestedLink[] } {
  const { failures, decisions } = input;
  const decided = decisions.links.filter(({ type }) => type === 'same_episode');
  const pairsOf = (wanted: boolean) =>
    decided.filter(({ right }) => right === wanted).map(({ failureId, targetId }) => ({ a: failureId, b: targetId }));
  const confirmed = pairsOf(true).sort((x, y) => (x.a + x.b < y.a + y.b ? -1 : 1));
  const suggested = strongest(findEdges(input)).map((found) => ({ a: found.earlier.id, b: found.later.id, found }));
  const { episodes, used } = buildEpisodes(failures, [...confirmed, ...suggested], pairsOf(false));
  const links = suggested
    .filter((join) => used.has(join))
    .map(({ found: { earlier, later, score, evidence } }) =>
      createSuggestedLink('same_episode', later, earlier, score, evidence),
    );
  return { episodes, links };
}

function findEdges({
  failures,
  known,
  counted,
  jointIncidents: together,
  incidentLinks,
  causes,
  namedBy,
  index,
  reverts,
}: EpisodeJoiningInput): FailureJoin[] {
  // Excludes failures without a time of day, since it is unknown how many minutes or hours they are apart.
  const timed = counted.filter(({ precision }) => hasTimeOfDay(precision));
  const isHabit = createRoutineTitleCheck(index);
  const explained = counted.flatMap((failure) => {
    const cause = causes.get(failure.id);
    return cause === undefined ? [] : [{ failure, change: cause.unit.key, score: cause.score }];
  });
  return [
    ...joinFailuresByCause(groupBy(explained, ({ change }) => [change])),
    ...together,
    ...joinIncidentsResolvedByReverts(incidentLinks, counted, index),
    ...joinRevertsOfOneChange(
      counted.filter(({ kind }) => kind === 'reverted_change'),
      failures,
      index,
      isHabit,
    ),
    ...joinRevertSeries(
      known.filter(({ precision }) => hasTimeOfDay(precision)),
      isHabit,
    ),
    ...joinRetriedDeployments(
      // A rolled-back deployment had succeeded, so the next deployment is not a retry.
      timed.filter((failure) => failure.kind === 'failed_deployment' && !isRolledBackDeployment(failure)),
      (a, b) => succeededBetween(a, b, index),
    ),
    ...joinMentionedFailures(counted, namedBy, index, reverts.failureByRevert),
  ];
}

function succeededBetween(a: Failure, b: Failure, index: ChangeIndex): boolean {
  return (
    a.repository !== null &&
    index
      .between(a.repository, Date.parse(a.occurredAt) + 1, Date.parse(b.occurredAt) - 1, 100)
      .some(
        ({ change }) =>
          change.kind === 'deployment' && change.succeeded === true && change.environment === a.environment,
      )
  );
}

function strongest(edges: readonly FailureJoin[]): FailureJoin[] {
  const best = new Map<string, FailureJoin>();
  for (const candidate of edges) {
    if (candidate.earlier.id === candidate.later.id) continue;
    const key = getLinkKey('same_episode', candidate.earlier.id, candidate.later.id);
    const known = best.get(key);
    if (known === undefined || candidate.score > known.score) best.set(key, candidate);
  }
  return [...best].sort(([a, x], [b, y]) => y.score - x.score || (a < b ? -1 : 1)).map(([, found]) => found);
}

interface FailurePair {
  readonly a: string;
  readonly b: string;
}

/** Groups joined failures into connected components, strongest joins first, and reports the joins that were used. */
function buildEpisodes(failures: readonly Failure[], joins: readonly FailurePair[], apart: readonly FailurePair[]) {
  const sorted = sortByTime(failures);
  const order = new Map(sorted.map((failure, at) => [failure.id, at]));
  const members = new Map<string, string[]>(sorted.map(({ id }) => [id, [id]]));
  const root = new Map<string, string>(sorted.map(({ id }) => [id, id]));
  const separated = new Map<string, Set<string>>();
  for (const { a, b } of apart) {
    separated.set(a, (separated.get(a) ?? new Set()).add(b));
    separated.set(b, (separated.get(b) ?? new Set()).add(a));
  }
  const used = new Set<FailurePair>();
  for (const join of joins) {
    const a = root.get(join.a);
    const b = root.get(join.b);
    if (a === undefined || b === undefined) continue;
    if (a === b) {
      used.add(join);
      continue;
    }
    const [small, large] = (members.get(a)?.length ?? 0) <= (members.get(b)?.length ?? 0) ? [a, b] : [b, a];
    const moving = members.get(small) ?? [];
    const clashes = moving.some((id) => [...(separated.get(id) ?? [])].some((other) => root.get(other) === large));
    if (clashes) continue;
    for (const id of moving) root.set(id, large);
    members.get(large)?.push(...moving);
    members.delete(small);
    used.add(join);
  }
  const episodes = [...members.values()].map((ids) => {
    const failureIds = ids.sort((x, y) => (order.get(x) ?? 0) - (order.get(y) ?? 0));
    return { id: failureIds[0] ?? '', failureIds };
  });
  episodes.sort((x, y) => (order.get(x.id) ?? 0) - (order.get(y.id) ?? 0));
  return { episodes, used };
}
