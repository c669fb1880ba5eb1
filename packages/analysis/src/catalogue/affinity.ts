import type { CatalogueEntry, Change } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { compareWords } from '../text/shared-words.ts';
import { stem } from '../text/stem.ts';
import { createTermWeights } from '../text/tf-idf.ts';
import { wordsOf } from '../text/words.ts';
import { shortName } from './short-name.ts';

/** The confidence that a service runs from a repository. */
export interface Affinity {
  readonly repository: string;
  /** In (0, 1]. */
  readonly score: number;
  /** Common words of the two names; empty if a person has confirmed the pair. */
  readonly words: readonly string[];
  /** Path of the service's part of the repository; null for all of it. */
  readonly path: string | null;
  /** Environment of the service; null for any. */
  readonly environment: string | null;
  readonly isConfirmed: boolean;
  /** Incidents of the service whose cause is known to be in the repository. */
  readonly incidents: number;
  /** Another reason for the repository, in words; null without one. */
  readonly reason: string | null;
}

/** A person's decision on a service and a repository. */
export type DecidedPair = Pick<CatalogueEntry, 'service' | 'repository' | 'path' | 'environment' | 'status'>;

const minScore = 0.25;
/** Maximum number of repositories per service. */
const limit = 5;

/**
 * Matches services with repositories by the words of their names, weighted by how rare each word is among all names of
 * the organisation. Confirmed pairs have a score of 1, and rejected pairs do not match.
 */
export function createAffinity(
  services: Iterable<string>,
  repositories: Iterable<string>,
  decided: readonly DecidedPair[] = [],
): (service: string) => readonly Affinity[] {
  const ofService = new Map([...new Set(services)].sort().map((name) => [name, nameWords(name)]));
  const ofRepository = new Map([...new Set(repositories)].sort().map((name) => [name, nameWords(shortName(name))]));
  const weigh = createTermWeights([...ofService.values(), ...ofRepository.values()]);
  const byWord = groupBy(ofRepository, ([, words]) => words);
  const decidedOf = groupBy(decided, ({ service }) => [service]);
  const known = new Map([...ofService].map(([service, words]) => [service, decide(service, match(words))]));

  function decide(service: string, named: readonly Affinity[]): readonly Affinity[] {
    const own = decidedOf.get(service) ?? [];
    const confirmed = own.filter(({ status }) => status === 'confirmed');
    // If a part of a repository is confirmed, the service does not own the rest. If a part is rejected, it may still
    // own the rest.
    const settled = new Set(
      own
        .filter(({ status, path, environment }) => status === 'confirmed' || (path === null && environment === null))
        .map(({ repository }) => repository),
    );
    return [
      ...confirmed.map(({ repository, path, environment }) => ({
        repository,
        score: 1,
        words: [],
        path,
        environment,
        isConfirmed: true,
        incidents: 0,
        reason: null,
      })),
      ...named.filter(({ repository }) => !settled.has(repository)),
    ];
  }

  function match(words: ReadonlySet<string>): readonly Affinity[] {
    const candidates = new Set(
      [...words].flatMap((word) => (byWord.get(word) ?? []).map(([repository]) => repository)),
    );
    return [...candidates]
      .map((repository) => {
        const own = ofRepository.get(repository) ?? new Set<string>();
        const shared = compareWords(words, own, weigh);
        const totalWeight = [...words, ...own].reduce((sum, word) => sum + Math.max(0, weigh(word)), 0);
        // The mean of containment (the smaller name in the larger one) and similarity of both (Dice).
        const similar = totalWeight === 0 ? 0 : (2 * shared.weight) / totalWeight;
        return {
          repository,
          score: Math.min(1, (shared.share + similar) / 2),
          words: shared.words,
          path: null,
          environment: null,
          isConfirmed: false,
          incidents: 0,
          reason: null,
        };
      })
      .filter(({ score }) => score >= minScore)
      .sort((a, b) => b.score - a.score || (a.repository < b.repository ? -1 : 1))
      .slice(0, limit);
  }

  return (service) => known.get(service) ?? decide(service, match(nameWords(service)));
}

/** Returns whether a change may belong to the service's part of a repository and to its environment. */
export function isOfPart(
  { path, environment }: Affinity,
  change: Pick<Change, 'kind' | 'environment'>,
  paths: ReadonlySet<string>,
): boolean {
  const isElsewhere = change.kind === 'deployment' && (change.environment ?? environment) !== environment;
  if (environment !== null && isElsewhere) return false;
  return path === null || paths.size === 0 || [...paths].some((touched) => touched.startsWith(`${path}/`));
}

/** Returns the stemmed words of a name, since a `Tracking Feed` may be kept in `track-feed`. */
function nameWords(name: string): ReadonlySet<string> {
  return new Set([...wordsOf(name)].map(stem));
}
