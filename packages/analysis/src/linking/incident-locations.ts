import type { RepositoryAffinity } from '../catalogue/repository-affinity.ts';
import type { LinkModel } from './link-model.ts';
import type { NamedChange } from './named-changes.ts';
import { listDependencyRepositories, type RankedServiceDependency } from './needed-services.ts';
import type { ParsedIncident } from './parse-incident-text.ts';
import type { ServiceMentions } from './service-mentions.ts';

export interface IncidentLocations {
  /** Repositories of the incident's services and of their dependencies. */
  readonly affinities: readonly RepositoryAffinity[];
  /** Repositories of the changes that the incident's text names. */
  readonly named: readonly RepositoryAffinity[];
  readonly repositories: readonly string[];
  /** Whether the repositories of the services are known. If not, the lack of a matching change proves little. */
  readonly isKnown: boolean;
}

/** Minimum affinity between a repository and a service for the repository to count as the service's own. */
export const minServiceRepositoryAffinity = 0.5;
const namedAffinity = 0.6;

export interface IncidentLocationSources {
  readonly affinityOf: (service: string) => readonly RepositoryAffinity[];
  readonly neededBy: (service: string) => readonly RankedServiceDependency[];
  readonly mentions: ServiceMentions;
}

export function locateIncident(
  { failure, named: references }: ParsedIncident,
  model: LinkModel,
  { affinityOf, neededBy, mentions }: IncidentLocationSources,
): IncidentLocations {
  const own = failure.services.flatMap((service) => model.locationsOf(service, affinityOf(service), failure.id));
  const needed = listDependencyRepositories(failure.services, own, neededBy, affinityOf);
  const named = listNamed(references, own);
  const repositories = new Set([
    ...(failure.repository === null ? [] : [failure.repository]),
    ...[...own, ...named]
      .filter(({ score }) => score >= minServiceRepositoryAffinity)
      .map(({ repository }) => repository),
  ]);
  const isKnown =
    failure.repository !== null ||
    own.some(({ score }) => score >= minServiceRepositoryAffinity) ||
    failure.services.some((service) => mentions.isNamed(service));
  return { affinities: [...own, ...needed], named, repositories: [...repositories], isKnown };
}

/** Lists the repositories of named changes. A change that the text names is often a fix in the cause's repository. */
function listNamed(references: readonly NamedChange[], known: readonly RepositoryAffinity[]): RepositoryAffinity[] {
  const settled = new Set(known.filter(({ score }) => score >= namedAffinity).map(({ repository }) => repository));
  const found = new Map<string, RepositoryAffinity>();
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
