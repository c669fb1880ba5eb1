import type { Unit } from './change-index.ts';
import { learnDecay } from './decay.ts';
import type { Decisions } from './decisions.ts';
import { type PlaceKnowledge, placeIncident } from './incident-locations.ts';
import { createLearntPlaces, type PlaceLesson } from './learned-locations.ts';
import { type LinkModel, priorModel } from './link-model.ts';
import { type CauseContext, findSuspect, rankCauses, type Suspect } from './rank-causes.ts';
import type { Incident } from './read-incident.ts';
import { shareOdds } from './share-odds.ts';
import { type DecidedSuspect, learnAdjustment } from './signal-adjustment.ts';

/** Incidents that are learnt from: the latest. */
const mostIncidents = 2_000;
/** A suggested link teaches from this chance on, without the sign that it is to teach. */
const sure = 0.9;
const surePlace = 0.8;
/** A person's word counts as much as so many sure links. */
const personCounts = 2;
/** Other changes of an incident that a decision on it is held against. */
const mostRivals = 3;

export interface LearningInput {
  /** Earliest first. */
  readonly incidents: readonly Incident[];
  readonly places: PlaceKnowledge;
  readonly context: Omit<CauseContext, 'model'>;
  readonly decisions: Decisions;
}

/**
 * Learns how soon changes show and where the causes of a service's incidents are, from what people decided and from links that
 * are sure without the sign in question: those that the incident names, or whose revert ended it. From people alone it learns
 * what each kind of sign is worth.
 */
export function learnModel(input: LearningInput): LinkModel {
  const { incidents, context, decisions } = input;
  const lags: number[] = [];
  const lessons: PlaceLesson[] = [];
  const teach = ({ failure }: Incident, { repository }: Unit, weight: number): void => {
    for (const service of failure.services) lessons.push({ failureId: failure.id, service, repository, weight });
  };
  const decided = incidents.filter(({ failure }) => isDecided(failure.id, decisions));
  for (const incident of decided) {
    const { confirmed, rejected } = readDecided(incident, input);
    for (const unit of rejected) teach(incident, unit, -personCounts);
    if (confirmed === null) continue;
    teach(incident, confirmed, personCounts);
    const nearest = findSuspect(incident, confirmed, placeIncident(incident, priorModel, input.places), {
      ...context,
      model: priorModel,
    });
    if (nearest !== null) lags.push(nearest.hours);
  }
  const telling = incidents.filter(
    (incident) => !isDecided(incident.failure.id, decisions) && isTelling(incident, input),
  );
  for (const incident of telling.slice(-mostIncidents)) {
    const suspects = rankOpen(incident, priorModel, input);
    const [best] = suspects;
    if (best === undefined || !isSure(incident, suspects, sure)) continue;
    if (isSure(incident, without('time', suspects), sure)) lags.push(best.hours);
    if (isSure(incident, without('service', suspects), surePlace)) teach(incident, best.unit, 1);
  }
  const learnt = { ...priorModel, decay: learnDecay(lags), places: createLearntPlaces(lessons) };
  return { ...learnt, adjustment: learnAdjustment(decided.flatMap((incident) => judge(incident, learnt, input))) };
}

function isDecided(failureId: string, { linksOf, notChangeRelated }: Decisions): boolean {
  return notChangeRelated.has(failureId) || linksOf(failureId).some(({ type }) => type === 'caused_by');
}

/** Others have nothing to teach, and are not looked at. */
function isTelling({ isTimed, named, start, end }: Incident, { context }: LearningInput): boolean {
  if (!isTimed) return false;
  return named.length > 0 || context.reverts.between(start, end ?? start).length > 0;
}

function readDecided({ failure }: Incident, { context, decisions }: LearningInput) {
  return {
    confirmed: decisions.confirmedTarget('caused_by', failure.id, context.index),
    rejected: decisions
      .linksOf(failure.id)
      .filter(({ type, right }) => type === 'caused_by' && !right)
      .flatMap(({ targetId }) => context.index.findById(targetId) ?? []),
  };
}

/** The changes on which a person decided, and those that were told beside them. */
function judge(incident: Incident, model: LinkModel, input: LearningInput): DecidedSuspect[] {
  const { confirmed, rejected } = readDecided(incident, input);
  const places = placeIncident(incident, model, input.places);
  const context = { ...input.context, model };
  const judged = (suspect: Suspect | null, isCause: boolean, weight: number): DecidedSuspect[] =>
    suspect === null ? [] : [{ key: `${incident.failure.id} ${suspect.unit.key}`, ...suspect, isCause, weight }];
  const nearest = (unit: Unit): Suspect | null => findSuspect(incident, unit, places, context);
  const isRefuted = confirmed !== null || input.decisions.notChangeRelated.has(incident.failure.id);
  const rivals = isRefuted
    ? rankOpen(incident, model, input)
        .filter(({ unit }) => unit.key !== confirmed?.key)
        .slice(0, mostRivals)
    : [];
  return [
    ...(confirmed === null ? [] : judged(nearest(confirmed), true, 1)),
    ...rejected.flatMap((unit) => judged(nearest(unit), false, 1)),
    ...rivals.flatMap((rival) => judged(rival, false, 1 / rivals.length)),
  ];
}

/** The suspects on which no person has decided. */
function rankOpen(incident: Incident, model: LinkModel, input: LearningInput): Suspect[] {
  const { context, decisions } = input;
  return rankCauses(incident, placeIncident(incident, model, input.places), { ...context, model }).filter(
    ({ unit }) => !decisions.isRejected('caused_by', incident.failure.id, unit),
  );
}

function isSure(incident: Incident, suspects: readonly Suspect[], least: number): boolean {
  return (shareOdds(incident, suspects, 'known').suspects[0] ?? 0) >= least;
}

/** The same suspects in the same order, one kind of sign not being looked at. */
function without(signal: string, suspects: readonly Suspect[]): Suspect[] {
  return suspects.map((suspect) => ({
    ...suspect,
    odds: suspect.signs.reduce((odds, sign) => (sign.signal === signal ? odds - sign.value : odds), suspect.odds),
  }));
}
