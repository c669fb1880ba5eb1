import { toProbability } from '../stats/log-odds.ts';
import { type LogisticExample, trainLogistic } from '../stats/logistic-regression.ts';

/** What became of a change whose lean was said before. */
export interface RiskOutcome {
  readonly riskScore: number;
  /** The usual rate when it was said, in (0, 1). */
  readonly usual: number;
  readonly hasFailed: boolean;
}

/** From a lean and the usual rate to a chance in [0, 1]. */
export type RiskCalibration = (riskScore: number, usual: number) => number;

/** By how much leans are believed before outcomes tell: what speaks for them, title, files and time, often says one thing twice. */
const trust = 0.5;
/** How strongly it is believed: against shift and slope. */
const penalties = [4, 4] as const;
/** To lean more than this told nothing more on two histories. */
const maxReported = 3;
/** Leans are on the scale of a few; the slope is learnt on one of about 1. */
const scale = 2;

export const asBelieved: RiskCalibration = (riskScore, usual) => toProbability(believe(riskScore, usual));

/**
 * Learns by how much leans are to be trusted: the chance is logistic in `logit(usual) + lean / 2`, but for a shift and a slope that
 * are held near none by their penalties (Platt 2000, with a prior).
 * @param settled in the order of time, each long enough ago for its outcome to be known
 */
export function calibrateRisk(settled: readonly RiskOutcome[]): RiskCalibration {
  const examples = settled.map(
    ({ riskScore, usual, hasFailed }): LogisticExample => ({
      features: { at: [0, 1], values: [1, tellOf(riskScore) / scale] },
      prior: [0, believe(riskScore, usual)],
      label: hasFailed ? 1 : 0,
      weight: 1,
    }),
  );
  const weights = trainLogistic(examples, 2, penalties);
  const [shift, slope] = [(weights[1] ?? 0) - (weights[0] ?? 0), (weights[3] ?? 0) - (weights[2] ?? 0)];
  return (riskScore, usual) => toProbability(believe(riskScore, usual) + shift + (slope * tellOf(riskScore)) / scale);
}

function tellOf(riskScore: number): number {
  return Math.min(maxReported, riskScore);
}

function believe(riskScore: number, usual: number): number {
  return Math.log(usual / (1 - usual)) + trust * tellOf(riskScore);
}
