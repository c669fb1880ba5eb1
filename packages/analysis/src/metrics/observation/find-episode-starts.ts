import type { Instant, ReportMember } from '@refrain/domain';

export function findEpisodeStarts(
  members: readonly Pick<ReportMember, 'episodeId' | 'occurredAt'>[],
): Map<string, Instant> {
  const starts = new Map<string, Instant>();
  for (const { episodeId, occurredAt } of members) {
    const known = starts.get(episodeId);
    if (known === undefined || occurredAt < known) starts.set(episodeId, occurredAt);
  }
  return starts;
}
