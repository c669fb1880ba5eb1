import type { CatalogueChange } from './catalogue-input.ts';

const minAffixLength = 3;

/**
 * Returns a function that finds the environment of a service by the affixes of its name: `Payouts (prod)` is what is
 * deployed to `production`. It returns null if none or several match.
 */
export function createEnvironments(
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
      affixes.some((word) => fits(word, environment.toLowerCase())),
    );
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  };
}

function fits(word: string, environment: string): boolean {
  return word.length >= minAffixLength && environment.startsWith(word);
}
