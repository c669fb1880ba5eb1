import type { ServiceDependency } from '@refrain/domain';
import type { RepositoryAffinity } from '../catalogue/repository-affinity.ts';
import type { FailureJoin } from './same-episode.ts';

export interface RankedServiceDependency {
  readonly service: string;
  /** Confidence that the dependency exists, in (0, 1]. */
  readonly strength: number;
  readonly detail: string;
}

/** Number of fictitious events that did not affect both services: a prior against coincidences. */
const unseenEvents = 4;
/** Minimum number of events that affected both services; one may be a coincidence. */
const minEvents = 2;
const maxNeeded = 3;
/** Maximum affinity of a dependency's repository, below that of the service's own repositories. */
const maxSimilarity = 0.45;

/**
 * Returns a function that lists a service's declared dependencies and the services that often failed together with it.
 */
export function createServiceDependencyLookup(
  declared: readonly ServiceDependency[],
  together: readonly Pick<FailureJoin, 'earlier' | 'later'>[],
): (service: string) => readonly RankedServiceDependency[] {
  const known = new Map<string, Map<string, RankedServiceDependency>>();
  const add = (service: string, needed: RankedServiceDependency): void => {
    const own = known.get(service) ?? new Map<string, RankedServiceDependency>();
    known.set(service, own);
    if ((own.get(needed.service)?.strength ?? 0) < needed.strength) own.set(needed.service, needed);
  };
  for (const [service, others] of countTogether(together))
    for (const [other, times] of others) {
      if (times < minEvents) continue;
      const detail = `${service} and ${other} failed together ${times} times`;
      add(service, { service: other, strength: times / (times + unseenEvents), detail });
    }
  for (const { service, dependsOn, detail } of declared) add(service, { service: dependsOn, strength: 1, detail });
  const ranked = new Map(
    [...known].map(([service, own]) => [
      service,
      [...own.values()].sort((a, b) => b.strength - a.strength || (a.service < b.service ? -1 : 1)).slice(0, maxNeeded),
    ]),
  );
  return (service) => ranked.get(service) ?? [];
}

function countTogether(together: readonly Pick<FailureJoin, 'earlier' | 'later'>[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  const count = (service: string, other: string): void => {
    const own = counts.get(service) ?? new Map<string, number>();
    counts.set(service, own.set(other, (own.get(other) ?? 0) + 1));
  };
  for (const { earlier, later } of together)
    for (const a of earlier.services)
      for (const b of later.services) {
        if (a === b) continue;
        count(a, b);
        count(b, a);
      }
  return counts;
}

export function listDependencyRepositories(
  services: readonly string[],
  own: readonly RepositoryAffinity[],
  neededBy: (service: string) => readonly RankedServiceDependency[],
  affinityOf: (service: string) => readonly RepositoryAffinity[],
): RepositoryAffinity[] {
  const locations = new Map<string, RepositoryAffinity>();
  for (const { service, strength, detail } of services.flatMap((name) => neededBy(name))) {
    for (const location of affinityOf(service)) {
      const score = maxSimilarity * strength * location.score;
      if (own.some(({ repository }) => repository === location.repository)) continue;
      if ((locations.get(location.repository)?.score ?? 0) >= score) continue;
      locations.set(location.repository, {
        ...location,
        score,
        words: [],
        isConfirmed: false,
        incidents: 0,
        reason: `${service} runs from ${location.repository}: ${detail}`,
      });
    }
  }
  return [...locations.values()];
}
