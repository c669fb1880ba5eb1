import { affectsService, type RepositoryAffinity } from '../catalogue/repository-affinity.ts';
import { formatCount } from '../text/format.ts';
import { causeLogOdds } from './cause-log-odds.ts';
import type { CandidateEvent, ChangeIndex } from './change-index.ts';
import type { IncidentLocations } from './incident-locations.ts';
import type { ParsedIncident } from './parse-incident-text.ts';
import type { ServiceMentions } from './service-mentions.ts';

export interface LocationMatch {
  readonly value: number;
  /** Number of changes per hour that match the incident's location in the same way as this change. */
  readonly rate: number;
  readonly describe: () => string;
}

export function findLocationMatch(
  { failure, start, named }: ParsedIncident,
  { change, unit }: CandidateEvent,
  locations: IncidentLocations,
  index: ChangeIndex,
  mentions: ServiceMentions,
): LocationMatch | null {
  const { repository } = unit;
  if (failure.repository === repository)
    return {
      value: causeLogOdds.affinity,
      rate: index.rateOf(repository, start),
      describe: () => `same repository ${repository}`,
    };
  // A change that the text names already has a separate signal, so `locations.named` must not count it again.
  const isNamed = locations.named.length === 0 || named.some((entry) => entry.unit.key === unit.key);
  let affinity: RepositoryAffinity | null = null;
  for (const one of isNamed ? locations.affinities : [...locations.affinities, ...locations.named]) {
    if (one.repository !== repository || (affinity !== null && affinity.score >= one.score)) continue;
    if (affectsService(one, change, unit.paths)) affinity = one;
  }
  const value =
    affinity === null
      ? 0
      : causeLogOdds.weakAffinity + (causeLogOdds.affinity - causeLogOdds.weakAffinity) * affinity.score;
  for (const service of failure.services) {
    const where = mentions.find(service, unit);
    if (where === null) continue;
    const mentioned = unit.paths.has(where) ? causeLogOdds.mentionedInPath : causeLogOdds.mentionedInTitle;
    if (mentioned > value)
      return {
        value: mentioned,
        rate: mentions.rateOf(service),
        describe: () => `names the service ${service}: ${where}`,
      };
  }
  if (affinity === null) return null;
  const found = affinity;
  return { value, rate: index.rateOf(repository, start), describe: () => describeAffinity(found) };
}

function describeAffinity({ repository, words, isConfirmed, incidents, reason }: RepositoryAffinity): string {
  if (reason !== null) return reason;
  if (isConfirmed) return `the service runs from ${repository}, as a person has confirmed`;
  const named = words.length === 0 ? null : `${repository} is named like the service (${words.join(', ')})`;
  const traced =
    incidents === 0 ? null : `${formatCount(incidents, 'other incident')} of the service came from ${repository}`;
  return [named, traced].filter((part) => part !== null).join('; ');
}
