import { toProbability } from '../stats/log-odds.ts';
import { type LogisticExample, trainLogistic } from '../stats/logistic-regression.ts';

/** What became of a change whose lean was said before. */
export interface SettledLean {
  readonly lean: number;
  /** The usual rate when it was said, in (0, 1). */
  readonly usual: number;
  readonly hasFailed: boolean;
}

/** From a lean and the usual rate to a chance in [0, 1]. */
export type LeanCalibration = (lean: number, usual: number) => number;

/** By how much leans are believed before outcomes tell: what speaks for them, title, files and time, often says one thing twice. */
const trust = 0.5;
/** How strongly it is believed: against shift and slope. */
const penalties = [4, 4] as const;
/** To lean more than this told nothing more on two histories. */
const mostTold = 3;
/** Leans are on the scale of a few; the slope is learnt on one of about 1. */
const scale = 2;

export const asBelieved: LeanCalibration = (lean, usual) => toProbability(believe(lean, usual));

/**
 * Learns by how much leans are to be trusted: the chance is logistic in `logit(usual) + lean / 2`, but for a shift and a slope that
 * are held near none by their penalties (Platt 2000, with a prior).
 * @param settled in the order of time, each long enough ago for its outcome to be known
 */
export function calibrateLean(settled: readonly SettledLean[]): LeanCalibration {
  const examples = settled.map(
    ({ lean, usual, hasFailed }): LogisticExample => ({
      features: { at: [0, 1], values: [1, tellOf(lean) / scale] },
      prior: [0, believe(lean, usual)],
      label: hasFailed ? 1 : 0,
      weight: 1,
    }),
  );
  const weights = trainLogistic(examples, 2, penalties);
  const [shift, slope] = [(weights[1] ?? 0) - (weights[0] ?? 0), (weights[3] ?? 0) - (weights[2] ?? 0)];
  return (lean, usual) => toProbability(believe(lean, usual) + shift + (slope * tellOf(lean)) / scale);
}

function tellOf(lean: number): number {
  return Math.min(mostTold, lean);
}

function believe(lean: number, usual: number): number {
  return Math.log(usual / (1 - usual)) + trust * tellOf(lean);
}
