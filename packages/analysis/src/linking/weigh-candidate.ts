import { type Change, hourInMs } from '@refrain/domain';
import { affectsService, type RepositoryAffinity } from '../catalogue/repository-affinity.ts';
import { formatCount } from '../text/format.ts';
import { causeLogOdds, timeLogOddsBounds } from './cause-log-odds.ts';
import type { CandidateEvent, ChangeIndex, ChangeUnit } from './change-index.ts';
import { computeDelayDensity, type DelayDistribution } from './delay-distribution.ts';
import { formatElapsedHours } from './describe.ts';
import type { IncidentLocations } from './incident-locations.ts';
import type { ParsedIncident } from './parse-incident-text.ts';
import type { ServiceMentions } from './service-mentions.ts';
import type { WeighedSignal } from './weigh-signals.ts';

export interface CandidateEventScore {
  readonly hours: number;
  readonly hasLocation: boolean;
  readonly total: number;
  /** Builds the signals on demand, since formatting their descriptions is slow. */
  readonly listSignals: () => WeighedSignal[];
}

interface CandidateEventScorerSources {
  readonly index: ChangeIndex;
  readonly mentions: ServiceMentions;
  readonly decay: DelayDistribution;
}

const testEnvironment = /^(?:dev|development|test|testing|qa|staging|stage|preview|sandbox|review)/iu;

/** Returns a function that scores an event as the trigger of the incident. Caches locations per change. */
export function createCandidateEventScorer(
  incident: ParsedIncident,
  locations: IncidentLocations,
  { index, mentions, decay }: CandidateEventScorerSources,
): (candidateEvent: CandidateEvent) => CandidateEventScore {
  const named = new Set(incident.named.map(({ unit }) => unit.key));
  const isByEnvironment = locations.affinities.some(({ environment }) => environment !== null);
  const known = new Map<ChangeUnit, LocationMatch | null>();
  const locationOf = (candidateEvent: CandidateEvent): LocationMatch | null => {
    const found = isByEnvironment ? undefined : known.get(candidateEvent.unit);
    if (found !== undefined) return found;
    const location = findLocationMatch(incident, candidateEvent, locations, index, mentions);
    known.set(candidateEvent.unit, location);
    return location;
  };
  return (candidateEvent) => {
    const { at, change, unit } = candidateEvent;
    const hours = Math.max(0, incident.start - at) / hourInMs;
    const location = locationOf(candidateEvent);
    const nearness = incident.isTimed
      ? weighTime(decay, hours, location?.rate ?? index.rateOf(null, at), named.has(unit.key))
      : 0;
    const bound = location?.value ?? 0;
    const share = Math.min(1, causeLogOdds.circumstance / Math.max(causeLogOdds.circumstance, nearness + bound));
    const failed = change.kind === 'deployment' && change.succeeded === false ? causeLogOdds.failedDeployment : 0;
    const elsewhere = isElsewhere(incident, change) ? causeLogOdds.elsewhere : 0;
    return {
      hours,
      hasLocation: location !== null,
      total: (nearness + bound) * share + failed + elsewhere,
      listSignals: () => [
        ...(incident.isTimed ? [{ signal: 'time', detail: describeTime(change, hours), value: nearness * share }] : []),
        ...(location === null ? [] : [{ signal: 'service', detail: location.describe(), value: bound * share }]),
        ...(failed === 0 ? [] : [{ signal: 'sha', detail: 'its deployment failed', value: failed }]),
        ...(elsewhere === 0 ? [] : [{ signal: 'service', detail: 'deployed elsewhere', value: elsewhere }]),
      ],
    };
  };
}

/** Returns whether the deployment went to a test environment other than the incident's environment. */
function isElsewhere({ failure }: ParsedIncident, { environment }: Change): boolean {
  return environment !== null && environment !== failure.environment && testEnvironment.test(environment);
}

function describeTime({ kind, environment }: Change, hours: number): string {
  const what = kind === 'deployment' ? `deployed to ${environment ?? 'an unnamed environment'}` : 'landed';
  return `${what} ${formatElapsedHours(hours)} before it began`;
}

/**
 * Weighs the time between a change and the incident. Returns the log-likelihood ratio of a causing change against
 * unrelated changes, of which `rate` happen per hour.
 */
function weighTime(decay: DelayDistribution, hours: number, rate: number, isNamed: boolean): number {
  const least = isNamed ? timeLogOddsBounds.minNamed : timeLogOddsBounds.least;
  return Math.min(timeLogOddsBounds.most, Math.max(least, Math.log(computeDelayDensity(decay, hours) / rate)));
}

interface LocationMatch {
  readonly value: number;
  /** Number of changes per hour that match the incident's location in the same way as this change. */
  readonly rate: number;
  readonly describe: () => string;
}

function findLocationMatch(
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
