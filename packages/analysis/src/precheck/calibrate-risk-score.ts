import { toProbability } from '../stats/log-odds.ts';
import { type LogisticExample, trainLogisticRegression } from '../stats/logistic-regression.ts';

export interface ChangeOutcome {
  readonly riskScore: number;
  /** Base rate of failures at the time of the change, in (0, 1) */
  readonly averageScore: number;
  readonly hasFailed: boolean;
}

/** Returns the probability that a change fails, in [0, 1]. */
export type RiskCalibration = (riskScore: number, baseRate: number) => number;

/** Factor for risk scores. It is below 1, because title, files and recency often count the same evidence twice. */
const trust = 0.5;
/** L2 penalties of the shift and the slope of the calibration */
const penalties = [4, 4] as const;
/** Maximum score, because changes with higher scores did not fail more often in two real histories. */
const maxScore = 3;
/** Divisor that brings risk scores to a scale of about 1, for which the penalties were chosen */
const scale = 2;

export const priorCalibration: RiskCalibration = (riskScore, baseRate) => toProbability(toLogit(riskScore, baseRate));

/**
 * Fits a logistic calibration (Platt 2000): adds a shift and a slope, shrunk towards 0, to `priorCalibration`.
 * @param outcomes outcomes of changes that are old enough for almost all failures to be known, oldest first
 */
export function calibrateRiskScore(outcomes: readonly ChangeOutcome[]): RiskCalibration {
  const examples = outcomes.map(
    ({ riskScore, averageScore: baseRate, hasFailed }): LogisticExample => ({
      features: { at: [0, 1], values: [1, capScore(riskScore) / scale] },
      prior: [0, toLogit(riskScore, baseRate)],
      label: hasFailed ? 1 : 0,
      weight: 1,
    }),
  );
  const weights = trainLogisticRegression(examples, 2, penalties);
  const [shift, slope] = [(weights[1] ?? 0) - (weights[0] ?? 0), (weights[3] ?? 0) - (weights[2] ?? 0)];
  return (riskScore, baseRate) =>
    toProbability(toLogit(riskScore, baseRate) + shift + (slope * capScore(riskScore)) / scale);
}

function capScore(riskScore: number): number {
  return Math.min(maxScore, riskScore);
}

function toLogit(riskScore: number, baseRate: number): number {
  return Math.log(baseRate / (1 - baseRate)) + trust * capScore(riskScore);
}
