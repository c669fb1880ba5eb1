import type { Affinity } from '../catalogue/affinity.ts';
import { groupBy } from '../collections/group-by.ts';

/** An example of a change in a repository that triggered an incident of a service, or did not. */
export interface LocationLesson {
  readonly failureId: string;
  readonly service: string;
  readonly repository: string;
  /** Positive if it did. A person's decision counts more than an automatic link. */
  readonly weight: number;
}

/** The number of links that the similarity of names is worth. */
const nameWeight = 2;
const minScore = 0.25;
/** Maximum number of examples per service, the latest, since older ones may be outdated. */
const maxLessons = 60;
/** Maximum number of repositories learnt for a service. */
const maxLearnt = 5;

export type LearntLocations = (
  service: string,
  named: readonly Affinity[],
  /** Examples from this failure are ignored. */
  exceptFailureId: string,
) => readonly Affinity[];

/**
 * Combines the repositories of earlier causes with those found by name: a repository that contained causes belongs to
 * the service whatever its name, and one where people rejected causes does not, even if the names are similar.
 * Confirmed pairs of services and repositories are unchanged.
 * @param lessons oldest first
 */
export function createLearntLocations(lessons: readonly LocationLesson[]): LearntLocations {
  const byService = new Map(
    [...groupBy(lessons, ({ service }) => [service])].map(([service, own]) => [service, own.slice(-maxLessons)]),
  );
  return (service, named, exceptFailureId) => {
    const own = (byService.get(service) ?? []).filter(({ failureId }) => failureId !== exceptFailureId);
    if (own.length === 0) return named;
    const tally = new Map<string, { found: number; rejected: number; incidents: Set<string> }>();
    let total = 0;
    for (const { repository, weight, failureId } of own) {
      const entry = tally.get(repository) ?? { found: 0, rejected: 0, incidents: new Set<string>() };
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
    const learnt = [...repositories].map((repository): Affinity => {
      const { found, rejected, incidents } = tally.get(repository) ?? {
        found: 0,
        rejected: 0,
        incidents: new Set<string>(),
      };
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
