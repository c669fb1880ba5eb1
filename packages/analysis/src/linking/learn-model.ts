import type { ChangeUnit } from './change-index.ts';
import { computeProbabilities } from './compute-probabilities.ts';
import { learnDecay } from './decay.ts';
import type { Decisions } from './decisions.ts';
import { type LocationKnowledge, locateIncident } from './incident-locations.ts';
import { createLearntLocations, type LocationLesson } from './learned-locations.ts';
import { type LinkModel, priorModel } from './link-model.ts';
import { type CauseContext, findSuspect, rankCauses, type Suspect } from './rank-causes.ts';
import type { Incident } from './read-incident.ts';
import { type DecidedSuspect, learnAdjustment } from './signal-adjustment.ts';

/** Maximum number of incidents used for learning; the latest are used. */
const maxIncidents = 2_000;
/** Minimum probability of a suggested link that is used for learning, computed without the signal to be learnt. */
const minConfidence = 0.9;
const minLocationConfidence = 0.8;
const personWeight = 2;
const maxRivals = 3;

export interface LearningInput {
  /** Earliest first. */
  readonly incidents: readonly Incident[];
  readonly knowledge: LocationKnowledge;
  readonly context: Omit<CauseContext, 'model'>;
  readonly decisions: Decisions;
}

/** Learns from people's decisions and from links that are certain even without the signal to be learnt. */
export function learnModel(input: LearningInput): LinkModel {
  const { incidents, context, decisions } = input;
  const lags: number[] = [];
  const lessons: LocationLesson[] = [];
  const teach = ({ failure }: Incident, { repository }: ChangeUnit, weight: number): void => {
    for (const service of failure.services) lessons.push({ failureId: failure.id, service, repository, weight });
  };
  const decided = incidents.filter(({ failure }) => isDecided(failure.id, decisions));
  for (const incident of decided) {
    const { confirmed, rejected } = readDecided(incident, input);
    for (const unit of rejected) teach(incident, unit, -personWeight);
    if (confirmed === null) continue;
    teach(incident, confirmed, personWeight);
    const nearest = findSuspect(incident, confirmed, locateIncident(incident, priorModel, input.knowledge), {
      ...context,
      model: priorModel,
    });
    if (nearest !== null) lags.push(nearest.hours);
  }
  const informative = incidents.filter(
    (incident) => !isDecided(incident.failure.id, decisions) && isInformative(incident, input),
  );
  for (const incident of informative.slice(-maxIncidents)) {
    const suspects = rankOpen(incident, priorModel, input);
    const [best] = suspects;
    if (best === undefined || !isConfident(incident, suspects, minConfidence)) continue;
    if (isConfident(incident, without('time', suspects), minConfidence)) lags.push(best.hours);
    if (isConfident(incident, without('service', suspects), minLocationConfidence)) teach(incident, best.unit, 1);
  }
  const learnt: LinkModel = { ...priorModel, decay: learnDecay(lags), locationsOf: createLearntLocations(lessons) };
  return { ...learnt, adjustment: learnAdjustment(decided.flatMap((incident) => judge(incident, learnt, input))) };
}

function isDecided(failureId: string, { linksOf, notChangeRelated }: Decisions): boolean {
  return notChangeRelated.has(failureId) || linksOf(failureId).some(({ type }) => type === 'caused_by');
}

function isInformative({ isTimed, named, start, end }: Incident, { context }: LearningInput): boolean {
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

/**
 * Returns training examples of an incident: the changes that a person confirmed or rejected as its cause, and the
 * likeliest other candidates.
 */
function judge(incident: Incident, model: LinkModel, input: LearningInput): DecidedSuspect[] {
  const { confirmed, rejected } = readDecided(incident, input);
  const locations = locateIncident(incident, model, input.knowledge);
  const context = { ...input.context, model };
  const judged = (suspect: Suspect | null, isCause: boolean, weight: number): DecidedSuspect[] =>
    suspect === null ? [] : [{ key: `${incident.failure.id} ${suspect.unit.key}`, ...suspect, isCause, weight }];
  const nearest = (unit: ChangeUnit): Suspect | null => findSuspect(incident, unit, locations, context);
  const isRefuted = confirmed !== null || input.decisions.notChangeRelated.has(incident.failure.id);
  const rivals = isRefuted
    ? rankOpen(incident, model, input)
        .filter(({ unit }) => unit.key !== confirmed?.key)
        .slice(0, maxRivals)
    : [];
  return [
    ...(confirmed === null ? [] : judged(nearest(confirmed), true, 1)),
    ...rejected.flatMap((unit) => judged(nearest(unit), false, 1)),
    ...rivals.flatMap((rival) => judged(rival, false, 1 / rivals.length)),
  ];
}

function rankOpen(incident: Incident, model: LinkModel, input: LearningInput): Suspect[] {
  const { context, decisions } = input;
  return rankCauses(incident, locateIncident(incident, model, input.knowledge), { ...context, model }).filter(
    ({ unit }) => !decisions.isRejected('caused_by', incident.failure.id, unit),
  );
}

function isConfident(incident: Incident, suspects: readonly Suspect[], minProbability: number): boolean {
  return (computeProbabilities(incident, suspects, 'known').suspects[0] ?? 0) >= minProbability;
}

/** Subtracts one kind of signal from the suspects' odds, keeping their order. */
function without(signal: string, suspects: readonly Suspect[]): Suspect[] {
  return suspects.map((suspect) => ({
    ...suspect,
    odds: suspect.weighedSignals.reduce(
      (odds, weighedSignal) => (weighedSignal.signal === signal ? odds - weighedSignal.value : odds),
      suspect.odds,
    ),
  }));
}
