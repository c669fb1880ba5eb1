import type { Affinity } from './affinity.ts';
import type { NamedChange } from './named-changes.ts';
import type { Incident } from './read-incident.ts';
import type { ServiceMentions } from './service-mentions.ts';

/** Where the causes of an incident are looked for. */
export interface IncidentPlaces {
  readonly affinities: readonly Affinity[];
  /** The repositories that are known to be its services'. */
  readonly repositories: readonly string[];
  /** Whether it is known where its services are changed: if not, not seeing a change says little. */
  readonly isKnown: boolean;
}

/** From this likeness on a repository is the service's own. */
export const ownPlace = 0.5;

/** How surely a repository of which an incident names a change is a place of its cause. */
const namedPlace = 0.6;

/** @param ofServices repositories of its services */
export function placeIncident(
  { failure, named }: Incident,
  ofServices: readonly Affinity[],
  mentions: ServiceMentions,
): IncidentPlaces {
  const affinities = [...ofServices, ...listNamed(named, ofServices)];
  const repositories = [
    ...new Set([
      ...(failure.repository === null ? [] : [failure.repository]),
      ...affinities.filter(({ score }) => score >= ownPlace).map(({ repository }) => repository),
    ]),
  ];
  const isKnown =
    failure.repository !== null ||
    ofServices.some(({ score }) => score >= ownPlace) ||
    failure.services.some((service) => mentions.isNamed(service));
  return { affinities, repositories, isKnown };
}

/** Who mends something names what mended it: the cause is seldom far. */
function listNamed(named: readonly NamedChange[], known: readonly Affinity[]): Affinity[] {
  const settled = new Set(known.filter(({ score }) => score >= namedPlace).map(({ repository }) => repository));
  const found = new Map<string, Affinity>();
  for (const { unit, reference } of named) {
    const { repository } = unit;
    if (settled.has(repository) || found.has(repository)) continue;
    found.set(repository, {
      ...{ repository, score: namedPlace, words: [], path: null, environment: null },
      ...{ isConfirmed: false, incidents: 0, reference },
    });
  }
  return [...found.values()];
}
