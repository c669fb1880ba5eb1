import { compareStrings } from '../../collections/compare-strings.ts';
import type { ReportReading } from '../../extraction/read-report.ts';
import { listClearMechanisms } from '../../mechanisms/list-clear-mechanisms.ts';
import type { Mechanism } from '../../mechanisms/mechanism.ts';
import type { FailureDocument } from '../../text/failure-document.ts';

/** The mechanism that most episodes of a pattern state. */
export interface SharedMechanism {
  readonly mechanism: Mechanism;
  /** Number of episodes that state the mechanism */
  readonly episodes: number;
}

/** A member of a pattern, and what its text states. */
export interface ReadMember {
  readonly member: FailureDocument;
  readonly reading: ReportReading;
  /** The component that a person chose, null for none; absent if nobody decided */
  readonly component?: string | null | undefined;
}

export interface SharedMechanismInput {
  readonly read: readonly ReadMember[];
  readonly episodes: readonly { readonly failureIds: readonly string[] }[];
}

/** Only this number of strongest mechanisms of a failure count, because long reports mention many. */
const maxPerFailure = 3;
/** Minimum share of the episodes that state the mechanism. One of two episodes is not enough. */
const minShare = 0.5;

/** Finds the mechanism that at least half of the episodes state; null without such a mechanism. */
export function findSharedMechanism({ read, episodes }: SharedMechanismInput): SharedMechanism | null {
  const episodeOf = new Map(episodes.flatMap(({ failureIds }, at) => failureIds.map((id) => [id, at] as const)));
  const readEpisodes = new Set<number | string>();
  const found = new Map<Mechanism, Map<number | string, number>>();
  for (const { member, reading } of read) {
    const episode = episodeOf.get(member.id) ?? member.id;
    readEpisodes.add(episode);
    for (const { mechanism, score } of listClearMechanisms(reading.mechanisms).slice(0, maxPerFailure)) {
      const byEpisode = found.get(mechanism) ?? new Map<number | string, number>();
      found.set(mechanism, byEpisode);
      byEpisode.set(episode, Math.max(byEpisode.get(episode) ?? 0, score));
    }
  }
  const rated = [...found].map(([mechanism, byEpisode]) => ({
    mechanism,
    episodes: byEpisode.size,
    score: [...byEpisode.values()].reduce((sum, score) => sum + score, 0),
  }));
  rated.sort((a, b) => b.score - a.score || compareStrings(a.mechanism.id, b.mechanism.id));
  const [best] = rated;
  if (best === undefined || best.episodes < minShare * readEpisodes.size) return null;
  if (best.episodes < Math.min(2, readEpisodes.size)) return null;
  return { mechanism: best.mechanism, episodes: best.episodes };
}

/** Writes a mechanism's clause about a component, such as “Prometheus runs out of memory”. */
export function writeMechanismClause({ clause }: Mechanism, component: string): string {
  const written = clause.replace('…', component);
  return written.charAt(0).toUpperCase() + written.slice(1);
}
