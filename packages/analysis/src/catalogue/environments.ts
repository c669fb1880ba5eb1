import type { CatalogueChange } from './catalogue-input.ts';

const minAffixLength = 3;

/**
 * Returns a function that finds a repository's environment by a prefix or suffix of a service's name: `production` for
 * `Payouts (prod)`. The function returns null unless exactly one environment matches.
 */
export function createEnvironmentFinder(
  changes: readonly CatalogueChange[],
): (affixes: readonly string[], repository: string) => string | null {
  const byRepository = new Map<string, Set<string>>();
  for (const { repository, environment } of changes) {
    if (environment === null) continue;
    const own = byRepository.get(repository) ?? new Set<string>();
    byRepository.set(repository, own.add(environment));
  }
  return (affixes, repository) => {
    const fitting = [...(byRepository.get(repository) ?? [])].filter((environment) =>
      affixes.some((word) => word.length >= minAffixLength && environment.toLowerCase().startsWith(word)),
    );
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  };
}
