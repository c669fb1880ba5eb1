import type { Affinity } from '../catalogue/affinity.ts';
import type { LinkModel } from './link-model.ts';
import type { NamedChange } from './named-changes.ts';
import { listNeededLocations, type NeededService } from './needed-services.ts';
import type { Incident } from './read-incident.ts';
import type { ServiceMentions } from './service-mentions.ts';

/** Where the causes of an incident are looked for. */
export interface IncidentLocations {
  /** Of its services, and of those that they need. */
  readonly affinities: readonly Affinity[];
  /** Of which it names a change. */
  readonly named: readonly Affinity[];
  /** The repositories that are known to be its services'. */
  readonly repositories: readonly string[];
  /** Whether it is known where its services are changed: if not, not seeing a change says little. */
  readonly isKnown: boolean;
}

/** From this likeness on a repository is the service's own. */
export const ownLocation = 0.5;
/** How surely a repository of which an incident names a change is a place of its cause. */
const namedLocation = 0.6;

export interface LocationKnowledge {
  /** Repositories by the name of a service. */
  readonly affinityOf: (service: string) => readonly Affinity[];
  readonly neededBy: (service: string) => readonly NeededService[];
  readonly mentions: ServiceMentions;
}

/** Where to look for the causes of an incident, by what was learnt from the others. */
export function locateIncident(
  { failure, named: references }: Incident,
  model: LinkModel,
  { affinityOf, neededBy, mentions }: LocationKnowledge,
): IncidentLocations {
  const own = failure.services.flatMap((service) => model.places(service, affinityOf(service), failure.id));
  const needed = listNeededLocations(failure.services, own, neededBy, affinityOf);
  const named = listNamed(references, own);
  const repositories = new Set([
    ...(failure.repository === null ? [] : [failure.repository]),
    ...[...own, ...named].filter(({ score }) => score >= ownLocation).map(({ repository }) => repository),
  ]);
  const isKnown =
    failure.repository !== null ||
    own.some(({ score }) => score >= ownLocation) ||
    failure.services.some((service) => mentions.isNamed(service));
  return { affinities: [...own, ...needed], named, repositories: [...repositories], isKnown };
}

/** Who mends something names what mended it: the cause is seldom far. */
function listNamed(references: readonly NamedChange[], known: readonly Affinity[]): Affinity[] {
  const settled = new Set(known.filter(({ score }) => score >= namedLocation).map(({ repository }) => repository));
  const found = new Map<string, Affinity>();
  for (const { unit, reference } of references) {
    const { repository } = unit;
    if (settled.has(repository) || found.has(repository)) continue;
    found.set(repository, {
      repository,
      score: namedLocation,
      words: [],
      path: null,
      environment: null,
      isConfirmed: false,
      incidents: 0,
      reason: `the incident names another change of ${repository}, ${reference}`,
    });
  }
  return [...found.values()];
}
