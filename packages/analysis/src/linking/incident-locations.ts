import type { Affinity } from '../catalogue/affinity.ts';
import type { LinkModel } from './link-model.ts';
import type { NamedChange } from './named-changes.ts';
import { listNeededLocations, type NeededService } from './needed-services.ts';
import type { Incident } from './read-incident.ts';
import type { ServiceMentions } from './service-mentions.ts';

export interface IncidentLocations {
  /** Repositories of the incident's services and of their dependencies. */
  readonly affinities: readonly Affinity[];
  /** Repositories of the changes that the incident's text names. */
  readonly named: readonly Affinity[];
  readonly repositories: readonly string[];
  /**
   * Whether the repositories of the incident's services are known. If not, the lack of a matching change proves little.
   */
  readonly isKnown: boolean;
}

/** Minimum affinity between a repository and a service for the repository to count as the service's own. */
export const minOwnAffinity = 0.5;
const namedAffinity = 0.6;

export interface LocationKnowledge {
  readonly affinityOf: (service: string) => readonly Affinity[];
  readonly neededBy: (service: string) => readonly NeededService[];
  readonly mentions: ServiceMentions;
}

export function locateIncident(
  { failure, named: references }: Incident,
  model: LinkModel,
  { affinityOf, neededBy, mentions }: LocationKnowledge,
): IncidentLocations {
  const own = failure.services.flatMap((service) => model.locationsOf(service, affinityOf(service), failure.id));
  const needed = listNeededLocations(failure.services, own, neededBy, affinityOf);
  const named = listNamed(references, own);
  const repositories = new Set([
    ...(failure.repository === null ? [] : [failure.repository]),
    ...[...own, ...named].filter(({ score }) => score >= minOwnAffinity).map(({ repository }) => repository),
  ]);
  const isKnown =
    failure.repository !== null ||
    own.some(({ score }) => score >= minOwnAffinity) ||
    failure.services.some((service) => mentions.isNamed(service));
  return { affinities: [...own, ...needed], named, repositories: [...repositories], isKnown };
}

/**
 * Lists the repositories of changes that the incident's text names. Such a change may be the fix; the cause is then
 * often in the same repository.
 */
function listNamed(references: readonly NamedChange[], known: readonly Affinity[]): Affinity[] {
  const settled = new Set(known.filter(({ score }) => score >= namedAffinity).map(({ repository }) => repository));
  const found = new Map<string, Affinity>();
  for (const { unit, reference } of references) {
    const { repository } = unit;
    if (settled.has(repository) || found.has(repository)) continue;
    found.set(repository, {
      repository,
      score: namedAffinity,
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
