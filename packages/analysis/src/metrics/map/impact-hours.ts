import type { ImpactHours, ObservedEpisode } from '@refrain/domain';
import { medianOf } from '../../stats/median-of.ts';

/**
 * Summarises the durations of episodes with an incident by the total, and by the median, which a single long episode hardly
 * changes.
 */
export function summariseImpactHours(all: readonly Pick<ObservedEpisode, 'hours' | 'kinds'>[]): ImpactHours {
  const episodes = all.filter(({ kinds }) => kinds.includes('incident'));
  const hours = episodes.flatMap((episode) => episode.hours ?? []).sort((a, b) => a - b);
  return {
    total: hours.reduce((sum, each) => sum + each, 0),
    median: medianOf(hours),
    withDuration: hours.length,
    episodes: episodes.length,
  };
}
