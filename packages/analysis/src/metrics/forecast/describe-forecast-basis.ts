import type { ForecastBasis } from '@refrain/domain';
import { computeExpectedCount } from './count-distribution.ts';
import { estimateSeriesRate, featureCount, seasonFeatureIndexes } from './features.ts';
import type { RatePrior } from './rate-prior.ts';
import type { OriginForecasts } from './walk-forward.ts';

const monthInDays = 30;

/**
 * Lists the numbers on which a series' forecasts are based.
 * @param origin the forecasts of the last origin
 * @param at index of the series among the rows of that origin; null if the series was not forecast
 */
export function describeForecastBasis(
  { prior, rows, horizons }: OriginForecasts,
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
    (sum, feature) => sum + (coefficients[feature] ?? 0) * (rows.features[at * featureCount + feature] ?? 0),
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

/**
 * Returns the weight of the prior in the rate. The prior counts as a number of days; this is their share of all days.
 */
function borrowedShare(days: number, { shape, mean }: RatePrior): number {
  const worth = shape / mean;
  return worth / (days + worth);
}
