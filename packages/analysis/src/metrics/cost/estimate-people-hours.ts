import { dayInMs, type PatternReport, type Span } from '@refrain/domain';
import { findEpisodeStarts } from '../observation/find-episode-starts.ts';

interface RecentCost {
  /** Number of episodes that began within the window */
  readonly episodes: number;
  /** People-hours of these episodes, as the typical hours of an episode times their number; null if unknown */
  readonly hours: Span | null;
}

/** Estimates the people-hours that a pattern's episodes took in the last `windowDays` days. */
export function estimatePeopleHours(
  { members, measurement = null, asOf }: Pick<PatternReport, 'members' | 'measurement' | 'asOf'>,
  windowDays: number,
): RecentCost {
  const from = new Date(Date.parse(asOf) - windowDays * dayInMs).toISOString();
  const episodes = [...findEpisodeStarts(members).values()].filter((at) => at >= from).length;
  const perEpisode = measurement?.cost.people.perEpisode ?? null;
  return {
    episodes,
    hours: perEpisode && { low: episodes * perEpisode.low, high: episodes * perEpisode.high },
  };
}
