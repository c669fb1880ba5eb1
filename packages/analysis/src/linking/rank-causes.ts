import { causeOdds } from './cause-odds.ts';
import { type CauseKnowledge, createSignalFinder } from './cause-signals.ts';
import type { CandidateEvent, ChangeUnit } from './change-index.ts';
import { clockSlack, gatherCandidateEvents } from './gather-candidates.ts';
import type { IncidentLocations } from './incident-locations.ts';
import type { LinkModel } from './link-model.ts';
import type { Incident } from './read-incident.ts';
import type { ServiceMentions } from './service-mentions.ts';
import { adjustOdds } from './signal-adjustment.ts';
import { createEventScorer, type EventScore } from './weigh-candidate.ts';
import { addSignals, type Signal } from './weigh-signals.ts';

export interface CauseContext extends CauseKnowledge {
  readonly mentions: ServiceMentions;
  readonly model: LinkModel;
}

export interface Suspect {
  readonly unit: ChangeUnit;
  /** Log-odds relative to "no change triggered the incident". */
  readonly odds: number;
  readonly weighedSignals: readonly Signal[];
  readonly hours: number;
}

export function rankCauses(incident: Incident, locations: IncidentLocations, context: CauseContext): Suspect[] {
  const weigh = createWeighing(incident, locations, context);
  const suspects: Suspect[] = [];
  for (const [unit, candidateEvents] of gatherCandidateEvents(incident, locations, context))
    suspects.push(weigh(unit, candidateEvents));
  return suspects.sort((a, b) => b.odds - a.odds || (a.unit.key < b.unit.key ? -1 : 1));
}

/** Scores one change as the cause of an incident. Returns null if the change was made after the incident began. */
export function findSuspect(
  incident: Incident,
  unit: ChangeUnit,
  locations: IncidentLocations,
  context: CauseContext,
): Suspect | null {
  const before = unit.candidateEvents.filter(({ at }) => at <= incident.start + clockSlack);
  return before.length === 0 ? null : createWeighing(incident, locations, context)(unit, before);
}

function createWeighing(
  incident: Incident,
  locations: IncidentLocations,
  context: CauseContext,
): (unit: ChangeUnit, candidateEvents: readonly CandidateEvent[]) => Suspect {
  const { adjustment, decay } = context.model;
  const corroborate = createSignalFinder(incident, context);
  const scoreEvent = createEventScorer(incident, locations, { ...context, decay });
  const { named, wording } = incident;
  const wordingOdds =
    (wording.statesOther === null ? 0 : causeOdds.statesOther) +
    (wording.statesNoChange === null ? 0 : causeOdds.statesNoChange);
  return (unit, candidateEvents) => {
    let best: EventScore | null = null;
    for (const candidateEvent of candidateEvents) {
      const score = scoreEvent(candidateEvent);
      if (best === null || score.total > best.total) best = score;
    }
    if (best === null) throw new RangeError('A change without a merge or deployment cannot be scored as a cause.');
    const weighedSignals = [...best.listSignals(), ...corroborate(unit)];
    const base =
      causeOdds.base +
      (locations.isKnown || best.hasLocation ? 0 : causeOdds.locationUnknown) +
      // Other reasons in the incident's text do not count against a change that the text names.
      (named.some((entry) => entry.unit.key === unit.key) ? 0 : wordingOdds);
    return {
      unit,
      odds: adjustOdds(addSignals(base, weighedSignals), weighedSignals, adjustment),
      weighedSignals,
      hours: best.hours,
    };
  };
}
