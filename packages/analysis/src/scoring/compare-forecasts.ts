import type { ObservedPeriod } from '@refrain/domain';
import { addChance, type Calibration, calibrationError, createCalibration } from '../metrics/forecast/calibration.ts';
import { chanceOfAny, expectedCount } from '../metrics/forecast/count-distribution.ts';
import { countInterval, shareCovered, stretchOf } from '../metrics/forecast/count-interval.ts';
import { type RecurrenceSeries, toEventTimes } from '../metrics/forecast/recurrence-series.ts';
import { horizons, walkForward } from '../metrics/forecast/walk-forward.ts';
import { createHoltWinters, createPlainRate } from './forecast-peers.ts';

/** One forecast, what came of it, and what the peers said at the same moment. */
export interface ComparedForecast {
  readonly id: string;
  /** Days since the period began. */
  readonly day: number;
  readonly days: number;
  readonly chance: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Events that came. */
  readonly count: number;
  readonly baseRate: number;
  readonly holtWinters: number;
  readonly poisson: number;
}

export interface ForecastScore {
  readonly forecasts: number;
  /** Share of the forecasts after which something came. */
  readonly observedShare: number | null;
  /** 1 − Brier score / Brier score of the base rate; null without forecasts, as the others. */
  readonly brierSkill: number | null;
  readonly skillOverHoltWinters: number | null;
  readonly skillOverPoisson: number | null;
  /** See `shareCovered`; and the plain share of counts from `low` to `high`. */
  readonly coverage90: number | null;
  readonly coverageOfCounts: number | null;
  /** See `calibrationError`. */
  readonly ece: number | null;
}

export interface ForecastComparison {
  readonly series: number;
  readonly origins: number;
  readonly pooled: ForecastScore;
  readonly byHorizon: ReadonlyMap<number, ForecastScore>;
}

const weekInDays = 7;

/**
 * Forecasts from weekly origins beside those of peers, all for the same series at the same origins: a series is in from the
 * first origin after its first event, since nobody would have asked for it before.
 * @param take is given every forecast whose window is over
 */
export function compareForecasts(
  series: readonly RecurrenceSeries[],
  period: ObservedPeriod,
  take: (forecast: ComparedForecast) => void,
): ForecastComparison {
  const events = toEventTimes(series, period);
  const holtWinters = createHoltWinters(events);
  const poisson = createPlainRate(events);
  const sums = new Map<number, Sums>(horizons.map((days) => [days, createSums()]));
  let origins = 0;
  const settings = { fewest: 1, stepDays: weekInDays, begin: Date.parse(period.from) } as const;
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
          ...countInterval(distribution, level),
          chance: chanceOfAny(distribution),
          expected: expectedCount(distribution),
          holtWinters: holtWinters(nth, day, days),
          poisson: poisson(nth, day, days),
        };
        add(sums.get(days) as Sums, forecast, shareCovered(stretchOf(distribution, count), level));
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
  /** Of squared errors. */
  loss: number;
  baseRate: number;
  holtWinters: number;
  poisson: number;
  readonly calibration: Calibration;
}

function createSums(): Sums {
  const losses = { loss: 0, baseRate: 0, holtWinters: 0, poisson: 0 };
  return { forecasts: 0, hits: 0, covered: 0, within: 0, ...losses, calibration: createCalibration() };
}

function add(sums: Sums, forecast: ComparedForecast, covered: number): void {
  const { count, low, high } = forecast;
  const hit = count > 0 ? 1 : 0;
  sums.forecasts += 1;
  sums.hits += hit;
  sums.covered += covered;
  if (low <= count && count <= high) sums.within += 1;
  sums.loss += (forecast.chance - hit) ** 2;
  sums.baseRate += (forecast.baseRate - hit) ** 2;
  sums.holtWinters += (forecast.holtWinters - hit) ** 2;
  sums.poisson += (forecast.poisson - hit) ** 2;
  addChance(sums.calibration, forecast.chance, count > 0);
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
    ece: calibrationError(all.map(({ calibration }) => calibration)),
  };
}
