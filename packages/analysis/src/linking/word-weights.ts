import { createRepositoryTermWeights, createTermWeightLookup } from '../text/tf-idf.ts';
import { listInformativeWords } from '../text/words.ts';
import type { ChangeUnit } from './change-index.ts';

/** Number of fictitious incidents without words (a prior), so that no word seems common while incidents are few. */
const unseenIncidents = 20;

/**
 * Returns a function that weighs a word shared by an incident and a change; common words weigh little. The repository's
 * own name weighs nothing, since it counts as a signal of location.
 */
export function createWordWeights(
  units: readonly ChangeUnit[],
  incidents: readonly ReadonlySet<string>[],
): (repository: string, word: string) => number {
  const inChanges = createRepositoryTermWeights(units);
  const inIncidents = createTermWeightLookup(incidents, unseenIncidents);
  const known = new Map<string, Map<string, number>>();
  return (repository, word) => {
    let own = known.get(repository);
    if (own === undefined) {
      own = new Map(
        [...listInformativeWords(repository.slice(repository.lastIndexOf('/') + 1))].map((name) => [name, 0]),
      );
      known.set(repository, own);
    }
    const weight = own.get(word) ?? Math.max(0, Math.min(inChanges(repository, word), inIncidents(word)));
    own.set(word, weight);
    return weight;
  };
}
