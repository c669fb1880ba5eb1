import type { ReportLink, ReportMember, ReportSource } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';
import { groupBy } from '../../collections/group-by.ts';

/** What the sentences of a pattern's report can point to. */
export interface ReportRefs {
  /** Episodes by time as E1, E2, …, then linked changes as C1, C2, …: what caused, then what ended the episodes, by time. */
  readonly sources: readonly ReportSource[];
  /** Refs of the episodes in which these failures are, by time, each once. */
  ofFailures(failureIds: Iterable<string>): string[];
  /** Refs of these episodes, by time; one of which no member is known has none. */
  ofEpisodes(episodeIds: Iterable<string>): string[];
  /** Refs of all episodes, by time. */
  readonly all: readonly string[];
  /** Null for a change that nothing links. */
  ofChange(changeId: string): string | null;
  /** Refs of the changes to which these links lead, each once, in their own order. */
  ofChanges(links: readonly ReportLink[]): string[];
}

/** Links to changes, in the order in which a report tells of them. */
const linkTypes: readonly ReportLink['type'][] = ['caused_by', 'resolved_by', 'shipped_by'];

/** @param members by time, as a report holds them */
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
      const wanted = new Set(some.map(({ targetId }) => targetId));
      return [...refOfChange].flatMap(([id, ref]) => (wanted.has(id) ? [ref] : []));
    },
  };
}

/** An episode goes by its first incident, which says what was seen; else by its first failure. */
function describeEpisode(id: string, members: readonly ReportMember[], ref: string): ReportSource {
  const told = members.find(({ kind }) => kind === 'incident') ?? members[0];
  const more = members.length - 1;
  const title = `${told?.title ?? ''}${more === 0 ? '' : ` (and ${more} more of the same event)`}`;
  const excerpt = told?.excerpt ?? '';
  return {
    ref,
    kind: 'episode',
    id,
    at: members[0]?.occurredAt ?? null,
    title,
    url: told?.url ?? null,
    ...(excerpt === '' ? {} : { excerpt }),
  };
}
