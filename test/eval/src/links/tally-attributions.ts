import {
  addForecastToBins,
  type CalibrationBins,
  computeCalibrationError,
  createCalibrationBins,
  listCalibrationBins,
} from '@refrain/analysis/evaluation';
import type { ChangeAssessment } from '@refrain/domain';
import { round, share } from '../figures/round.ts';
import { findTrueEpisodes } from '../patterns/score-patterns.ts';
import type { OrganisationWithTruth } from './organisation-variant.ts';

/** The changes that a method names as the cause of an incident. */
export interface AttributedChanges extends Pick<ChangeAssessment, 'failureId' | 'verdict'> {
  readonly candidates: readonly { readonly changeId: string; readonly score: number }[];
}

interface Counts {
  right: number;
  given: number;
  wanted: number;
}

/** The causes that a method named, compared with the truth, for one or more organisations. */
export interface AttributionTally {
  readonly incidents: number;
  readonly undecided: number;
  readonly links: Counts;
  readonly unrelated: Counts;
  /** For incidents caused by a change: how often this change is among the first five candidates, and how often it is the first one. */
  readonly ranked: { readonly amongFive: number; readonly first: number; readonly of: number };
  /** Calibration of the probability that the first candidate is the cause. */
  readonly calibrations: readonly CalibrationBins[];
}

export function tallyAttributions(
  answers: readonly AttributedChanges[],
  { changes, truth }: Pick<OrganisationWithTruth, 'changes' | 'truth'>,
): AttributionTally {
  const episodes = findTrueEpisodes(truth);
  const nameOf = new Map(changes.map(({ id, externalId }) => [id, externalId]));
  const links: Counts = { right: 0, given: 0, wanted: 0 };
  const unrelated: Counts = { right: 0, given: 0, wanted: 0 };
  const ranked = { amongFive: 0, first: 0, of: 0 };
  const calibration = createCalibrationBins();
  const known = answers.filter(({ failureId }) => episodes.has(failureId));
  for (const { failureId, verdict, candidates } of known) {
    const cause = episodes.get(failureId)?.causedByChange ?? null;
    const names = cause === null ? [] : [cause.id, ...cause.sameAs];
    const isCause = candidates.map(({ changeId }) => names.includes(nameOf.get(changeId) ?? ''));
    count(links, verdict === 'change', cause !== null, isCause[0] === true);
    count(unrelated, verdict === 'not_change_related', cause === null, cause === null);
    if (cause !== null) {
      ranked.of += 1;
      ranked.amongFive += Number(isCause.includes(true));
      ranked.first += Number(isCause[0] === true);
    }
    addForecastToBins(calibration, candidates[0]?.score ?? 0, isCause[0] === true);
  }
  const undecided = known.filter(({ verdict }) => verdict === 'undecided').length;
  return { incidents: known.length, undecided, links, unrelated, ranked, calibrations: [calibration] };
}

function count(counts: Counts, isGiven: boolean, isWanted: boolean, isRight: boolean): void {
  counts.given += Number(isGiven);
  counts.wanted += Number(isWanted);
  counts.right += Number(isGiven && isRight);
}

export function sumAttributionTallies(tallies: readonly AttributionTally[]): AttributionTally {
  const sum = (read: (tally: AttributionTally) => number): number =>
    tallies.reduce((total, one) => total + read(one), 0);
  const counts = (read: (tally: AttributionTally) => Counts): Counts => ({
    right: sum((one) => read(one).right),
    given: sum((one) => read(one).given),
    wanted: sum((one) => read(one).wanted),
  });
  return {
    incidents: sum(({ incidents }) => incidents),
    undecided: sum(({ undecided }) => undecided),
    links: counts(({ links }) => links),
    unrelated: counts(({ unrelated }) => unrelated),
    ranked: {
      amongFive: sum(({ ranked }) => ranked.amongFive),
      first: sum(({ ranked }) => ranked.first),
      of: sum(({ ranked }) => ranked.of),
    },
    calibrations: tallies.flatMap(({ calibrations }) => calibrations),
  };
}

export function scoreAttributionTally({
  incidents,
  undecided,
  links,
  unrelated,
  ranked,
  calibrations,
}: AttributionTally) {
  const named = computePrecisionRecall(links);
  const none = computePrecisionRecall(unrelated);
  return {
    ...named,
    notChangeRelatedF1: none.f1,
    notChangeRelatedPrecision: none.precision,
    notChangeRelatedRecall: none.recall,
    /** Share of all incidents for which the method names the right cause, or rightly names no cause. */
    rightAnswers: share(links.right + unrelated.right, incidents),
    undecided: share(undecided, incidents),
    topFive: share(ranked.amongFive, ranked.of),
    topOne: share(ranked.first, ranked.of),
    calibrationError: round(computeCalibrationError(calibrations) ?? 0),
  };
}

/**
 * Groups incidents by the probability of their first candidate, in steps of a tenth. Returns for each group the mean probability and the
 * share of right candidates.
 */
export function summariseCalibration({ calibrations }: AttributionTally) {
  const whole = createCalibrationBins();
  for (const { forecasts, probabilities, hits } of calibrations)
    forecasts.forEach((of, bin) => {
      whole.forecasts[bin] = (whole.forecasts[bin] ?? 0) + of;
      whole.probabilities[bin] = (whole.probabilities[bin] ?? 0) + (probabilities[bin] ?? 0);
      whole.hits[bin] = (whole.hits[bin] ?? 0) + (hits[bin] ?? 0);
    });
  return listCalibrationBins(whole).map(({ forecasts: incidents, meanProbability, observedShare }) => ({
    incidents,
    said: round(meanProbability),
    was: round(observedShare),
  }));
}

export function computePrecisionRecall({ right, given, wanted }: Counts) {
  const [precision, recall] = [share(right, given), share(right, wanted)];
  return { f1: round((2 * right) / Math.max(1, given + wanted)), precision, recall };
}
