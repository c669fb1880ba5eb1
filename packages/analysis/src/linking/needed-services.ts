import type { ServiceDependency } from '@refrain/domain';
import type { Affinity } from '../catalogue/affinity.ts';
import type { Edge } from './same-episode.ts';

/** A service that another one depends on. */
export interface NeededService {
  readonly service: string;
  /** Confidence of the dependency, in (0, 1]. */
  readonly strength: number;
  /** The source of the dependency, in words. */
  readonly detail: string;
}

/** Number of assumed earlier events in which the two services were not affected together. */
const unseenEvents = 4;
/** Minimum number of common events, since a single one may be a coincidence. */
const minEvents = 2;
const maxNeeded = 3;
/**
 * Maximum affinity of a dependency's repository: more than that of an unrelated service, and less than that of the
 * service's own.
 */
const maxSimilarity = 0.45;

/**
 * Returns a function that lists the services a service depends on: those in catalogue files, and those that repeatedly
 * failed together with it.
 * @param together pairs of incidents of different services that were one event
 */
export function createNeededServices(
  declared: readonly ServiceDependency[],
  together: readonly Pick<Edge, 'earlier' | 'later'>[],
): (service: string) => readonly NeededService[] {
  const known = new Map<string, Map<string, NeededService>>();
  const add = (service: string, needed: NeededService): void => {
    const own = known.get(service) ?? new Map<string, NeededService>();
    known.set(service, own);
    if ((own.get(needed.service)?.strength ?? 0) < needed.strength) own.set(needed.service, needed);
  };
  for (const [service, others] of countTogether(together))
    for (const [other, times] of others) {
      if (times < minEvents) continue;
      const detail = `${service} and ${other} fell over together ${times} times`;
      add(service, { service: other, strength: times / (times + unseenEvents), detail });
    }
  for (const { service, needs, detail } of declared) add(service, { service: needs, strength: 1, detail });
  const ranked = new Map(
    [...known].map(([service, own]) => [
      service,
      [...own.values()].sort((a, b) => b.strength - a.strength || (a.service < b.service ? -1 : 1)).slice(0, maxNeeded),
    ]),
  );
  return (service) => ranked.get(service) ?? [];
}

/** Counts the events that affected each pair of services. */
function countTogether(together: readonly Pick<Edge, 'earlier' | 'later'>[]): Map<string, Map<string, number>> {
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

/**
 * Lists the repositories of the services that a failure's services depend on, as possible locations of its cause.
 * @param own repositories of the services themselves, which are left out
 */
export function listNeededLocations(
  services: readonly string[],
  own: readonly Affinity[],
  neededBy: (service: string) => readonly NeededService[],
  affinityOf: (service: string) => readonly Affinity[],
): Affinity[] {
  const locations = new Map<string, Affinity>();
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
