import { groupBy } from '../collections/group-by.ts';
import { isRevertTitle } from '../text/extract-original-title.ts';
import { findRemedies } from './find-remedies.ts';
import { remedies } from './remedies.ts';
import type { Remedy } from './remedy.ts';

export interface ResolutionStatements {
  /** Passages that state how a failure was resolved */
  readonly quotations: readonly { readonly failureId: string; readonly quote: string }[];
  /** Changes that resolved a failure, according to a `resolved_by` link, and when they happened */
  readonly changes: readonly { readonly failureId: string; readonly title: string; readonly at: string }[];
}

export interface RemedyCount {
  readonly remedy: Remedy;
  /** The first failure of each episode that the remedy resolved */
  readonly failureIds: readonly string[];
}

/** Counts the episodes that each remedy resolved, most frequent first. An episode counts once for each of its remedies. */
export function countRemedies(
  episodes: readonly { readonly failureIds: readonly string[] }[],
  remediesOf: (failureIds: readonly string[]) => readonly Remedy[],
): RemedyCount[] {
  const resolved = episodes.map(({ failureIds }) => ({ id: failureIds[0] ?? '', remedies: remediesOf(failureIds) }));
  return remedies
    .map((remedy) => ({
      remedy,
      failureIds: resolved.filter((own) => own.remedies.includes(remedy)).map(({ id }) => id),
    }))
    .filter(({ failureIds }) => failureIds.length > 0)
    .sort((a, b) => b.failureIds.length - a.failureIds.length);
}

/** Returns a function that lists the remedies of an episode, those that its reports state first. Reads each episode once. */
export function createRemedyFinder({
  quotations,
  changes,
}: ResolutionStatements): (failureIds: readonly string[]) => Remedy[] {
  const quotationsOf = groupBy(quotations, ({ failureId }) => [failureId]);
  const changesOf = groupBy(changes, ({ failureId }) => [failureId]);
  const known = new Map<string, Remedy[]>();
  const read = (failureIds: readonly string[]): Remedy[] => {
    const quotes = failureIds.flatMap((id) => quotationsOf.get(id) ?? []);
    const titles = failureIds.flatMap((id) => changesOf.get(id) ?? []).map(({ title }) => title);
    const stated = quotes.flatMap(({ quote }) => findRemedies(quote));
    // A failure that a change of the organisation resolved was not resolved by a third party.
    const own = titles.length === 0 ? stated : stated.filter(({ id }) => id !== 'supplier-fix');
    return [...new Set([...own, ...findChangeRemedies(titles)])];
  };
  return (failureIds) => {
    const key = failureIds.join(' ');
    const found = known.get(key) ?? read(failureIds);
    known.set(key, found);
    return found;
  };
}

/** Returns the remedies of the changes that resolved one episode. Ignores the deployment after a rollback, which only ships the revert. */
function findChangeRemedies(titles: readonly string[]): Remedy[] {
  return titles.some(isRevertTitle) ? named('rollback') : titles.flatMap(findChangeRemedy);
}

/** Returns what a change that resolved a failure did, according to its title. Words such as “undo” name no revert, but a feature. */
export function findChangeRemedy(title: string): Remedy[] {
  if (isRevertTitle(title)) return named('rollback');
  const found = findRemedies(title).filter(({ id }) => id !== 'rollback');
  return found.length > 0 ? found : named('later-change');
}

function named(id: string): Remedy[] {
  return remedies.filter((remedy) => remedy.id === id);
}
