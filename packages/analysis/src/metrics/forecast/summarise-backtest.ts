import type { BacktestHorizon, ForecastGap } from '@refrain/domain';
import { computeCalibrationError, listCalibrationBins } from './calibration.ts';
import type { HorizonScore } from './score-horizon.ts';
import { measureSkill, type Skill } from './skill-interval.ts';

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
