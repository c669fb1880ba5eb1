import type { Store } from '@refrain/store';
import type { MeasuredPeriods } from '../measurement/period-reader.ts';

/** Adds the episodes of each pattern by twelfths of the shown period, those with a known duration, and those of the period before. */
export async function addTimelines<Item extends { readonly id: string }>(
  { patterns }: Pick<Store, 'patterns'>,
  items: readonly Item[],
  periods: MeasuredPeriods | null,
): Promise<(Item & { timeline: number[]; episodesBefore: number | null; timedEpisodes: number })[]> {
  if (periods === null) return items.map((item) => ({ ...item, timeline: [], episodesBefore: null, timedEpisodes: 0 }));
  const { shown: period, before } = periods;
  const counted = await patterns.countTimelines(
    items.map(({ id }) => id),
    { period, before },
  );
  return items.map((item) => ({
    ...item,
    timeline: counted.get(item.id)?.timeline ?? [],
    timedEpisodes: counted.get(item.id)?.timedEpisodes ?? 0,
    episodesBefore: before && (counted.get(item.id)?.episodesBefore ?? 0),
  }));
}
