import { type Change, hourInMs, minuteInMs } from '@refrain/domain';
import { odds, timeBounds } from './cause-odds.ts';
import { type CauseKnowledge, createCorroboration, revertSlack, revertSpan } from './cause-signs.ts';
import type { Moment, Unit } from './change-index.ts';
import { densityAt } from './decay.ts';
import { describeHours } from './describe.ts';
import { findPlace, type Place } from './find-place.ts';
import { type IncidentPlaces, ownPlace } from './incident-places.ts';
import type { LinkModel } from './link-model.ts';
import type { Incident } from './read-incident.ts';
import type { ServiceMentions } from './service-mentions.ts';
import { adjustOdds } from './sign-adjustment.ts';
import { addSigns, type Sign } from './weigh-signs.ts';

export interface CauseContext extends CauseKnowledge {
  readonly mentions: ServiceMentions;
  readonly model: LinkModel;
}

/** A change that may have set an incident off. */
export interface Suspect {
  readonly unit: Unit;
  /** Log-odds against no change having done so. */
  readonly odds: number;
  readonly signs: readonly Sign[];
  /** Hours from the change to the incident. */
  readonly hours: number;
}

/** An alert can fire before the provider has written down the deployment that set it off. */
const clockSlack = 5 * minuteInMs;
/** Moments that an incident is compared with, of its service's repositories and of others: the latest, however long ago. */
const near = { own: 20, other: 5, mentions: 15, words: 15 };
const testEnvironment = /^(?:dev|development|test|testing|qa|staging|stage|preview|sandbox|review)/iu;

/** The changes that may have caused an incident, likeliest first. A revert ends things, it rarely starts them. */
export function rankCauses(incident: Incident, places: IncidentPlaces, context: CauseContext): Suspect[] {
  const corroborate = createCorroboration(incident, context);
  const suspects: Suspect[] = [];
  for (const [unit, moments] of gatherMoments(incident, places, context))
    suspects.push(weighCause(incident, moments, corroborate(unit), places, context));
  return suspects.sort((a, b) => b.odds - a.odds || (a.unit.key < b.unit.key ? -1 : 1));
}

/** A change as the cause of an incident, null where it came after it. */
export function findSuspect(
  incident: Incident,
  unit: Unit,
  places: IncidentPlaces,
  context: CauseContext,
): Suspect | null {
  const before = unit.moments.filter(({ at }) => at <= incident.start + clockSlack);
  const signs = createCorroboration(incident, context)(unit);
  return before.length === 0 ? null : weighCause(incident, before, signs, places, context);
}

/** Moments of before an incident of the changes that may have to do with it. */
function gatherMoments(
  { failure, start, titleWords, words, named, tickets }: Incident,
  places: IncidentPlaces,
  { index, mentions, reverts }: CauseContext,
): Map<Unit, Moment[]> {
  const found = new Map<Unit, Moment[]>();
  const to = start + clockSlack;
  const take = (moments: readonly Moment[]): void => {
    for (const moment of moments) {
      if (moment.at > to || reverts.units.has(moment.unit.key)) continue;
      const own = found.get(moment.unit);
      if (own === undefined) found.set(moment.unit, [moment]);
      else if (!own.includes(moment)) own.push(moment);
    }
  };
  const always = Number.NEGATIVE_INFINITY;
  const limits = new Map(failure.repository === null ? [] : [[failure.repository, near.own]]);
  for (const { repository, score } of [...places.affinities, ...places.named])
    limits.set(repository, Math.max(limits.get(repository) ?? 0, score >= ownPlace ? near.own : near.other));
  for (const [repository, limit] of limits) take(index.between(repository, always, to, limit));
  for (const service of failure.services) take(mentions.between(service, always, to, near.mentions));
  take(index.withWords(titleWords, to, near.words));
  take(index.withWords(words, to, near.words));
  for (const { unit } of named) take(unit.moments);
  for (const ticket of tickets) for (const unit of index.withTicket(ticket)) take(unit.moments);
  for (const unit of reverts.between(start - revertSlack, start + revertSpan)) take(unit.moments);
  return found;
}

/** What place, time and fate say of one moment of a change. */
interface Occasion {
  readonly moment: Moment;
  readonly hours: number;
  readonly time: number;
  readonly place: Place | null;
  /** Of all that depends on the moment. */
  readonly total: number;
}

/** @param moments of one change, at least one: the likeliest counts */
function weighCause(
  incident: Incident,
  moments: readonly Moment[],
  third: readonly Sign[],
  places: IncidentPlaces,
  context: CauseContext,
): Suspect {
  const { named, wording } = incident;
  let best: Occasion | null = null;
  for (const moment of moments) {
    const occasion = weighOccasion(incident, moment, places, context);
    if (best === null || occasion.total > best.total) best = occasion;
  }
  if (best === null) throw new RangeError('a change has at least one moment');
  const { moment, hours, time, place } = best;
  const { change, unit } = moment;
  const signs: Sign[] = [
    { signal: 'time', detail: tellTime(change, hours), value: time },
    ...(place === null ? [] : [{ signal: 'service', detail: place.tell(), value: place.value }]),
    ...third,
    ...(hasFailed(change) ? [{ signal: 'sha', detail: 'its deployment failed', value: odds.failedDeployment }] : []),
  ];
  const isNamed = named.some((entry) => entry.unit.key === unit.key);
  const base =
    odds.base +
    (places.isKnown || place !== null ? 0 : odds.placeUnknown) +
    (isElsewhere(incident, change) ? odds.elsewhere : 0) +
    // Who names the change has thought of the other reasons.
    (wording.saysOther !== null && !isNamed ? odds.saysOther : 0) +
    (wording.saysNoChange !== null && !isNamed ? odds.saysNoChange : 0);
  return { unit, odds: adjustOdds(addSigns(base, signs), signs, context.model.adjustment), signs, hours };
}

function weighOccasion(
  incident: Incident,
  moment: Moment,
  places: IncidentPlaces,
  { index, mentions, model }: CauseContext,
): Occasion {
  const { at, change, unit } = moment;
  const hours = Math.max(0, incident.start - at) / hourInMs;
  const found = findPlace(incident, moment, places, index, mentions);
  const isNamed = incident.named.some((entry) => entry.unit.key === unit.key);
  const nearness = weighTime(model, hours, found?.rate ?? index.rateOf(null, at), isNamed);
  const sum = nearness + (found?.value ?? 0);
  const share = sum > odds.circumstance ? odds.circumstance / sum : 1;
  const fate = (hasFailed(change) ? odds.failedDeployment : 0) + (isElsewhere(incident, change) ? odds.elsewhere : 0);
  return {
    moment,
    hours,
    time: nearness * share,
    place: found === null ? null : { ...found, value: found.value * share },
    total: sum * share + fate,
  };
}

function hasFailed({ kind, succeeded }: Change): boolean {
  return kind === 'deployment' && succeeded === false;
}

/** Deployed to a place of trial that is not the incident's. */
function isElsewhere({ failure }: Incident, { environment }: Change): boolean {
  return environment !== null && environment !== failure.environment && testEnvironment.test(environment);
}

function tellTime({ kind, environment }: Change, hours: number): string {
  const what = kind === 'deployment' ? `deployed to ${environment ?? 'an unnamed environment'}` : 'landed';
  return `${what} ${describeHours(hours)} before it began`;
}

/**
 * Log-likelihood ratio of a change lying `hours` before: of a cause, by the decay that was learnt, against a change that only
 * happens to be there, of which there are `rate` an hour.
 */
function weighTime({ decay }: LinkModel, hours: number, rate: number, isNamed: boolean): number {
  const least = isNamed ? timeBounds.leastNamed : timeBounds.least;
  return Math.min(timeBounds.most, Math.max(least, Math.log(densityAt(decay, hours) / rate)));
}
