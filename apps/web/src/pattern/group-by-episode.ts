import type { Schemas } from '../api/refrain.ts';

export interface EpisodeMembers {
  readonly episodeId: string;
  readonly startedAt: string;
  /** The failures of the episode, oldest first. */
  readonly failures: readonly Schemas['ReportMember'][];
}

export function groupByEpisode(members: readonly Schemas['ReportMember'][]): readonly EpisodeMembers[] {
  const episodes = new Map<string, Schemas['ReportMember'][]>();
  for (const member of members.toSorted((a, b) => compare(a.occurredAt, b.occurredAt))) {
    const failures = episodes.get(member.episodeId);
    if (failures) failures.push(member);
    else episodes.set(member.episodeId, [member]);
  }
  return [...episodes]
    .map(([episodeId, failures]) => ({ episodeId, startedAt: failures[0]?.occurredAt ?? '', failures }))
    .sort((a, b) => compare(b.startedAt, a.startedAt));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
