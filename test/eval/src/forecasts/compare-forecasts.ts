import {
  addForecastToBins,
  type CalibrationBins,
  computeCalibrationError,
  computeCountInterval,
  computeCoveredShare,
  computeCumulativeProbabilityRange,
  computeExpectedCount,
  createCalibrationBins,
  forecastHorizonDays,
  probabilityOfAnyEvent,
  type RecurrenceSeries,
  toSeriesEventTimes,
  walkForward,
} from '@refrain/analysis/evaluation';
import type { ObservedPeriod } from '@refrain/domain';
import { createHoltWintersForecaster, createPlainRateForecaster } from './forecast-baselines.ts';

/** A forecast with its outcome, and the forecasts that the baselines made at the same time. */
export interface ComparedForecast {
  readonly id: string;
  /** Day on which the forecast was made, counted from the beginning of the history. */
  readonly day: number;
  readonly days: number;
  readonly probability: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
  readonly baseRate: number;
  readonly holtWinters: number;
  readonly poisson: number;
}

export interface ForecastScore {
  readonly forecasts: number;
  /** Share of the forecasts in whose period at least one event happened. */
  readonly observedShare: number | null;
  /** 1 − Brier score / Brier score of the base rate; null without forecasts, like the other figures. */
  readonly brierSkill: number | null;
  readonly skillOverHoltWinters: number | null;
  readonly skillOverPoisson: number | null;
  /** Coverage of the 90 % interval, corrected because counts are whole numbers; see `computeCoveredShare`. */
  readonly coverage90: number | null;
  /** Share of the forecasts whose actual count is between `low` and `high`. */
  readonly coverageOfCounts: number | null;
  readonly ece: number | null;
}

export interface ForecastComparison {
  readonly series: number;
  readonly origins: number;
  readonly pooled: ForecastScore;
  readonly byHorizon: ReadonlyMap<number, ForecastScore>;
}

const weekInDays = 7;

/** Forecasts each series once a week, and compares the forecasts with those of the baselines. Calls `take` with every forecast. */
export function compareForecasts(
  series: readonly RecurrenceSeries[],
  period: ObservedPeriod,
  take: (forecast: ComparedForecast) => void,
): ForecastComparison {
  const events = toSeriesEventTimes(series, period);
  const holtWinters = createHoltWintersForecaster(events);
  const poisson = createPlainRateForecaster(events);
  const sums = new Map<number, Sums>(forecastHorizonDays.map((days) => [days, createSums()]));
  let origins = 0;
  const settings = { minEvents: 1, stepDays: weekInDays, begin: Date.parse(period.from) } as const;
  for (const { day, horizons: made } of walkForward(events, settings)) {
    let isScored = false;
    for (const { days, baseRate, level, forecasts } of made) {
      for (const { series: nth, distribution, count } of forecasts) {
        if (count === null) continue;
        isScored = true;
        const forecast = {
          id: events.ids[nth] ?? '',
          day,
          days,
          baseRate,
          count,
          ...computeCountInterval(distribution, level),
          probability: probabilityOfAnyEvent(distribution),
          expected: computeExpectedCount(distribution),
          holtWinters: holtWinters(nth, day, days),
          poisson: poisson(nth, day, days),
        };
        add(
          sums.get(days) as Sums,
          forecast,
          computeCoveredShare(computeCumulativeProbabilityRange(distribution, count), level),
        );
        take(forecast);
      }
    }
    if (isScored) origins += 1;
  }
  const byHorizon = new Map([...sums].map(([days, own]) => [days, summarise([own])]));
  return { series: events.ids.length, origins, pooled: summarise([...sums.values()]), byHorizon };
}

interface Sums {
  forecasts: number;
  hits: number;
  covered: number;
  within: number;
  loss: number;
  baseRate: number;
  holtWinters: number;
  poisson: number;
  readonly calibration: CalibrationBins;
}

function createSums(): Sums {
  const losses = { loss: 0, baseRate: 0, holtWinters: 0, poisson: 0 };
  return { forecasts: 0, hits: 0, covered: 0, within: 0, ...losses, calibration: createCalibrationBins() };
}

function add(sums: Sums, forecast: ComparedForecast, covered: number): void {
  const { count, low, high } = forecast;
  const hit = count > 0 ? 1 : 0;
  sums.forecasts += 1;
  sums.hits += hit;
  sums.covered += covered;
  if (low <= count && count <= high) sums.within += 1;
  sums.loss += (forecast.probability - hit) ** 2;
  sums.baseRate += (forecast.baseRate - hit) ** 2;
  sums.holtWinters += (forecast.holtWinters - hit) ** 2;
  sums.poisson += (forecast.poisson - hit) ** 2;
  addForecastToBins(sums.calibration, forecast.probability, count > 0);
}

function summarise(all: readonly Sums[]): ForecastScore {
  const total = (key: Exclude<keyof Sums, 'calibration'>) => all.reduce((sum, own) => sum + own[key], 0);
  const share = (part: number) => (total('forecasts') === 0 ? null : part / total('forecasts'));
  const skill = (peer: number) => (peer === 0 ? null : 1 - total('loss') / peer);
  return {
    forecasts: total('forecasts'),
    observedShare: share(total('hits')),
    brierSkill: skill(total('baseRate')),
    skillOverHoltWinters: skill(total('holtWinters')),
    skillOverPoisson: skill(total('poisson')),
    coverage90: share(total('covered')),
    coverageOfCounts: share(total('within')),
    ece: computeCalibrationError(all.map(({ calibration }) => calibration)),
  };
}
