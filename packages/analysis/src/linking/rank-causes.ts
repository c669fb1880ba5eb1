import { causeLogOdds } from './cause-log-odds.ts';
import { type CauseSignalSources, createCauseSignalFinder } from './cause-signals.ts';
import type { CandidateEvent, ChangeUnit } from './change-index.ts';
import { clockToleranceMs, gatherCandidateEvents } from './gather-candidates.ts';
import type { IncidentLocations } from './incident-locations.ts';
import type { LinkModel } from './link-model.ts';
import type { ParsedIncident } from './parse-incident-text.ts';
import type { ServiceMentions } from './service-mentions.ts';
import { adjustOdds } from './signal-adjustment.ts';
import { type CandidateEventScore, createCandidateEventScorer } from './weigh-candidate.ts';
import { sumLogOdds, type WeighedSignal } from './weigh-signals.ts';

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
      odds: adjustOdds(sumLogOdds(base, weighedSignals), weighedSignals, adjustment),
      weighedSignals,
      hours: best.hours,
    };
  };
}
