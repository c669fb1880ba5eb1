import {
  type Backtest,
  dayInMs,
  type Forecast,
  type ForecastBasis,
  type HorizonForecast,
  type Instant,
  type ObservedPeriod,
} from '@refrain/domain';
import { computeCountInterval } from './compute-count-interval.ts';
import { computeExpectedCount, probabilityOfAnyEvent } from './count-distribution.ts';
import { estimateSeriesRate, seasonFeatureIndexes, seriesFeatureCount } from './features.ts';
import type { RatePrior } from './rate-prior.ts';
import { type RecurrenceSeries, type SeriesEventTimes, toSeriesEventTimes } from './recurrence-series.ts';
import { addForecastOriginToScore, createHorizonScore, summariseHorizonBacktest } from './score-horizon.ts';
import { type ForecastsOfOrigin, forecastHorizonDays, walkForward } from './walk-forward.ts';

interface RecurrenceInput {
  readonly series: readonly RecurrenceSeries[];
  readonly period: ObservedPeriod;
}

interface RecurrenceForecasts {
  /** Forecasts, keyed by the id of the series. */
  readonly forecasts: ReadonlyMap<string, Forecast>;
  readonly backtest: Backtest;
}

/** A pattern exists from the second episode on. */
const minEpisodes = 2;
const weekInDays = 7;
/** Maximum number of forecasts in a backtest. To stay within it, the origins (days of forecasts) move further apart. */
const maxEvaluations = 250_000;
const maxStepDays = 28;

/** Forecasts episodes within 7, 30 and 90 days. A forecast is null unless a backtest proves its skill. */
export function forecastRecurrence({ series, period }: RecurrenceInput): RecurrenceForecasts {
  const events = toSeriesEventTimes(series, period);
  const begin = Date.parse(period.from);
  const stepDays = chooseStep(events);
  const toInstant = (day: number): Instant => new Date(begin + day * dayInMs).toISOString();
  const scores = forecastHorizonDays.map(createHorizonScore);
  const tested: number[] = [];
  let last: ForecastsOfOrigin | null = null;
  for (const origin of walkForward(events, { minEvents: minEpisodes, stepDays, begin })) {
    const checked = origin.horizons.filter(({ forecasts }) => forecasts.some(({ count }) => count !== null));
    for (const horizon of checked) {
      const score = scores.find(({ days }) => days === horizon.days);
      if (score !== undefined) addForecastOriginToScore(score, origin.day, horizon);
    }
    if (checked.length > 0) tested.push(origin.day);
    last = origin;
  }
  const backtest = {
    from: tested[0] === undefined ? null : toInstant(tested[0]),
    until: tested[0] === undefined ? null : toInstant(tested.at(-1) ?? 0),
    origins: tested.length,
    stepDays,
    patterns: events.times.filter(({ length }) => length >= minEpisodes).length,
    horizons: scores.map(summariseHorizonBacktest),
  };
  return { forecasts: listForecasts(events, last, backtest, period.until), backtest };
}

function chooseStep({ ids, end }: SeriesEventTimes): number {
  const evaluations = (ids.length * end) / weekInDays;
  return Math.min(weekInDays * Math.max(1, Math.ceil(evaluations / maxEvaluations)), maxStepDays);
}

function listForecasts(
  events: SeriesEventTimes,
  last: ForecastsOfOrigin | null,
  backtest: Backtest,
  asOf: Instant,
): ReadonlyMap<string, Forecast> {
  if (last === null) return new Map();
  const places = new Map(Array.from(last.rows.series, (series, at) => [series, at]));
  return new Map(
    events.ids.map((id, series) => {
      const at = places.get(series) ?? null;
      const count = events.times[series]?.length ?? 0;
      const days = Math.max(events.end - (events.watchedFrom[series] ?? 0), 0);
      const isFixed = (events.fixedAt[series] ?? 0) < events.end;
      const basis = describeForecastBasis(last, at, { count, days, isFixed });
      return [id, { asOf, horizons: listHorizons(last, at, backtest), basis }];
    }),
  );
}

function listHorizons(last: ForecastsOfOrigin, at: number | null, backtest: Backtest): HorizonForecast[] {
  // Each horizon is modelled independently, so its values are raised to at least those of the next shorter horizon.
  let floor = { probability: 0, expected: 0, low: 0, high: 0 };
  return backtest.horizons.map(({ days, gap }) => {
    const none = { days, probability: null, expected: null, low: null, high: null };
    const made = last.horizons.find((horizon) => horizon.days === days);
    const distribution = made?.forecasts[at ?? -1]?.distribution;
    if (made === undefined || distribution === undefined) return { ...none, gap: 'too_few_episodes' };
    const interval = computeCountInterval(distribution, made.level);
    floor = {
      probability: Math.max(floor.probability, probabilityOfAnyEvent(distribution)),
      expected: Math.max(floor.expected, computeExpectedCount(distribution)),
      low: Math.max(floor.low, interval.low),
      high: Math.max(floor.high, interval.high),
    };
    return gap === null ? { days, ...floor, gap } : { ...none, gap };
  });
}

const monthInDays = 30;

/** @param at index of the series among the rows of the last origin; null if the series was not forecast */
function describeForecastBasis(
  { prior, rows, horizons }: ForecastsOfOrigin,
  at: number | null,
  { count, days, isFixed }: { readonly count: number; readonly days: number; readonly isFixed: boolean },
): ForecastBasis {
  const basis = {
    episodes: count,
    days,
    ownRate: days > 0 ? (count / days) * monthInDays : 0,
    usualRate: prior.mean * monthInDays,
    borrowed: borrowedShare(days, prior),
  };
  const month = horizons.find((horizon) => horizon.days === monthInDays);
  const distribution = at === null ? undefined : month?.forecasts[at]?.distribution;
  if (at === null || month === undefined || distribution === undefined)
    return { ...basis, changed: null, season: null, fixHolds: null };
  const { coefficients } = month.model;
  const logSeason = seasonFeatureIndexes.reduce(
    (sum, feature) => sum + (coefficients[feature] ?? 0) * (rows.features[at * seriesFeatureCount + feature] ?? 0),
    0,
  );
  const unchanged = estimateSeriesRate(count, days, prior) * monthInDays;
  return {
    ...basis,
    changed: computeExpectedCount({ ...distribution, endedProbability: 0 }) / unchanged,
    season: logSeason === 0 ? null : Math.exp(logSeason),
    fixHolds: isFixed ? distribution.endedProbability : null,
  };
}

/** Returns the share of the prior in the estimated rate. The prior weighs as much as `shape / mean` observed days. */
function borrowedShare(days: number, { shape, mean }: RatePrior): number {
  const worth = shape / mean;
  return worth / (days + worth);
}
