import { groupBy } from '../collections/group-by.ts';
import { stem } from '../text/stem.ts';
import { createTermWeightLookup, toUnitVector } from '../text/tf-idf.ts';
import { listInformativeWords } from '../text/words.ts';
import type { CatalogueFailure } from './catalogue-input.ts';

/** The similarity between the text of a service's failures and the text of a repository's failures. */
export interface TextSimilarity {
  readonly repository: string;
  /**
   * By how many standard deviations the similarity exceeds the service's mean and the repository's mean; the smaller of
   * the two numbers.
   */
  readonly excess: number;
  /** Words that both texts contain, largest weight first. */
  readonly words: readonly string[];
}

/** Maximum number of words that are compared per service or repository. */
const maxWords = 400;
/** Minimum number of services, and also of repositories, from which a mean similarity can be estimated. */
const minProfiles = 5;

type Profile = ReadonlyMap<string, number>;

/** Compares, by TF-IDF, the words of each service's incidents with the words of each repository's other failures. */
export function createTextComparer(
  failures: readonly CatalogueFailure[],
): (service: string) => readonly TextSimilarity[] {
  /** Maps each stem to the shortest word that has the stem. */
  const surfaces = new Map<string, string>();
  const services = collect(failures, (failure) => (failure.kind === 'incident' ? failure.services : []), surfaces);
  const repositories = collect(
    failures,
    ({ kind, repository }) => (kind === 'incident' || repository === null ? [] : [repository]),
    surfaces,
  );
  const ofService = weighProfiles(services);
  const ofRepository = weighProfiles(repositories);
  const byWord = groupBy(
    [...ofRepository].flatMap(([repository, profile]) =>
      [...profile].map(([word, weight]) => ({ repository, word, weight })),
    ),
    ({ word }) => [word],
  );
  const similar = new Map([...ofService].map(([service, profile]) => [service, compare(profile)]));
  const sums = new Map<string, { sum: number; squares: number }>();
  for (const row of similar.values()) {
    for (const [repository, value] of row) {
      const known = sums.get(repository) ?? { sum: 0, squares: 0 };
      sums.set(repository, { sum: known.sum + value, squares: known.squares + value ** 2 });
    }
  }

  function compare(profile: Profile): Map<string, number> {
    const found = new Map<string, number>();
    for (const [word, weight] of profile) {
      for (const { repository, weight: other } of byWord.get(word) ?? [])
        found.set(repository, (found.get(repository) ?? 0) + weight * other);
    }
    return found;
  }

  return (service) => {
    const profile = ofService.get(service);
    const row = similar.get(service);
    if (profile === undefined || row === undefined || ofService.size < minProfiles || ofRepository.size < minProfiles)
      return [];
    const values = [...row.values()];
    const ofRow = meanAndDeviation(sum(values), sum(values.map((value) => value ** 2)), ofRepository.size);
    return [...row]
      .map(([repository, value]) => {
        const column = sums.get(repository) ?? { sum: 0, squares: 0 };
        const ofColumn = meanAndDeviation(column.sum, column.squares, ofService.size);
        const excess = Math.min((value - ofRow.mean) / ofRow.deviation, (value - ofColumn.mean) / ofColumn.deviation);
        return {
          repository,
          excess,
          words: sharedStems(profile, ofRepository.get(repository)).map((root) => surfaces.get(root) ?? root),
        };
      })
      .filter(({ excess }) => excess > 0)
      .sort((a, b) => b.excess - a.excess || (a.repository < b.repository ? -1 : 1));
  };
}

function collect(
  failures: readonly CatalogueFailure[],
  keysOf: (failure: CatalogueFailure) => readonly string[],
  surfaces: Map<string, string>,
): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const failure of failures) {
    const keys = keysOf(failure);
    if (keys.length === 0) continue;
    const words = new Set<string>();
    for (const word of listInformativeWords(`${failure.title}\n${failure.text}`)) {
      const root = stem(word);
      words.add(root);
      const known = surfaces.get(root);
      if (known === undefined || word.length < known.length || (word.length === known.length && word < known))
        surfaces.set(root, word);
    }
    for (const key of keys) {
      const own = counts.get(key) ?? new Map<string, number>();
      counts.set(key, own);
      for (const word of words) own.set(word, (own.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/** Returns for each key a unit vector of its words: logarithmic count times inverse document frequency. */
function weighProfiles(counts: ReadonlyMap<string, ReadonlyMap<string, number>>): Map<string, Profile> {
  const rarity = createTermWeightLookup([...counts.values()].map((own) => [...own.keys()]));
  return new Map(
    [...counts].map(([key, own]) => {
      const weights = [...own]
        .map(([word, count]) => [word, Math.log1p(count) * rarity(word)] as const)
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .slice(0, maxWords);
      return [key, new Map(toUnitVector(weights))];
    }),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function meanAndDeviation(sum: number, squares: number, count: number): { mean: number; deviation: number } {
  const mean = sum / count;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / count - mean ** 2)) || 1 };
}

function sharedStems(a: Profile, b: Profile | undefined): string[] {
  return [...a]
    .flatMap(([word, weight]) => {
      const other = b?.get(word);
      return other === undefined ? [] : [[word, weight * other] as const];
    })
    .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
    .slice(0, 5)
    .map(([word]) => word);
}
