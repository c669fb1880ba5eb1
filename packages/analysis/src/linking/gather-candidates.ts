import { minuteInMs } from '@refrain/domain';
import { maxIncidentToRevertMs, revertToleranceMs } from './cause-signals.ts';
import type { CandidateEvent, ChangeIndex, ChangeUnit } from './change-index.ts';
import { type IncidentLocations, minOwnRepositoryAffinity } from './incident-locations.ts';
import type { ParsedIncident } from './parse-incident-text.ts';
import type { RevertTimes } from './revert-index.ts';
import type { ServiceMentions } from './service-mentions.ts';

/** Alerts can fire before the provider has recorded the deployment that triggered them. */
export const clockToleranceMs = 5 * minuteInMs;
/**
 * Maximum number of candidate events from each repository of the incident's services, each other repository, each
 * mentioned service, and each search by words.
 */
const maxEvents = { own: 20, other: 5, mentions: 15, words: 15 };

export interface CandidateEventSources {
  readonly index: ChangeIndex;
  readonly mentions: ServiceMentions;
  readonly reverts: RevertTimes;
}

/** Collects the events that may have triggered an incident. Skips reverts, since they end incidents. */
export function gatherCandidateEvents(
  { failure, isTimed, start, titleWords, words, named, tickets }: ParsedIncident,
  locations: IncidentLocations,
  { index, mentions, reverts }: CandidateEventSources,
): Map<ChangeUnit, CandidateEvent[]> {
  const found = new Map<ChangeUnit, CandidateEvent[]>();
  const to = start + clockToleranceMs;
  const take = (candidateEvents: readonly CandidateEvent[]): void => {
    for (const candidateEvent of candidateEvents) {
      if (candidateEvent.at > to || reverts.revertKeys.has(candidateEvent.unit.key)) continue;
      const own = found.get(candidateEvent.unit);
      if (own === undefined) found.set(candidateEvent.unit, [candidateEvent]);
      else if (!own.includes(candidateEvent)) own.push(candidateEvent);
    }
  };
  if (isTimed) {
    const always = Number.NEGATIVE_INFINITY;
    const limits = new Map(failure.repository === null ? [] : [[failure.repository, maxEvents.own]]);
    for (const { repository, score } of [...locations.affinities, ...locations.named])
      limits.set(
        repository,
        Math.max(limits.get(repository) ?? 0, score >= minOwnRepositoryAffinity ? maxEvents.own : maxEvents.other),
      );
    for (const [repository, limit] of limits) take(index.between(repository, always, to, limit));
    for (const service of failure.services) take(mentions.between(service, always, to, maxEvents.mentions));
    take(index.withWords(titleWords, to, maxEvents.words));
    take(index.withWords(words, to, maxEvents.words));
  }
  for (const { unit } of named) take(unit.candidateEvents);
  for (const ticket of tickets) for (const unit of index.withTicket(ticket)) take(unit.candidateEvents);
  if (isTimed)
    for (const unit of reverts.between(start - revertToleranceMs, start + maxIncidentToRevertMs))
      take(unit.candidateEvents);
  return found;
}
