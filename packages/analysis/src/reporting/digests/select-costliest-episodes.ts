import type { CostlyEpisode, ObservedEpisode } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { sumImpactHours } from './impact-hours.ts';

const maxEpisodes = 3;
/** The share of the impact that the selected episodes have together. */
const minShare = 1 / 2;

/** Selects the fewest episodes that account for half of the impact; none if that takes more than three. */
export function selectCostliestEpisodes(
  episodes: readonly (ObservedEpisode & { readonly title: string })[],
): CostlyEpisode[] {
  const impact = sumImpactHours(episodes) ?? 0;
  if (impact === 0) return [];
  const costliest = episodes
    .flatMap(({ id, title, startedAt, hours, services, patternId }) =>
      hours === null ? [] : [{ episodeId: id, title, startedAt, hours, services: [...services], patternId }],
    )
    .sort((a, b) => b.hours - a.hours || compareStrings(a.episodeId, b.episodeId));
  const needed = costliest.findIndex((_, at) => (sumImpactHours(costliest.slice(0, at + 1)) ?? 0) >= impact * minShare);
  return needed < maxEpisodes ? costliest.slice(0, needed + 1) : [];
}
