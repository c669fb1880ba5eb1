import type { HorizonBacktest, MissingForecastReason } from '@refrain/domain';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import {
  addForecastToBins,
  type CalibrationBins,
  computeCalibrationError,
  createCalibrationBins,
  listCalibrationBins,
} from './calibration-bins.ts';
import { computeCoveredShare, computeCumulativeProbabilityRange } from './compute-count-interval.ts';
import { probabilityOfAnyEvent } from './count-distribution.ts';
import type { HorizonForecasts } from './walk-forward.ts';

interface HorizonScore {
  readonly days: number;
  readonly origins: OriginLoss[];
  readonly calibration: CalibrationBins;
  forecasts: number;
  hits: number;
  /** Sum of the results of `computeCoveredShare`. */
  covered: number;
}

export function createHorizonScore(days: number): HorizonScore {
  return { days, origins: [], calibration: createCalibrationBins(), forecasts: 0, hits: 0, covered: 0 };
}

/** Adds the forecasts from the origin at `day`, except those whose windows are not over. */
export function addForecastOriginToScore(
  score: HorizonScore,
  day: number,
  { baseRate, level, forecasts }: HorizonForecasts,
): void {
  let [loss, peerLoss] = [0, 0];
  for (const { distribution, count } of forecasts) {
    if (count === null) continue;
    const hasCome = count > 0;
    const probability = probabilityOfAnyEvent(distribution);
    loss += (probability - (hasCome ? 1 : 0)) ** 2;
    peerLoss += (baseRate - (hasCome ? 1 : 0)) ** 2;
    addForecastToBins(score.calibration, probability, hasCome);
    score.covered += computeCoveredShare(computeCumulativeProbabilityRange(distribution, count), level);
    score.forecasts += 1;
    if (hasCome) score.hits += 1;
  }
  score.origins.push({ day, loss, referenceLoss: peerLoss });
}

/** Summarises the backtest of one horizon. Its forecasts are shown only if the interval of the skill lies above 0. */
export function summariseHorizonBacktest(score: HorizonScore): HorizonBacktest {
  const { days, origins, calibration, forecasts, hits, covered } = score;
  const skill = measureForecastSkill(origins, days);
  const gap = findGap(skill);
  return {
    days,
    forecasts,
    observedShare: forecasts === 0 ? null : hits / forecasts,
    brierSkill: skill?.skill ?? null,
    skillLow: skill?.low ?? null,
    skillHigh: skill?.high ?? null,
    isShown: gap === null,
    gap,
    calibration: listCalibrationBins(calibration),
    coverage90: forecasts === 0 ? null : covered / forecasts,
    calibrationError: computeCalibrationError([calibration]),
  };
}

function findGap(skill: Skill | null): MissingForecastReason | null {
  if (skill === null || skill.low === null) return 'history_too_short';
  return skill.low > 0 ? null : 'no_skill';
}

/** Sums of squared errors from one origin: of the forecasts, and of the reference forecasts (`referenceLoss`). */
interface OriginLoss {
  readonly day: number;
  readonly loss: number;
  readonly referenceLoss: number;
}

interface Skill {
  /** 1 − loss / reference loss: 1 is perfect, 0 is no better than the reference. */
  readonly skill: number;
  /** Lower end of the 90 % interval. Both ends are null if there are too few blocks of time. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Minimum number of time blocks for a confidence interval of the skill. Fewer do not show how much it varies. */
const minBlocks = 4;
const shortestBlock = 28;
const level = 0.9;

/**
 * Computes the Brier skill score with a 90 % interval by the jackknife over blocks of time (Künsch 1989), since windows
 * overlap and series are dependent. Returns null if the reference made no error.
 * @param days length of a forecast window, in days
 */
export function measureForecastSkill(origins: readonly OriginLoss[], days: number): Skill | null {
  const first = origins.reduce((earliest, { day }) => Math.min(earliest, day), Number.POSITIVE_INFINITY);
  const blocks = new Map<number, { loss: number; peerLoss: number }>();
  let [loss, peerLoss] = [0, 0];
  for (const origin of origins) {
    const key = Math.floor((origin.day - first) / Math.max(days, shortestBlock));
    const block = blocks.get(key) ?? { loss: 0, peerLoss: 0 };
    block.loss += origin.loss;
    block.peerLoss += origin.referenceLoss;
    blocks.set(key, block);
    loss += origin.loss;
    peerLoss += origin.referenceLoss;
  }
  if (peerLoss === 0) return null;
  const skill = 1 - loss / peerLoss;
  const rests = [...blocks.values()].map((block) => [loss - block.loss, peerLoss - block.peerLoss] as const);
  if (rests.length < minBlocks || rests.some(([, rest]) => !(rest > 0))) return { skill, low: null, high: null };
  const without = rests.map(([rest, peerRest]) => 1 - rest / peerRest);
  const mean = without.reduce((sum, one) => sum + one, 0) / without.length;
  const spread = without.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const deviation = Math.sqrt(((without.length - 1) / without.length) * spread);
  const reach = deviation * tQuantile((1 + level) / 2, without.length - 1);
  return { skill, low: skill - reach, high: skill + reach };
}
