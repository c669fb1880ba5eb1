import { maxImpactHours, type ObservedEpisode } from '@refrain/domain';

/** Sums the known durations of episodes in hours, of which each counts at most `maxImpactHours`. Returns null if none is known. */
export function sumImpactHours(episodes: readonly Pick<ObservedEpisode, 'hours'>[]): number | null {
  const known = episodes.flatMap(({ hours }) => hours ?? []);
  return known.length === 0 ? null : known.reduce((sum, hours) => sum + Math.min(hours, maxImpactHours), 0);
}

/** Formats an impact: `40 min`, `7.5 h`, `214 h`. Rounds 5.85 up, as the list of digests does. */
export function formatImpact(hours: number): string {
  if (hours < 1) return `${Math.round(hours * 60)} min`;
  return `${hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours)} h`;
}
