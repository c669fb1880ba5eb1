import { odds } from './cause-odds.ts';
import { type CauseKnowledge, createCorroboration } from './cause-signals.ts';
import type { Moment, Unit } from './change-index.ts';
import { clockSlack, gatherMoments } from './gather-candidates.ts';
import type { IncidentPlaces } from './incident-locations.ts';
import type { LinkModel } from './link-model.ts';
import type { Incident } from './read-incident.ts';
import type { ServiceMentions } from './service-mentions.ts';
import { adjustOdds } from './signal-adjustment.ts';
import { createOccasions, type Occasion } from './weigh-candidate.ts';
import { addSigns, type Sign } from './weigh-signals.ts';

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

/** The changes that may have caused an incident, likeliest first. */
export function rankCauses(incident: Incident, places: IncidentPlaces, context: CauseContext): Suspect[] {
  const weigh = createWeighing(incident, places, context);
  const suspects: Suspect[] = [];
  for (const [unit, moments] of gatherMoments(incident, places, context)) suspects.push(weigh(unit, moments));
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
  return before.length === 0 ? null : createWeighing(incident, places, context)(unit, before);
}

/** Weighs changes as the cause of one incident: of the moments of each, at least one, the likeliest counts. */
function createWeighing(
  incident: Incident,
  places: IncidentPlaces,
  context: CauseContext,
): (unit: Unit, moments: readonly Moment[]) => Suspect {
  const { adjustment, decay } = context.model;
  const corroborate = createCorroboration(incident, context);
  const weighOccasion = createOccasions(incident, places, { ...context, decay });
  const { named, wording } = incident;
  const asides =
    (wording.saysOther === null ? 0 : odds.saysOther) + (wording.saysNoChange === null ? 0 : odds.saysNoChange);
  return (unit, moments) => {
    let best: Occasion | null = null;
    for (const moment of moments) {
      const occasion = weighOccasion(moment);
      if (best === null || occasion.total > best.total) best = occasion;
    }
    if (best === null) throw new RangeError('a change has at least one moment');
    const signs = [...best.tell(), ...corroborate(unit)];
    const base =
      odds.base +
      (places.isKnown || best.hasPlace ? 0 : odds.placeUnknown) +
      // Who names the change has thought of the other reasons.
      (named.some((entry) => entry.unit.key === unit.key) ? 0 : asides);
    return { unit, odds: adjustOdds(addSigns(base, signs), signs, adjustment), signs, hours: best.hours };
  };
}
