import { toProbability } from '../stats/log-odds.ts';
import { type LogisticExample, trainLogistic } from '../stats/logistic-regression.ts';

/** A risk score that was given to a change, and whether that change failed. */
export interface RiskOutcome {
  readonly riskScore: number;
  /** The base rate of failures at that time, in (0, 1). */
  readonly usual: number;
  readonly hasFailed: boolean;
}

/** Maps a risk score and the base rate to the probability of failure in [0, 1]. */
export type RiskCalibration = (riskScore: number, baseRate: number) => number;

/** The factor by which risk scores are discounted. Title, files and recency often count the same evidence twice. */
const trust = 0.5;
/** The L2 penalties of shift and slope. */
const penalties = [4, 4] as const;
/** Higher scores had no higher failure rate on two histories. */
const maxReported = 3;
/** Divides risk scores, which are of the order of a few, so that the slope is learnt on a scale of about 1. */
const scale = 2;

export const priorCalibration: RiskCalibration = (riskScore, baseRate) => toProbability(toLogit(riskScore, baseRate));

/**
 * Fits a logistic calibration of risk scores (Platt 2000, with a prior). The probability is logistic in `logit(baseRate)
 * + riskScore / 2` plus a shift and a slope, both shrunk towards none.
 * @param outcomes in chronological order, each old enough for its outcome to be known
 */
export function calibrateRisk(outcomes: readonly RiskOutcome[]): RiskCalibration {
  const examples = outcomes.map(
    ({ riskScore, usual: baseRate, hasFailed }): LogisticExample => ({
      features: { at: [0, 1], values: [1, capScore(riskScore) / scale] },
      prior: [0, toLogit(riskScore, baseRate)],
      label: hasFailed ? 1 : 0,
      weight: 1,
    }),
  );
  const weights = trainLogistic(examples, 2, penalties);
  const [shift, slope] = [(weights[1] ?? 0) - (weights[0] ?? 0), (weights[3] ?? 0) - (weights[2] ?? 0)];
  return (riskScore, baseRate) =>
    toProbability(toLogit(riskScore, baseRate) + shift + (slope * capScore(riskScore)) / scale);
}

function capScore(riskScore: number): number {
  return Math.min(maxReported, riskScore);
}

function toLogit(riskScore: number, baseRate: number): number {
  return Math.log(baseRate / (1 - baseRate)) + trust * capScore(riskScore);
}
