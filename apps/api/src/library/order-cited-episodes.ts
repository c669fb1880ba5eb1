import { formatDay } from '@refrain/analysis';
import type { FailureLibraryEntry } from '@refrain/domain';

/** Puts the episodes first whose reports the lesson quotes by their day, so that the first reference supports the lesson. */
export function orderCitedEpisodes({
  pattern: { scenario },
  episodes,
}: Pick<FailureLibraryEntry, 'pattern' | 'episodes'>): FailureLibraryEntry['episodes'] {
  const lesson = [scenario?.cause, scenario?.mechanism, scenario?.resolution].join(' ');
  const isCited = ({ at }: FailureLibraryEntry['episodes'][number]) =>
    at !== null && new RegExp(`(?<!\\d)${formatDay(at)}`, 'u').test(lesson);
  return [...episodes.filter(isCited), ...episodes.filter((episode) => !isCited(episode))];
}
