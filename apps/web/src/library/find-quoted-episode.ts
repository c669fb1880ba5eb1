import type { Schemas } from '../api/refrain.ts';

type Episode = Schemas['FailureLibraryEntry']['episodes'][number];

/** Lessons name days in UTC. */
const utcDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** Returns the episode of a day such as `9 Dec 2025`, or undefined if none or several of the entry began on that day. */
export function findQuotedEpisode(episodes: readonly Episode[], day: string | null): Episode | undefined {
  const found = episodes.filter(({ at }) => at !== null && utcDay.format(new Date(at)) === day);
  return found.length === 1 ? found[0] : undefined;
}
