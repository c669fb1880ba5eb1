import { groupBy } from '../collections/group-by.ts';
import { memoise } from '../text/memoise.ts';
import type { CatalogueSignal } from './catalogue-input.ts';
import { createNameComparer, type NameSimilarity } from './compare-names.ts';
import { createNameSplitter } from './name-stems-and-affixes.ts';
import { shortRepositoryName } from './short-repository-name.ts';

const maxValue = 9;
/**
 * If the service or the repository of a pair has a better match, the value of the pair is reduced by this share of its
 * difference from the value of that match.
 */
const rivalFactor = 0.6;

export type NameSimilarityLookup = ReturnType<typeof createNameSimilarityLookup>;

export function createNameSimilarityLookup(services: readonly string[], repositories: readonly string[]) {
  const short = new Map(repositories.map((repository) => [repository, shortRepositoryName(repository)]));
  const readService = createNameSplitter(services);
  const readRepository = createNameSplitter(short.values());
  const ofService = new Map(services.map((service) => [service, readService(service)]));
  const ofRepository = new Map([...short].map(([repository, name]) => [repository, readRepository(name)]));
  const compare = createNameComparer([...ofService.values(), ...ofRepository.values()]);

  const byBeginning = groupBy(ofRepository.keys(), (repository) =>
    beginningsOf(ofRepository.get(repository)?.words ?? []),
  );
  const found = new Map<string, Map<string, NameSimilarity>>();
  const bestOf = new Map<string, number>();
  for (const [service, parts] of ofService) {
    const row = new Map<string, NameSimilarity>();
    const near = new Set(beginningsOf(parts.words).flatMap((beginning) => byBeginning.get(beginning) ?? []));
    for (const repository of near) {
      const other = ofRepository.get(repository);
      const similarity = other === undefined ? null : compare(parts, other);
      if (similarity === null || similarity.value <= 0) continue;
      row.set(repository, similarity);
      for (const key of [`service ${service}`, `repository ${repository}`])
        bestOf.set(key, Math.max(bestOf.get(key) ?? 0, similarity.value));
    }
    found.set(service, row);
  }

  const servicesByBeginning = groupBy(ofService.keys(), (service) => beginningsOf(ofService.get(service)?.words ?? []));
  const rankOf = new Map(services.map((service, rank) => [service, rank]));
  // Memoised, since a CODEOWNERS file may name the same teams on thousands of lines.
  const similarServices = memoise((name): ReadonlyMap<string, NameSimilarity> => {
    const parts = readService(name);
    const near = new Set(beginningsOf(parts.words).flatMap((beginning) => servicesByBeginning.get(beginning) ?? []));
    const ordered = [...near].sort((a, b) => (rankOf.get(a) ?? 0) - (rankOf.get(b) ?? 0));
    return new Map(
      ordered.flatMap((service) => {
        const similarity = compare(ofService.get(service) ?? readService(service), parts);
        return similarity === null ? [] : [[service, similarity] as const];
      }),
    );
  });

  return {
    parts: readService,
    /** Returns the services whose names resemble the name of a folder, team or component, in the order of `services`. */
    similarServices,
    /** Returns the repositories whose names resemble the service's name, best match first. */
    similarRepositories: (service: string): (readonly [repository: string, signal: CatalogueSignal])[] =>
      [...(found.get(service) ?? [])]
        .map(([repository, similar]) => {
          const best = Math.max(bestOf.get(`service ${service}`) ?? 0, bestOf.get(`repository ${repository}`) ?? 0);
          const value =
            Math.min(maxValue, similar.value) -
            rivalFactor * (Math.min(maxValue, best) - Math.min(maxValue, similar.value));
          return [repository, { signal: 'service', detail: describeNameSimilarity(similar), value }] as const;
        })
        .filter(([, { value }]) => value > 0)
        .sort(([a, x], [b, y]) => y.value - x.value || (a < b ? -1 : 1)),
  };
}

/** Returns the first two letters of each word. Only names that share such a beginning are compared, not all pairs. */
function beginningsOf(words: readonly string[]): string[] {
  return [...new Set([...words, words.join('')].map((word) => word.slice(0, 2)))];
}

export function describeNameSimilarity({ similarity, shared }: NameSimilarity): string {
  if (similarity === 1) return 'it has the same name';
  const pairs = shared.slice(0, 4).map(([a, b]) => (a === b ? a : `${a} ~ ${b}`));
  return `its name has ${pairs.join(', ')} in common (${Math.round(similarity * 100)} % alike)`;
}
