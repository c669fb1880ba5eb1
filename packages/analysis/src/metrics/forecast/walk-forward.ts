import { type CountModel, predictCount, trainCounts } from '../../stats/count-regression.ts';
import { computeOriginRows, countSeen, listKnown, observedDays } from './compute-origin-rows.ts';
import { type CountComponent, type CountDistribution, probabilityOfAny } from './count-distribution.ts';
import { cumulativeRangeOf } from './count-interval.ts';
import { countPrior, featureCount } from './features.ts';
import { estimateHoldRate, type FixedSeries, probabilityHeld } from './fixes.ts';
import { gatherRows, type OriginRows } from './known-windows.ts';
import {
  baseRate,
  chooseLevel,
  closeWindows,
  createRecord,
  noteForecast,
  noteOutcome,
  openOrigin,
  type PastRecord,
  weighMethods,
} from './past-record.ts';
import { fitRatePrior, type RatePrior } from './rate-prior.ts';
import { countBefore, type EventTimes } from './recurrence-series.ts';
import { createState, moveState, type SeriesState } from './series-state.ts';

/** The forecast windows, in days. */
export const horizons = [7, 30, 90] as const;

export interface WalkSettings {
  /** Number of events that a series must have to be known. */
  readonly minEvents: 1 | 2;
  readonly stepDays: number;
  /** Start of the period, in ms since 1970. */
  readonly begin: number;
}

export interface MadeForecast {
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
  readonly forecasts: readonly MadeForecast[];
  readonly model: CountModel;
}

export interface OriginForecasts {
  readonly day: number;
  readonly prior: RatePrior;
  readonly rows: OriginRows;
  readonly horizons: readonly HorizonForecasts[];
}

/** Share of outcomes that intervals should cover. */
export const intervalLevel = 0.9;

/** Models are refitted after 28 days, or after this share of the history if it is longer. */
const refitDays = 28;
const refitShare = 1 / 32;
/** The first forecast is made after half a year or a quarter of the period, whichever is shorter. */
const maxWarmUpDays = 182;

/**
 * Yields forecasts as they would have been made in the past: at each origin (a day of forecasts), for the series and
 * from the data that were known then. Origins are one step apart; the last is the end of the period.
 */
export function* walkForward(events: EventTimes, settings: WalkSettings): Generator<OriginForecasts> {
  const { minEvents: fewest, stepDays, begin } = settings;
  const state = createState(events);
  const past: OriginRows[] = [];
  const records = horizons.map((days) => createRecord(days, stepDays));
  const warmUp = Math.min(maxWarmUpDays, events.end / 4);
  let prior: RatePrior | null = null;
  let models: readonly CountModel[] = [];
  let fitAt = 0;
  for (const day of listOrigins(events.end, stepDays)) {
    moveState(state, events, day);
    for (const record of records) closeWindows(record, day);
    const known = listKnown(events, state, fewest);
    const isDue = day >= fitAt || day === events.end || (models.length === 0 && day >= warmUp);
    if (prior === null || isDue) prior = fitRatePrior(countSeen(events, state, known), fewest);
    if (isDue) {
      fitAt = day + Math.max(refitDays, day * refitShare);
      if (day >= warmUp) models = learn(past, records, models, stepDays);
    }
    const rows = computeOriginRows(events, state, known, prior, begin, horizons);
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

function learn(
  past: readonly OriginRows[],
  records: readonly PastRecord[],
  models: readonly CountModel[],
  stepDays: number,
): readonly CountModel[] {
  return records.map(({ days, over }, nth) =>
    trainCounts(gatherRows(past.slice(0, over), nth, days, stepDays), countPrior, models[nth] ?? null),
  );
}

/** Forecasts all series from one origin. Without models, only records the outcomes for the base rate. */
function forecastFrom(
  events: EventTimes,
  state: SeriesState,
  rows: OriginRows,
  prior: RatePrior,
  models: readonly CountModel[],
  records: readonly PastRecord[],
): readonly HorizonForecasts[] {
  const ended = listFixedSeries(events, state, rows, prior);
  return records.flatMap((record, nth) => {
    const { days } = record;
    const isOver = rows.day + days <= events.end;
    const origin = openOrigin(record, rows.day);
    const weights = weighMethods(record);
    const model = models[nth];
    const forecasts: MadeForecast[] = [];
    rows.series.forEach((series, at) => {
      const count = rows.counts[nth]?.[at] ?? 0;
      noteOutcome(origin, count > 0);
      if (model === undefined) return;
      const parts = predict(model, rows, at, days, (state.counts[series] ?? 0) + prior.shape, weights);
      const distribution = { endedProbability: ended[at] ?? 0, parts };
      forecasts.push({ series, distribution, count: isOver ? count : null });
      // Excludes series without events since a fix, since this reflects the fix and not their rate.
      if (rows.isFixed[at] === 1) return;
      const probabilities = parts.map((part) =>
        probabilityOfAny({ endedProbability: 0, parts: [{ ...part, weight: 1 }] }),
      );
      noteForecast(origin, probabilities, count > 0, cumulativeRangeOf(distribution, count));
    });
    return model === undefined
      ? []
      : [{ days, baseRate: baseRate(record), level: chooseLevel(record, intervalLevel), forecasts, model }];
  });
}

/** Predicts by both methods: the regression, and the gamma–Poisson posterior of the series' own rate. */
function predict(
  model: CountModel,
  { features, logRates, crowds }: OriginRows,
  at: number,
  days: number,
  ownShape: number,
  weights: readonly number[],
): readonly CountComponent[] {
  const logExpected = (logRates[at] ?? 0) + Math.log(days);
  const row = features.subarray(at * featureCount, (at + 1) * featureCount);
  const changed = predictCount(model, row, logExpected, crowds[at] ?? 0);
  return [
    { weight: weights[0] ?? 0, ...changed },
    { weight: weights[1] ?? 0, mean: Math.exp(logExpected), shape: ownShape },
  ];
}

/** Returns the probability that a fix ended each series; 0 without a fix. */
function listFixedSeries(events: EventTimes, state: SeriesState, rows: OriginRows, prior: RatePrior): Float64Array {
  const fixed = Array.from(rows.series, (series): FixedSeries | null => {
    const fixedAt = events.fixedAt[series] ?? 0;
    if (!(fixedAt < rows.day)) return null;
    const count = countBefore(events.times[series] ?? new Float64Array(), fixedAt);
    const since = rows.day - fixedAt;
    const days = Math.max(observedDays(events, state, series) - since, 1);
    return { count, days, since, hasRecurred: (state.counts[series] ?? 0) > count };
  });
  const share = estimateHoldRate(
    fixed.filter((one) => one !== null),
    prior,
  );
  return Float64Array.from(fixed, (one) => (one === null ? 0 : probabilityHeld(one, share, prior)));
}
