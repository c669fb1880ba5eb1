import type { Affinity } from '../catalogue/affinity.ts';
import { groupBy } from '../collections/group-by.ts';

/** That a change of a repository set an incident of a service off, or did not. */
export interface LocationLesson {
  readonly failureId: string;
  readonly service: string;
  readonly repository: string;
  /** Positive where it did; a person's word counts more than a sure link. */
  readonly weight: number;
}

/** How many links the likeness of two names counts for. */
const namesCount = 2;
const least = 0.25;
/** Of each service the latest: what was true years ago may have moved. */
const maxLessons = 60;
/** Repositories that were learnt for a service. */
const maxLearnt = 5;

export type LearntLocations = (
  service: string,
  named: readonly Affinity[],
  /** What is learnt from this failure does not count for itself. */
  exceptFailureId: string,
) => readonly Affinity[];

/**
 * Where the causes of a service's incidents were, laid over what names say: a repository that was found to hold them belongs
 * to the service whatever it is called, and one in which people found none does not, though it be named alike. What a person
 * has confirmed of services and repositories stays as it is.
 * @param lessons oldest first
 */
export function createLearntLocations(lessons: readonly LocationLesson[]): LearntLocations {
  const byService = new Map(
    [...groupBy(lessons, ({ service }) => [service])].map(([service, own]) => [service, own.slice(-maxLessons)]),
  );
  return (service, named, exceptFailureId) => {
    const own = (byService.get(service) ?? []).filter(({ failureId }) => failureId !== exceptFailureId);
    if (own.length === 0) return named;
    const tally = new Map<string, { found: number; refused: number; incidents: Set<string> }>();
    let total = 0;
    for (const { repository, weight, failureId } of own) {
      const entry = tally.get(repository) ?? { found: 0, refused: 0, incidents: new Set<string>() };
      tally.set(repository, entry);
      if (weight > 0) {
        entry.found += weight;
        entry.incidents.add(failureId);
        total += weight;
      } else entry.refused -= weight;
    }
    const confirmed = named.filter(({ isConfirmed }) => isConfirmed);
    const open = new Map(named.filter(({ isConfirmed }) => !isConfirmed).map((one) => [one.repository, one]));
    const settled = new Set(confirmed.map(({ repository }) => repository));
    const repositories = new Set([...open.keys(), ...tally.keys()].filter((repository) => !settled.has(repository)));
    const learnt = [...repositories].map((repository): Affinity => {
      const { found, refused, incidents } = tally.get(repository) ?? {
        found: 0,
        refused: 0,
        incidents: new Set<string>(),
      };
      const before = open.get(repository);
      return {
        repository,
        score: Math.max(
          ((before?.score ?? 0) * namesCount) / (namesCount + refused),
          found / (namesCount + total + refused),
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
        .filter(({ score }) => score >= least)
        .sort((a, b) => b.score - a.score || (a.repository < b.repository ? -1 : 1))
        .slice(0, maxLearnt),
    ];
  };
}
