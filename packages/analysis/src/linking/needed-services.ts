import type { ServiceDependency } from '@refrain/domain';
import type { Affinity } from '../catalogue/affinity.ts';
import type { Edge } from './same-episode.ts';

/** A service whose changes another one may suffer from. */
export interface NeededService {
  readonly service: string;
  /** How surely it does, in (0, 1]. */
  readonly strength: number;
  /** Who says so, in words. */
  readonly detail: string;
}

/** Events that are thought to have been apart before the first that is known. */
const unseenEvents = 4;
/** What was seen once may be anything. */
const fewest = 2;
const maxNeeded = 3;
/** A change of a service that is needed is a likelier reason than one of any other, and less so than one of the service itself. */
const maxSimilarity = 0.45;

/**
 * Which services a service needs: as catalogue files say, else as those with which it fell over together before.
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
      if (times < fewest) continue;
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

/** How often each two services were hit by one event. */
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
 * The repositories of the services that a failure's services need, as places where its cause may be.
 * @param own those of the services themselves, which stay as they are
 */
export function listNeededLocations(
  services: readonly string[],
  own: readonly Affinity[],
  neededBy: (service: string) => readonly NeededService[],
  affinityOf: (service: string) => readonly Affinity[],
): Affinity[] {
  const places = new Map<string, Affinity>();
  for (const { service, strength, detail } of services.flatMap((name) => neededBy(name))) {
    for (const place of affinityOf(service)) {
      const score = maxSimilarity * strength * place.score;
      if (own.some(({ repository }) => repository === place.repository)) continue;
      if ((places.get(place.repository)?.score ?? 0) >= score) continue;
      places.set(place.repository, {
        ...place,
        score,
        words: [],
        isConfirmed: false,
        incidents: 0,
        reason: `${service} runs from ${place.repository}: ${detail}`,
      });
    }
  }
  return [...places.values()];
}
