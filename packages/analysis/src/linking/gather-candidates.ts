import { minuteInMs } from '@refrain/domain';
import { revertSlack, revertSpan } from './cause-signals.ts';
import type { ChangeIndex, Moment, Unit } from './change-index.ts';
import { type IncidentPlaces, ownPlace } from './incident-locations.ts';
import type { Incident } from './read-incident.ts';
import type { RevertTimes } from './revert-index.ts';
import type { ServiceMentions } from './service-mentions.ts';

/** An alert can fire before the provider has written down the deployment that set it off. */
export const clockSlack = 5 * minuteInMs;
/** Moments that an incident is compared with, of its service's repositories and of others: the latest, however long ago. */
const near = { own: 20, other: 5, mentions: 15, words: 15 };

export interface MomentSources {
  readonly index: ChangeIndex;
  readonly mentions: ServiceMentions;
  readonly reverts: RevertTimes;
}

/**
 * Moments before an incident of the changes that may have to do with it: those that it names, and those that are near it. A revert
 * ends things, it rarely starts them.
 */
export function gatherMoments(
  { failure, isTimed, start, titleWords, words, named, tickets }: Incident,
  places: IncidentPlaces,
  { index, mentions, reverts }: MomentSources,
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
  if (isTimed) {
    const always = Number.NEGATIVE_INFINITY;
    const limits = new Map(failure.repository === null ? [] : [[failure.repository, near.own]]);
    for (const { repository, score } of [...places.affinities, ...places.named])
      limits.set(repository, Math.max(limits.get(repository) ?? 0, score >= ownPlace ? near.own : near.other));
    for (const [repository, limit] of limits) take(index.between(repository, always, to, limit));
    for (const service of failure.services) take(mentions.between(service, always, to, near.mentions));
    take(index.withWords(titleWords, to, near.words));
    take(index.withWords(words, to, near.words));
  }
  for (const { unit } of named) take(unit.moments);
  for (const ticket of tickets) for (const unit of index.withTicket(ticket)) take(unit.moments);
  if (isTimed) for (const unit of reverts.between(start - revertSlack, start + revertSpan)) take(unit.moments);
  return found;
}
