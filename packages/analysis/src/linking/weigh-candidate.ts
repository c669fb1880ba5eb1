import { type Change, hourInMs } from '@refrain/domain';
import { odds, timeBounds } from './cause-odds.ts';
import type { CandidateEvent, ChangeIndex, Unit } from './change-index.ts';
import { type Decay, densityAt } from './decay.ts';
import { describeHours } from './describe.ts';
import { findLocation, type Location } from './find-location.ts';
import type { IncidentLocations } from './incident-locations.ts';
import type { Incident } from './read-incident.ts';
import type { ServiceMentions } from './service-mentions.ts';
import type { Signal } from './weigh-signals.ts';

/** What place, time and fate say of one moment of a change. */
export interface EventScore {
  /** Hours from it to the incident. */
  readonly hours: number;
  /** Whether anything binds it to where the incident is. */
  readonly hasLocation: boolean;
  /** Log-odds of all that depends on the moment. */
  readonly total: number;
  /** What speaks for it, in words. */
  readonly tell: () => Signal[];
}

export interface EventScorerContext {
  readonly index: ChangeIndex;
  readonly mentions: ServiceMentions;
  readonly decay: Decay;
}

const testEnvironment = /^(?:dev|development|test|testing|qa|staging|stage|preview|sandbox|review)/iu;

/** Weighs moments as the occasion of one incident. What is the same for several of them is found once. */
export function createEventScorer(
  incident: Incident,
  places: IncidentLocations,
  { index, mentions, decay }: EventScorerContext,
): (candidateEvent: CandidateEvent) => EventScore {
  const named = new Set(incident.named.map(({ unit }) => unit.key));
  const isByEnvironment = places.affinities.some(({ environment }) => environment !== null);
  const known = new Map<Unit, Location | null>();
  const locationOf = (candidateEvent: CandidateEvent): Location | null => {
    const found = isByEnvironment ? undefined : known.get(candidateEvent.unit);
    if (found !== undefined) return found;
    const place = findLocation(incident, candidateEvent, places, index, mentions);
    known.set(candidateEvent.unit, place);
    return place;
  };
  return (candidateEvent) => {
    const { at, change, unit } = candidateEvent;
    const hours = Math.max(0, incident.start - at) / hourInMs;
    const place = locationOf(candidateEvent);
    const nearness = incident.isTimed
      ? weighTime(decay, hours, place?.rate ?? index.rateOf(null, at), named.has(unit.key))
      : 0;
    const bound = place?.value ?? 0;
    const share = Math.min(1, odds.circumstance / Math.max(odds.circumstance, nearness + bound));
    const failed = change.kind === 'deployment' && change.succeeded === false ? odds.failedDeployment : 0;
    const elsewhere = isElsewhere(incident, change) ? odds.elsewhere : 0;
    return {
      hours,
      hasLocation: place !== null,
      total: (nearness + bound) * share + failed + elsewhere,
      tell: () => [
        ...(incident.isTimed ? [{ signal: 'time', detail: describeTime(change, hours), value: nearness * share }] : []),
        ...(place === null ? [] : [{ signal: 'service', detail: place.tell(), value: bound * share }]),
        ...(failed === 0 ? [] : [{ signal: 'sha', detail: 'its deployment failed', value: failed }]),
        ...(elsewhere === 0 ? [] : [{ signal: 'service', detail: 'deployed elsewhere', value: elsewhere }]),
      ],
    };
  };
}

/** Deployed to a place of trial that is not the incident's. */
function isElsewhere({ failure }: Incident, { environment }: Change): boolean {
  return environment !== null && environment !== failure.environment && testEnvironment.test(environment);
}

function describeTime({ kind, environment }: Change, hours: number): string {
  const what = kind === 'deployment' ? `deployed to ${environment ?? 'an unnamed environment'}` : 'landed';
  return `${what} ${describeHours(hours)} before it began`;
}

/**
 * Log-likelihood ratio of a change lying `hours` before: of a cause, by the decay that was learnt, against a change that only
 * happens to be there, of which there are `rate` an hour.
 */
function weighTime(decay: Decay, hours: number, rate: number, isNamed: boolean): number {
  const least = isNamed ? timeBounds.minNamed : timeBounds.least;
  return Math.min(timeBounds.most, Math.max(least, Math.log(densityAt(decay, hours) / rate)));
}
