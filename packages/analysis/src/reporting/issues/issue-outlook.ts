import type { Forecast } from '@refrain/domain';
import { describeChances, isKnown, missingForecastReasonLabels } from '../sections/describe-forecast.ts';

/** Minimum length of a forecast in days. Shorter forecasts say little about rare failures. */
const minDays = 30;

export function describeIssueForecast(forecast: Forecast | null): string {
  const horizons = (forecast?.horizons ?? []).filter(({ days }) => days >= minDays);
  const known = horizons.filter(isKnown);
  if (known.length > 0) return describeChances(known);
  const gap = horizons.at(-1)?.gap ?? null;
  return gap === null
    ? 'No forecast was made yet.'
    : `No forecast is shown, because ${missingForecastReasonLabels[gap]}.`;
}
