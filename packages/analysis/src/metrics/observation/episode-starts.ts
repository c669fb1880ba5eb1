import type { Instant, ReportMember } from '@refrain/domain';

/** When each episode began, by its id: with the earliest of its failures. */
export function episodeStarts(
  members: readonly Pick<ReportMember, 'episodeId' | 'occurredAt'>[],
): Map<string, Instant> {
  const starts = new Map<string, Instant>();
  for (const { episodeId, occurredAt } of members) {
    const known = starts.get(episodeId);
    if (known === undefined || occurredAt < known) starts.set(episodeId, occurredAt);
  }
  return starts;
}
