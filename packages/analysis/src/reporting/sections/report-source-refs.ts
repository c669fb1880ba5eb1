import type { ReportLink, ReportMember, ReportSource } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { groupBy } from '../../collections/group-by.ts';

/** Short names (refs) of the sources that the sentences of a report cite, such as E1 for an episode. */
export interface ReportSourceRefs {
  /** Episodes E1, E2, … and linked changes C1, C2, …, causes before resolutions; each group is chronological */
  readonly sources: readonly ReportSource[];
  /** Returns the refs of the episodes that contain the failures, without repetitions, in chronological order. */
  ofFailures(failureIds: Iterable<string>): string[];
  /** Returns the refs of episodes in chronological order. An episode without a known failure has no ref. */
  ofEpisodes(episodeIds: Iterable<string>): string[];
  readonly all: readonly string[];
  /** Returns the ref of a change; null if no failure is linked to the change. */
  ofChange(changeId: string): string | null;
  /** Returns the refs of the changes to which links lead, without repetitions, in the order of `sources`. */
  ofChanges(links: readonly ReportLink[]): string[];
}

/** Types of links to changes, in the order in which a report lists them */
const linkTypes: readonly ReportLink['type'][] = ['caused_by', 'resolved_by', 'shipped_by'];

export function createReportSourceRefs(
  members: readonly ReportMember[],
  links: readonly ReportLink[],
): ReportSourceRefs {
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
        compareStrings(a.targetId, b.targetId),
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

/** Describes an episode by its first incident, or else by its first failure, because incidents name the symptoms. */
function describeEpisode(id: string, members: readonly ReportMember[], ref: string): ReportSource {
  const representative = members.find(({ kind }) => kind === 'incident') ?? members[0];
  const more = members.length - 1;
  const title = `${representative?.title ?? ''}${more === 0 ? '' : ` (+${more} more)`}`;
  return {
    ref,
    kind: 'episode',
    id,
    at: members[0]?.occurredAt ?? null,
    title,
    url: representative?.url ?? null,
  };
}
