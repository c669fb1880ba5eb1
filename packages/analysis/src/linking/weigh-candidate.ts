import { type Change, hourInMs } from '@refrain/domain';
import { causeLogOdds, timeLogOddsBounds } from './cause-log-odds.ts';
import type { CandidateEvent, ChangeIndex, ChangeUnit } from './change-index.ts';
import { type DelayDistribution, delayDensityAt } from './delay-distribution.ts';
import { formatElapsedHours } from './describe.ts';
import { findLocationMatch, type LocationMatch } from './find-location-match.ts';
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

export interface CandidateEventScorerSources {
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
 * Returns the log-likelihood ratio of a causing change against an unrelated one, given its time.
 * @param rate number of unrelated changes per hour
 */
function weighTime(decay: DelayDistribution, hours: number, rate: number, isNamed: boolean): number {
  const least = isNamed ? timeLogOddsBounds.minNamed : timeLogOddsBounds.least;
  return Math.min(timeLogOddsBounds.most, Math.max(least, Math.log(delayDensityAt(decay, hours) / rate)));
}
