import type { ChangeUnit } from './change-index.ts';
import { learnDelayDistribution } from './delay-distribution.ts';
import { type IncidentLocationSources, locateIncident } from './incident-locations.ts';
import { createLearntLocationLookup, type LocationTrainingExample } from './learned-locations.ts';
import type { LinkDecisions } from './link-decisions.ts';
import { type LinkModel, priorLinkModel } from './link-model.ts';
import type { ParsedIncident } from './parse-incident-text.ts';
import {
  type CauseCandidate,
  type CauseRankingSources,
  computeExplanationProbabilities,
  rankCauses,
  scoreCauseCandidate,
} from './rank-causes.ts';
import { type DecidedCauseCandidate, learnSignalWeightAdjustment } from './weigh-signals.ts';

/** Maximum number of incidents used for learning; the latest are used. */
const maxIncidents = 2_000;
/** A link that no person confirmed is used only if its probability without the signal to be learnt is at least this. */
const minConfidence = 0.9;
const minLocationConfidence = 0.8;
const personWeight = 2;
const maxRivals = 3;

export interface LinkLearningInput {
  readonly incidents: readonly ParsedIncident[];
  readonly knowledge: IncidentLocationSources;
  readonly context: Omit<CauseRankingSources, 'model'>;
  readonly decisions: LinkDecisions;
}

/** Learns from people's decisions and from links that are certain even without the signal to be learnt. */
export function learnLinkModel(input: LinkLearningInput): LinkModel {
  const { incidents, context, decisions } = input;
  const lags: number[] = [];
  const lessons: LocationTrainingExample[] = [];
  const teach = ({ failure }: ParsedIncident, { repository }: ChangeUnit, weight: number): void => {
    for (const service of failure.services) lessons.push({ failureId: failure.id, service, repository, weight });
  };
  const decided = incidents.filter(({ failure }) => isDecided(failure.id, decisions));
  for (const incident of decided) {
    const { confirmed, rejected } = readDecided(incident, input);
    for (const unit of rejected) teach(incident, unit, -personWeight);
    if (confirmed === null) continue;
    teach(incident, confirmed, personWeight);
    const locations = locateIncident(incident, priorLinkModel, input.knowledge);
    const nearest = scoreCauseCandidate(incident, confirmed, locations, { ...context, model: priorLinkModel });
    if (nearest !== null) lags.push(nearest.hours);
  }
  const informative = incidents.filter(
    (incident) => !isDecided(incident.failure.id, decisions) && isInformative(incident, input),
  );
  for (const incident of informative.slice(-maxIncidents)) {
    const suspects = rankOpen(incident, priorLinkModel, input);
    const [best] = suspects;
    if (best === undefined || !isConfident(incident, suspects, minConfidence)) continue;
    if (isConfident(incident, without('time', suspects), minConfidence)) lags.push(best.hours);
    if (isConfident(incident, without('service', suspects), minLocationConfidence)) teach(incident, best.unit, 1);
  }
  const learnt: LinkModel = {
    ...priorLinkModel,
    decay: learnDelayDistribution(lags),
    locationsOf: createLearntLocationLookup(lessons),
  };
  const adjustment = learnSignalWeightAdjustment(decided.flatMap((incident) => judge(incident, learnt, input)));
  return { ...learnt, adjustment };
}

function isDecided(failureId: string, { linksOf, notChangeRelated }: LinkDecisions): boolean {
  return notChangeRelated.has(failureId) || linksOf(failureId).some(({ type }) => type === 'caused_by');
}

function isInformative({ isTimed, named, start, end }: ParsedIncident, { context }: LinkLearningInput): boolean {
  if (!isTimed) return false;
  return named.length > 0 || context.reverts.between(start, end ?? start).length > 0;
}

function readDecided({ failure }: ParsedIncident, { context, decisions }: LinkLearningInput) {
  return {
    confirmed: decisions.confirmedTarget('caused_by', failure.id, context.index),
    rejected: decisions
      .linksOf(failure.id)
      .filter(({ type, right }) => type === 'caused_by' && !right)
      .flatMap(({ targetId }) => context.index.findById(targetId) ?? []),
  };
}

/** Returns training examples: causes that a person confirmed or rejected, and the likeliest other changes. */
function judge(incident: ParsedIncident, model: LinkModel, input: LinkLearningInput): DecidedCauseCandidate[] {
  const { confirmed, rejected } = readDecided(incident, input);
  const locations = locateIncident(incident, model, input.knowledge);
  const context = { ...input.context, model };
  const judged = (suspect: CauseCandidate | null, isCause: boolean, weight: number): DecidedCauseCandidate[] =>
    suspect === null ? [] : [{ key: `${incident.failure.id} ${suspect.unit.key}`, ...suspect, isCause, weight }];
  const nearest = (unit: ChangeUnit): CauseCandidate | null => scoreCauseCandidate(incident, unit, locations, context);
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

function rankOpen(incident: ParsedIncident, model: LinkModel, input: LinkLearningInput): CauseCandidate[] {
  const { context, decisions } = input;
  return rankCauses(incident, locateIncident(incident, model, input.knowledge), { ...context, model }).filter(
    ({ unit }) => !decisions.isRejected('caused_by', incident.failure.id, unit),
  );
}

function isConfident(incident: ParsedIncident, suspects: readonly CauseCandidate[], minProbability: number): boolean {
  return (computeExplanationProbabilities(incident, suspects, 'known').suspects[0] ?? 0) >= minProbability;
}

/** Subtracts one kind of signal from the log-odds of the candidate causes, keeping their order. */
function without(signal: string, suspects: readonly CauseCandidate[]): CauseCandidate[] {
  return suspects.map((suspect) => ({
    ...suspect,
    odds: suspect.weighedSignals.reduce(
      (odds, weighedSignal) => (weighedSignal.signal === signal ? odds - weighedSignal.value : odds),
      suspect.odds,
    ),
  }));
}
