import { type CountRegressionModel, predictCount, trainCountRegression } from '../../stats/count-regression.ts';
import { computeCumulativeProbabilityRange } from './compute-count-interval.ts';
import { type CountDistribution, type CountMixtureComponent, probabilityOfAnyEvent } from './count-distribution.ts';
import { countRegressionPrior, seriesFeatureCount } from './features.ts';
import { estimateShareOfHeldFixes, probabilityThatFixHolds, type SeriesAfterFix } from './fixes.ts';
import {
  computeForecastOriginRows,
  countObservedDays,
  countSeriesEvents,
  type ForecastOriginRows,
  gatherTrainingRows,
  listKnownSeries,
} from './forecast-origin-rows.ts';
import {
  addFinishedForecastWindows,
  addForecastResult,
  addPastForecastOrigin,
  addSeriesOutcome,
  chooseIntervalLevel,
  computeMethodWeights,
  createPastForecastPerformance,
  estimateBaseRate,
  type PastForecastPerformance,
} from './past-forecast-performance.ts';
import { fitRatePrior, type RatePrior } from './rate-prior.ts';
import { countEventsBefore, type SeriesEventTimes } from './recurrence-series.ts';
import { advanceSeriesState, createSeriesState, type SeriesState } from './series-state.ts';

/** The forecast windows, in days. */
export const forecastHorizonDays = [7, 30, 90] as const;

export interface WalkForwardSettings {
  /** Number of events that a series must have to be known. */
  readonly minEvents: 1 | 2;
  readonly stepDays: number;
  /** Start of the period, in ms since 1970. */
  readonly begin: number;
}

export interface SeriesForecast {
  readonly series: number;
  readonly distribution: CountDistribution;
  /** Events within the window; null if the window extends past the end of the period. */
  readonly count: number | null;
}

export interface HorizonForecasts {
  readonly days: number;
  /** Share of past windows with an event, over all series. */
  readonly baseRate: number;
  /** Nominal level of the intervals, from `chooseIntervalLevel`. */
  readonly level: number;
  readonly forecasts: readonly SeriesForecast[];
  readonly model: CountRegressionModel;
}

export interface ForecastsOfOrigin {
  readonly day: number;
  readonly prior: RatePrior;
  readonly rows: ForecastOriginRows;
  readonly horizons: readonly HorizonForecasts[];
}

/** Share of outcomes that intervals should cover. */
export const targetIntervalCoverage = 0.9;

/** Models are refitted after `refitDays` or the share `refitShare` of the history, whichever is longer. */
const refitDays = 28;
const refitShare = 1 / 32;
/** The first forecast is made after half a year or a quarter of the period, whichever is shorter. */
const maxWarmUpDays = 182;

/**
 * Yields forecasts as they would have been made in the past: at each origin (a day of forecasts), for the series and
 * from the data that were known then. Origins are one step apart; the last is the end of the period.
 */
export function* walkForward(events: SeriesEventTimes, settings: WalkForwardSettings): Generator<ForecastsOfOrigin> {
  const { minEvents: fewest, stepDays, begin } = settings;
  const state = createSeriesState(events);
  const past: ForecastOriginRows[] = [];
  const records = forecastHorizonDays.map((days) => createPastForecastPerformance(days, stepDays));
  const warmUp = Math.min(maxWarmUpDays, events.end / 4);
  let prior: RatePrior | null = null;
  let models: readonly CountRegressionModel[] = [];
  let fitAt = 0;
  for (const day of listOrigins(events.end, stepDays)) {
    advanceSeriesState(state, events, day);
    for (const record of records) addFinishedForecastWindows(record, day);
    const known = listKnownSeries(events, state, fewest);
    const isDue = day >= fitAt || day === events.end || (models.length === 0 && day >= warmUp);
    if (prior === null || isDue) prior = fitRatePrior(countSeriesEvents(events, state, known), fewest);
    if (isDue) {
      fitAt = day + Math.max(refitDays, day * refitShare);
      if (day >= warmUp)
        models = records.map(({ days, over }, nth) => {
          const rows = gatherTrainingRows(past.slice(0, over), nth, days, stepDays);
          return trainCountRegression(rows, countRegressionPrior, models[nth] ?? null);
        });
    }
    const rows = computeForecastOriginRows(events, state, known, prior, begin, forecastHorizonDays);
    past.push(rows);
    const made = forecastFrom(events, state, rows, prior, models, records);
    if (day >= warmUp) yield { day, prior, rows, horizons: made };
  }
}

function listOrigins(end: number, stepDays: number): readonly number[] {
  const origins: number[] = [];
  for (let day = stepDays; day < end; day += stepDays) origins.push(day);
  return [...origins, end];
}

/** Forecasts all series from one origin. Without models, only records the outcomes, from which a base rate follows. */
function forecastFrom(
  events: SeriesEventTimes,
  state: SeriesState,
  rows: ForecastOriginRows,
  prior: RatePrior,
  models: readonly CountRegressionModel[],
  records: readonly PastForecastPerformance[],
): readonly HorizonForecasts[] {
  const ended = listFixedSeries(events, state, rows, prior);
  return records.flatMap((record, nth) => {
    const { days } = record;
    const isOver = rows.day + days <= events.end;
    const origin = addPastForecastOrigin(record, rows.day);
    const weights = computeMethodWeights(record);
    const model = models[nth];
    const forecasts: SeriesForecast[] = [];
    rows.series.forEach((series, at) => {
      const count = rows.counts[nth]?.[at] ?? 0;
      addSeriesOutcome(origin, count > 0);
      if (model === undefined) return;
      const parts = predict(model, rows, at, days, (state.counts[series] ?? 0) + prior.shape, weights);
      const distribution = { endedProbability: ended[at] ?? 0, parts };
      forecasts.push({ series, distribution, count: isOver ? count : null });
      // Excludes series without events since a fix: their silence reflects the fix and not their rate.
      if (rows.isFixed[at] === 1) return;
      const probabilities = parts.map((part) =>
        probabilityOfAnyEvent({ endedProbability: 0, parts: [{ ...part, weight: 1 }] }),
      );
      addForecastResult(origin, probabilities, count > 0, computeCumulativeProbabilityRange(distribution, count));
    });
    return model === undefined
      ? []
      : [
          {
            days,
            baseRate: estimateBaseRate(record),
            level: chooseIntervalLevel(record, targetIntervalCoverage),
            forecasts,
            model,
          },
        ];
  });
}

/** Predicts by both methods: the regression, and the gamma–Poisson posterior of the series' own rate. */
function predict(
  model: CountRegressionModel,
  { features, logRates, crowds }: ForecastOriginRows,
  at: number,
  days: number,
  ownShape: number,
  weights: readonly number[],
): readonly CountMixtureComponent[] {
  const logExpected = (logRates[at] ?? 0) + Math.log(days);
  const row = features.subarray(at * seriesFeatureCount, (at + 1) * seriesFeatureCount);
  const changed = predictCount(model, row, logExpected, crowds[at] ?? 0);
  return [
    { weight: weights[0] ?? 0, ...changed },
    { weight: weights[1] ?? 0, mean: Math.exp(logExpected), shape: ownShape },
  ];
}

function listFixedSeries(
  events: SeriesEventTimes,
  state: SeriesState,
  rows: ForecastOriginRows,
  prior: RatePrior,
): Float64Array {
  const fixed = Array.from(rows.series, (series): SeriesAfterFix | null => {
    const fixedAt = events.fixedAt[series] ?? 0;
    if (!(fixedAt < rows.day)) return null;
    const count = countEventsBefore(events.times[series] ?? new Float64Array(), fixedAt);
    const since = rows.day - fixedAt;
    const days = Math.max(countObservedDays(events, state, series) - since, 1);
    return { count, days, since, hasRecurred: (state.counts[series] ?? 0) > count };
  });
  const share = estimateShareOfHeldFixes(
    fixed.filter((one) => one !== null),
    prior,
  );
  return Float64Array.from(fixed, (one) => (one === null ? 0 : probabilityThatFixHolds(one, share, prior)));
}
