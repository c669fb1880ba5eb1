import type { ImpactHours } from '@refrain/domain';
import { medianSorted, sum } from 'simple-statistics';
import type { ObservedEpisode } from '../observation/observed-episode.ts';

/** How long episodes were: the median, which one long one does not move, and the total beside it. */
export function measureImpact(episodes: readonly Pick<ObservedEpisode, 'hours'>[]): ImpactHours {
  const hours = episodes.flatMap((episode) => episode.hours ?? []).sort((a, b) => a - b);
  return {
    total: sum(hours),
    median: hours.length === 0 ? null : medianSorted(hours),
    told: hours.length,
    episodes: episodes.length,
  };
}
