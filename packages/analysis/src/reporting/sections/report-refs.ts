import type { ReportLink, ReportMember, ReportSource } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';
import { groupBy } from '../../collections/group-by.ts';

/** The sources that the sentences of a pattern report cite. */
export interface ReportRefs {
  /**
   * Episodes as E1, E2, … in chronological order, then linked changes as C1, C2, …: causes first, then resolutions,
   * each in chronological order.
   */
  readonly sources: readonly ReportSource[];
  /** Returns the refs of the episodes of these failures, each once, in chronological order. */
  ofFailures(failureIds: Iterable<string>): string[];
  /** Returns the refs of these episodes in chronological order; episodes without known members have none. */
  ofEpisodes(episodeIds: Iterable<string>): string[];
  /** The refs of all episodes in chronological order. */
  readonly all: readonly string[];
  /** Returns null for a change without links. */
  ofChange(changeId: string): string | null;
  /** Returns the refs of the linked changes, each once, in the order of sources. */
  ofChanges(links: readonly ReportLink[]): string[];
}

/** Links to changes, in the order in which a report lists them. */
const linkTypes: readonly ReportLink['type'][] = ['caused_by', 'resolved_by', 'shipped_by'];

/**
 * Assigns refs to episodes and linked changes.
 * @param members in chronological order
 */
export function createReportRefs(members: readonly ReportMember[], links: readonly ReportLink[]): ReportRefs {
  const episodes = [...groupBy(members, ({ episodeId }) => [episodeId])];
  const refOfEpisode = new Map(episodes.map(([episodeId], at) => [episodeId, `E${at + 1}`]));
  const episodeOf = new Map(members.map(({ failureId, episodeId }) => [failureId, episodeId]));
  const order = new Map(episodes.map(([episodeId], at) => [episodeId, at]));
  const locationOf = (failureId: string) => order.get(episodeOf.get(failureId) ?? '') ?? 0;

  const changes = new Map<string, ReportLink>();
  const ordered = links
    .filter(({ type }) => linkTypes.includes(type))
    .sort(
      (a, b) =>
        linkTypes.indexOf(a.type) - linkTypes.indexOf(b.type) ||
        locationOf(a.failureId) - locationOf(b.failureId) ||
        b.score - a.score ||
        compare(a.targetId, b.targetId),
    );
  for (const link of ordered) if (!changes.has(link.targetId)) changes.set(link.targetId, link);
  const refOfChange = new Map([...changes.keys()].map((id, at) => [id, `C${at + 1}`]));

  const ofEpisodes = (episodeIds: Iterable<string>): string[] =>
    [...new Set(episodeIds)]
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
      .flatMap((episodeId) => refOfEpisode.get(episodeId) ?? []);

  return {
    sources: [
      ...episodes.map(([episodeId, own]) => describeEpisode(episodeId, own, refOfEpisode.get(episodeId) ?? '')),
      ...[...changes.values()].map(({ targetId, targetTitle, targetUrl, targetAt = null }) => ({
        ref: refOfChange.get(targetId) ?? '',
        kind: 'change' as const,
        id: targetId,
        at: targetAt,
        title: targetTitle,
        url: targetUrl,
      })),
    ],
    ofFailures: (failureIds) => ofEpisodes([...failureIds].flatMap((id) => episodeOf.get(id) ?? [])),
    ofEpisodes,
    all: [...refOfEpisode.values()],
    ofChange: (changeId) => refOfChange.get(changeId) ?? null,
    ofChanges: (some) => {
      const targetIds = new Set(some.map(({ targetId }) => targetId));
      return [...refOfChange].flatMap(([id, ref]) => (targetIds.has(id) ? [ref] : []));
    },
  };
}

/** Describes an episode by its first incident, which states what was observed, or by its first failure. */
function describeEpisode(id: string, members: readonly ReportMember[], ref: string): ReportSource {
  const representative = members.find(({ kind }) => kind === 'incident') ?? members[0];
  const more = members.length - 1;
  const title = `${representative?.title ?? ''}${more === 0 ? '' : ` (and ${more} more of the same event)`}`;
  const excerpt = representative?.excerpt ?? '';
  return {
    ref,
    kind: 'episode',
    id,
    at: members[0]?.occurredAt ?? null,
    title,
    url: representative?.url ?? null,
    ...(excerpt === '' ? {} : { excerpt }),
  };
}
