import type { Forecast, HorizonForecast } from '@refrain/domain';
import { formatCount, formatList, formatShare } from '../../text/format.ts';
import { missingForecastReasonLabels } from '../sections/describe-forecast.ts';

/** Minimum length of a forecast in days. Shorter forecasts say little about rare failures. */
const minDays = 30;

type Shown = HorizonForecast & { readonly probability: number; readonly low: number; readonly high: number };

export function describeIssueForecast(forecast: Forecast | null): string {
  const horizons = (forecast?.horizons ?? []).filter(({ days }) => days >= minDays);
  const shown = horizons.filter((horizon): horizon is Shown => horizon.probability !== null);
  const longest = shown.at(-1);
  if (longest === undefined) {
    const gap = horizons.at(-1)?.gap ?? null;
    return gap === null
      ? 'No forecast was made yet.'
      : `No forecast is shown, because ${missingForecastReasonLabels[gap]}.`;
  }
  const probabilities = shown.map(
    ({ days, probability }) => `${formatShare(probability)} within ${formatCount(days, 'day')}`,
  );
  const probability = `The chance of at least one more episode is ${formatList(probabilities)}`;
  // The range would be 0 to 0, which says no more than a low probability.
  if (longest.high === 0) return `${probability}.`;
  const range = longest.low === longest.high ? `${longest.low}` : `${longest.low} to ${longest.high}`;
  const come = longest.low === 1 && longest.high === 1 ? 'comes' : 'come';
  return `${probability}; in about nine of ten cases ${range} ${come} in ${formatCount(longest.days, 'day')}.`;
}
