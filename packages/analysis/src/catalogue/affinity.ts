import type { CatalogueEntry, Change } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { compareWords } from '../text/shared-words.ts';
import { stem } from '../text/stem.ts';
import { createTermWeights } from '../text/tf-idf.ts';
import { wordsOf } from '../text/words.ts';
import { shortName } from './short-name.ts';

/** How surely a repository holds what a service runs. */
export interface Affinity {
  readonly repository: string;
  /** In (0, 1]. */
  readonly score: number;
  /** What the two names have in common; empty where a person has confirmed the pair. */
  readonly words: readonly string[];
  /** The part of the repository that it is; null is all of it. */
  readonly path: string | null;
  /** The environment that it is; null is any. */
  readonly environment: string | null;
  readonly isConfirmed: boolean;
  /** Incidents of the service whose cause is known to have been there. */
  readonly incidents: number;
  /** What else speaks for the repository, in words; null where nothing does. */
  readonly reason: string | null;
}

/** What people decided on services and repositories. */
export type DecidedPair = Pick<CatalogueEntry, 'service' | 'repository' | 'path' | 'environment' | 'status'>;

const least = 0.25;
/** Repositories that one service is compared with further on. */
const limit = 5;

/**
 * Matches services with repositories by the words of their names, each word weighed by how rare it is among all
 * names of the organisation. What a person has confirmed is certain, and what a person has rejected is no match.
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
    // Of a repository of which a part is confirmed, the rest is another's; one that is rejected in part may be its for the rest.
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
        const whole = [...words, ...own].reduce((sum, word) => sum + Math.max(0, weigh(word)), 0);
        // Half for the smaller name being held in the larger, half for the two being alike (Dice).
        const similar = whole === 0 ? 0 : (2 * shared.weight) / whole;
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
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score || (a.repository < b.repository ? -1 : 1))
      .slice(0, limit);
  }

  return (service) => known.get(service) ?? decide(service, match(nameWords(service)));
}

/** Whether a change can be one of the part of a repository, and of the environment, that a service is. */
export function isOfPart(
  { path, environment }: Affinity,
  change: Pick<Change, 'kind' | 'environment'>,
  paths: ReadonlySet<string>,
): boolean {
  const isElsewhere = change.kind === 'deployment' && (change.environment ?? environment) !== environment;
  if (environment !== null && isElsewhere) return false;
  return path === null || paths.size === 0 || [...paths].some((touched) => touched.startsWith(`${path}/`));
}

/** Stems, since a `Tracking Feed` is kept in `track-feed`. */
function nameWords(name: string): ReadonlySet<string> {
  return new Set([...wordsOf(name)].map(stem));
}
