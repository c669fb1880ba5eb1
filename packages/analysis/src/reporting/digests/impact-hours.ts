import type { ObservedEpisode } from '@refrain/domain';
import { formatNumber } from '../../text/format-number.ts';

/** Sums the known durations of episodes in hours. Returns null if none is known. */
export function sumImpactHours(episodes: readonly Pick<ObservedEpisode, 'hours'>[]): number | null {
  const known = episodes.flatMap(({ hours }) => hours ?? []);
  return known.length === 0 ? null : known.reduce((sum, hours) => sum + hours, 0);
}

/** Formats an impact: `40 min`, `7.5 h`, `214 h`. */
export function formatImpact(hours: number): string {
  if (hours < 1) return `${Math.round(hours * 60)} min`;
  return `${hours < 10 ? formatNumber(hours) : Math.round(hours)} h`;
}
