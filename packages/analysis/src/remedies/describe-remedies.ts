import { capitalise, formatList, formatPartOfEpisodes } from '../text/format.ts';
import type { RemedyCount } from './count-remedies.ts';

/** A remedy is named if it resolved at least two episodes, or half of them, and at least this share. */
const minShare = 0.1;
const maxNamed = 3;

/**
 * Selects the remedies that resolved enough episodes to be named, of which some were not resolved by a more frequent one too.
 * Omits that a later change did it, which says nothing.
 */
export function listFrequentRemedies(counts: readonly RemedyCount[], episodes: number): RemedyCount[] {
  const min = Math.max(Math.min(2, episodes / 2), minShare * episodes);
  const explained = new Set<string>();
  return counts
    .filter(({ failureIds }) => {
      const isNew = failureIds.length >= min && failureIds.some((id) => !explained.has(id));
      if (isNew) for (const id of failureIds) explained.add(id);
      return isNew;
    })
    .filter(({ remedy }) => remedy.id !== 'later-change')
    .slice(0, maxNamed);
}

/**
 * Describes how many episodes each remedy resolved; null without a remedy. Others may have been resolved so too, in words that
 * were not recognised.
 */
export function describeRemedies(frequent: readonly RemedyCount[], episodes: number): string | null {
  const [first, ...others] = frequent;
  if (first === undefined) return null;
  return `${formatList([
    `${formatResolved(first.failureIds.length, episodes)} resolved ${first.remedy.means}`,
    ...others.map(({ failureIds, remedy }) => `${failureIds.length} ${remedy.means}`),
  ])}.`;
}

function formatResolved(count: number, total: number): string {
  const part = formatPartOfEpisodes(count, total);
  return `${count < total ? `At least ${part}` : capitalise(part)} ${count === 1 ? 'was' : 'were'}`;
}
