import { minuteInMs } from '@refrain/domain';
import { causeLogOdds, unrecordedChangeLogOdds } from './cause-log-odds.ts';
import {
  type CauseSignalSources,
  createCauseSignalFinder,
  maxIncidentToRevertMs,
  revertToleranceMs,
} from './cause-signals.ts';
import type { CandidateEvent, ChangeUnit } from './change-index.ts';
import { type IncidentLocations, minServiceRepositoryAffinity } from './incident-locations.ts';
import type { LinkModel } from './link-model.ts';
import type { ParsedIncident } from './parse-incident-text.ts';
import type { ServiceMentions } from './service-mentions.ts';
import { type CandidateEventScore, createCandidateEventScorer } from './weigh-candidate.ts';
import { adjustLogOdds, sumLogOdds, type WeighedSignal } from './weigh-signals.ts';

export interface CauseRankingSources extends CauseSignalSources {
  readonly mentions: ServiceMentions;
  readonly model: LinkModel;
}

export interface CauseCandidate {
  readonly unit: ChangeUnit;
  /** Log-odds relative to "no change triggered the incident". */
  readonly odds: number;
  readonly weighedSignals: readonly WeighedSignal[];
  readonly hours: number;
}

export function rankCauses(
  incident: ParsedIncident,
  locations: IncidentLocations,
  context: CauseRankingSources,
): CauseCandidate[] {
  const weigh = createWeighing(incident, locations, context);
  const suspects: CauseCandidate[] = [];
  for (const [unit, candidateEvents] of gatherCandidateEvents(incident, locations, context))
    suspects.push(weigh(unit, candidateEvents));
  return suspects.sort((a, b) => b.odds - a.odds || (a.unit.key < b.unit.key ? -1 : 1));
}

/** Scores one change as the cause of an incident. Returns null if the change was made after the incident began. */
export function scoreCauseCandidate(
  incident: ParsedIncident,
  unit: ChangeUnit,
  locations: IncidentLocations,
  context: CauseRankingSources,
): CauseCandidate | null {
  const before = unit.candidateEvents.filter(({ at }) => at <= incident.start + clockToleranceMs);
  return before.length === 0 ? null : createWeighing(incident, locations, context)(unit, before);
}

function createWeighing(
  incident: ParsedIncident,
  locations: IncidentLocations,
  context: CauseRankingSources,
): (unit: ChangeUnit, candidateEvents: readonly CandidateEvent[]) => CauseCandidate {
  const { adjustment, decay } = context.model;
  const corroborate = createCauseSignalFinder(incident, context);
  const scoreEvent = createCandidateEventScorer(incident, locations, { ...context, decay });
  const { named, wording } = incident;
  const wordingOdds =
    (wording.statesOther === null ? 0 : causeLogOdds.statesOther) +
    (wording.statesNoChange === null ? 0 : causeLogOdds.statesNoChange);
  return (unit, candidateEvents) => {
    let best: CandidateEventScore | null = null;
    for (const candidateEvent of candidateEvents) {
      const score = scoreEvent(candidateEvent);
      if (best === null || score.total > best.total) best = score;
    }
    if (best === null) throw new RangeError('A change without a merge or deployment cannot be scored as a cause.');
    const weighedSignals = [...best.listSignals(), ...corroborate(unit)];
    const base =
      causeLogOdds.base +
      (locations.isKnown || best.hasLocation ? 0 : causeLogOdds.locationUnknown) +
      // Other reasons in the incident's text do not count against a change that the text names.
      (named.some((entry) => entry.unit.key === unit.key) ? 0 : wordingOdds);
    return {
      unit,
      odds: adjustLogOdds(sumLogOdds(base, weighedSignals), weighedSignals, adjustment),
      weighedSignals,
      hours: best.hours,
    };
  };
}

/** `known` or `unknown`: whether the services' repositories are known. `invisible`: no changes are recorded. */
export type ChangeVisibility = keyof typeof unrecordedChangeLogOdds;

export interface ExplanationProbabilities {
  readonly suspects: readonly number[];
  readonly none: number;
  readonly invisible: number;
}

export function computeExplanationProbabilities(
  incident: ParsedIncident,
  suspects: readonly CauseCandidate[],
  visibility: ChangeVisibility,
): ExplanationProbabilities {
  const { statesChange, statesOther, statesNoChange } = incident.wording;
  const hidden =
    unrecordedChangeLogOdds[visibility] +
    (statesChange === null ? 0 : causeLogOdds.statesChange) +
    (statesOther === null ? 0 : causeLogOdds.statesOther) +
    (statesNoChange === null ? 0 : causeLogOdds.statesNoChange);
  const powers = suspects.map(({ odds }) => Math.exp(odds));
  const total = powers.reduce((sum, power) => sum + power, 1 + Math.exp(hidden));
  return { suspects: powers.map((power) => power / total), none: 1 / total, invisible: Math.exp(hidden) / total };
}

/** Alerts can fire before the provider has recorded the deployment that triggered them. */
const clockToleranceMs = 5 * minuteInMs;
/** Maximum numbers of events: per repository (`own`, `other`), by mention of a service, and by search for words. */
const maxEvents = { own: 20, other: 5, mentions: 15, words: 15 };

/** Collects the events that may have triggered an incident. Skips reverts, since they end incidents. */
function gatherCandidateEvents(
  { failure, isTimed, start, titleWords, words, named, tickets }: ParsedIncident,
  locations: IncidentLocations,
  { index, mentions, reverts }: CauseRankingSources,
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
        Math.max(limits.get(repository) ?? 0, score >= minServiceRepositoryAffinity ? maxEvents.own : maxEvents.other),
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
