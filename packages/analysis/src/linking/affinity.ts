import { stem } from '../text/stem.ts';
import { compareWords, createWeights, wordsOf } from './words.ts';

/** How surely a repository holds what a service runs. */
export interface Affinity {
  readonly repository: string;
  /** In (0, 1]. */
  readonly score: number;
  readonly words: readonly string[];
}

const least = 0.25;
/** Repositories that one service is compared with further on. */
const limit = 5;

/**
 * Matches services with repositories by the words of their names, each word weighed by how rare it is among all
 * names of the organisation.
 */
export function createAffinity(
  services: Iterable<string>,
  repositories: Iterable<string>,
): (service: string) => readonly Affinity[] {
  const ofService = new Map([...new Set(services)].sort().map((name) => [name, nameWords(name)]));
  const ofRepository = new Map([...new Set(repositories)].sort().map((name) => [name, nameWords(shortName(name))]));
  const weigh = createWeights([...ofService.values(), ...ofRepository.values()]);
  const byWord = new Map<string, string[]>();
  for (const [repository, words] of ofRepository) {
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), repository]);
  }
  const known = new Map([...ofService].map(([service, words]) => [service, match(words)]));

  function match(words: ReadonlySet<string>): readonly Affinity[] {
    const candidates = new Set([...words].flatMap((word) => byWord.get(word) ?? []));
    return [...candidates]
      .map((repository) => {
        const own = ofRepository.get(repository) ?? new Set<string>();
        const shared = compareWords(words, own, weigh);
        const whole = [...words, ...own].reduce((sum, word) => sum + Math.max(0, weigh(word)), 0);
        // Half for the smaller name being held in the larger, half for the two being alike (Dice).
        const alike = whole === 0 ? 0 : (2 * shared.weight) / whole;
        return { repository, score: Math.min(1, (shared.share + alike) / 2), words: shared.words };
      })
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score || (a.repository < b.repository ? -1 : 1))
      .slice(0, limit);
  }

  return (service) => known.get(service) ?? match(nameWords(service));
}

/** Stems, since a `Tracking Feed` is kept in `track-feed`. */
function nameWords(name: string): ReadonlySet<string> {
  return new Set([...wordsOf(name)].map(stem));
}

export function shortName(repository: string): string {
  return repository.slice(repository.lastIndexOf('/') + 1);
}
