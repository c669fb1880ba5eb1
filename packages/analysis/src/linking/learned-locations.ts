import type { RepositoryAffinity } from '../catalogue/repository-affinity.ts';
import { groupBy } from '../collections/group-by.ts';

/** An example for learning: a change in `repository` triggered an incident of `service`, or did not. */
export interface LocationTrainingExample {
  readonly failureId: string;
  readonly service: string;
  readonly repository: string;
  /** Weight of the example, positive if the change was the trigger. A decision counts more than an automatic link. */
  readonly weight: number;
}

/** A similarity between the names of service and repository weighs as much as this number of links. */
const nameWeight = 2;
const minScore = 0.25;
const maxLessons = 60;
const maxLearnt = 5;

const createTally = () => ({ found: 0, rejected: 0, incidents: new Set<string>() });

export type LearntLocationLookup = (
  service: string,
  named: readonly RepositoryAffinity[],
  exceptFailureId: string,
) => readonly RepositoryAffinity[];

/**
 * Returns a function that lists repositories whose name is similar to the service's, and repositories whose changes
 * caused earlier incidents of the service. Omits repositories in which people rejected causes, unless a person
 * confirmed the repository.
 */
export function createLearntLocationLookup(lessons: readonly LocationTrainingExample[]): LearntLocationLookup {
  const byService = new Map(
    [...groupBy(lessons, ({ service }) => [service])].map(([service, own]) => [service, own.slice(-maxLessons)]),
  );
  return (service, named, exceptFailureId) => {
    const own = (byService.get(service) ?? []).filter(({ failureId }) => failureId !== exceptFailureId);
    if (own.length === 0) return named;
    const tally = new Map<string, ReturnType<typeof createTally>>();
    let total = 0;
    for (const { repository, weight, failureId } of own) {
      const entry = tally.get(repository) ?? createTally();
      tally.set(repository, entry);
      if (weight > 0) {
        entry.found += weight;
        entry.incidents.add(failureId);
        total += weight;
      } else entry.rejected -= weight;
    }
    const confirmed = named.filter(({ isConfirmed }) => isConfirmed);
    const open = new Map(named.filter(({ isConfirmed }) => !isConfirmed).map((one) => [one.repository, one]));
    const settled = new Set(confirmed.map(({ repository }) => repository));
    const repositories = new Set([...open.keys(), ...tally.keys()].filter((repository) => !settled.has(repository)));
    const learnt = [...repositories].map((repository): RepositoryAffinity => {
      const { found, rejected, incidents } = tally.get(repository) ?? createTally();
      const before = open.get(repository);
      return {
        repository,
        score: Math.max(
          ((before?.score ?? 0) * nameWeight) / (nameWeight + rejected),
          found / (nameWeight + total + rejected),
        ),
        words: before?.words ?? [],
        path: null,
        environment: null,
        isConfirmed: false,
        incidents: incidents.size,
        reason: null,
      };
    });
    return [
      ...confirmed,
      ...learnt
        .filter(({ score }) => score >= minScore)
        .sort((a, b) => b.score - a.score || (a.repository < b.repository ? -1 : 1))
        .slice(0, maxLearnt),
    ];
  };
}
