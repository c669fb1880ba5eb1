import type { CatalogueEntry, Change } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { compareWordSets } from '../text/shared-words.ts';
import { stem } from '../text/stem.ts';
import { createTermWeightLookup } from '../text/tf-idf.ts';
import { listInformativeWords } from '../text/words.ts';
import { shortRepositoryName } from './short-repository-name.ts';

/** A repository that probably contains a service's code. */
export interface RepositoryAffinity {
  readonly repository: string;
  /** Confidence that the repository contains the service's code, in (0, 1]. */
  readonly score: number;
  /** Words that both names have in common; empty if a person has confirmed the pair */
  readonly words: readonly string[];
  /** The service's folder in the repository; null for the whole repository. */
  readonly path: string | null;
  /** The only environment of the service; null if the service runs in every environment. */
  readonly environment: string | null;
  readonly isConfirmed: boolean;
  /** Number of the service's incidents that changes of the repository are known to have caused. */
  readonly incidents: number;
  /** A reason other than common words, for people to read; null if there is none. */
  readonly reason: string | null;
}

/** A person's decision whether a repository contains a service's code. */
export type DecidedCatalogueEntry = Pick<CatalogueEntry, 'service' | 'repository' | 'path' | 'environment' | 'status'>;

const minScore = 0.25;
const unconfirmed = { path: null, environment: null, isConfirmed: false, incidents: 0, reason: null };
const maxPerService = 5;

/**
 * Matches services with repositories by the words of their names, weighted by inverse document frequency. Confirmed
 * pairs have score 1, and rejected pairs do not match.
 */
export function createRepositoryAffinityLookup(
  services: Iterable<string>,
  repositories: Iterable<string>,
  decided: readonly DecidedCatalogueEntry[] = [],
): (service: string) => readonly RepositoryAffinity[] {
  const ofService = new Map([...new Set(services)].sort().map((name) => [name, nameWords(name)]));
  const ofRepository = new Map(
    [...new Set(repositories)].sort().map((name) => [name, nameWords(shortRepositoryName(name))]),
  );
  const weigh = createTermWeightLookup([...ofService.values(), ...ofRepository.values()]);
  const byWord = groupBy(ofRepository, ([, words]) => words);
  const decidedOf = groupBy(decided, ({ service }) => [service]);
  const known = new Map([...ofService].map(([service, words]) => [service, decide(service, match(words))]));

  function decide(service: string, named: readonly RepositoryAffinity[]): readonly RepositoryAffinity[] {
    const own = decidedOf.get(service) ?? [];
    const confirmed = own.filter(({ status }) => status === 'confirmed');
    // If a folder is confirmed, the rest of its repository is no candidate. If a folder is rejected, the rest remains one.
    const settled = new Set(
      own
        .filter(({ status, path, environment }) => status === 'confirmed' || (path === null && environment === null))
        .map(({ repository }) => repository),
    );
    return [
      ...confirmed.map(({ repository, path, environment }) => ({
        ...unconfirmed,
        repository,
        path,
        environment,
        score: 1,
        words: [],
        isConfirmed: true,
      })),
      ...named.filter(({ repository }) => !settled.has(repository)),
    ];
  }

  function match(words: ReadonlySet<string>): readonly RepositoryAffinity[] {
    const candidates = new Set(
      [...words].flatMap((word) => (byWord.get(word) ?? []).map(([repository]) => repository)),
    );
    return [...candidates]
      .map((repository) => {
        const own = ofRepository.get(repository) ?? new Set<string>();
        const shared = compareWordSets(words, own, weigh);
        const totalWeight = [...words, ...own].reduce((sum, word) => sum + Math.max(0, weigh(word)), 0);
        // The score is the mean of two similarities: the share of the smaller name that the larger name contains, and
        // Dice's coefficient.
        const similar = totalWeight === 0 ? 0 : (2 * shared.weight) / totalWeight;
        const score = Math.min(1, (shared.share + similar) / 2);
        return { ...unconfirmed, repository, score, words: shared.words };
      })
      .filter(({ score }) => score >= minScore)
      .sort((a, b) => b.score - a.score || (a.repository < b.repository ? -1 : 1))
      .slice(0, maxPerService);
  }

  return (service) => known.get(service) ?? decide(service, match(nameWords(service)));
}

/** Returns whether a change of the repository may affect the service's folder and environment. */
export function affectsService(
  { path, environment }: RepositoryAffinity,
  change: Pick<Change, 'kind' | 'environment'>,
  paths: ReadonlySet<string>,
): boolean {
  const isElsewhere = change.kind === 'deployment' && (change.environment ?? environment) !== environment;
  if (environment !== null && isElsewhere) return false;
  return path === null || paths.size === 0 || [...paths].some((touched) => touched.startsWith(`${path}/`));
}

/** Returns the stemmed words of a name, since the service `Tracking Feed` may run from the repository `track-feed`. */
function nameWords(name: string): ReadonlySet<string> {
  return new Set([...listInformativeWords(name)].map(stem));
}
