import type { BacktestHorizon, ForecastGap } from '@refrain/domain';
import {
  addForecastToBins,
  type Calibration,
  computeCalibrationError,
  createCalibration,
  listCalibrationBins,
} from './calibration.ts';
import { computeCoveredShare, cumulativeRangeOf } from './compute-count-interval.ts';
import { probabilityOfAnyEvent } from './count-distribution.ts';
import { measureSkill, type OriginLoss, type Skill } from './skill-interval.ts';
import type { HorizonForecasts } from './walk-forward.ts';

interface HorizonScore {
  readonly days: number;
  readonly origins: OriginLoss[];
  readonly calibration: Calibration;
  forecasts: number;
  hits: number;
  /** Sum of the results of `computeCoveredShare`. */
  covered: number;
}

export function createHorizonScore(days: number): HorizonScore {
  return { days, origins: [], calibration: createCalibration(), forecasts: 0, hits: 0, covered: 0 };
}

/** Adds the forecasts from the origin at `day`, except those whose windows are not over. */
export function addOriginToScore(
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
    score.covered += computeCoveredShare(cumulativeRangeOf(distribution, count), level);
    score.forecasts += 1;
    if (hasCome) score.hits += 1;
  }
  score.origins.push({ day, loss, referenceLoss: peerLoss });
}

/** Summarises the backtest of one horizon. Its forecasts are shown only if the interval of the skill lies above 0. */
export function summariseHorizonBacktest(score: HorizonScore): BacktestHorizon {
  const { days, origins, calibration, forecasts, hits, covered } = score;
  const skill = measureSkill(origins, days);
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

function findGap(skill: Skill | null): ForecastGap | null {
  if (skill === null || skill.low === null) return 'history_too_short';
  return skill.low > 0 ? null : 'no_skill';
}
