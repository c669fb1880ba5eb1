import type { Forecast } from '@refrain/domain';
import { describeChances, isKnown } from '../sections/describe-forecast.ts';

/** Minimum length of a forecast in days. Shorter forecasts say little about rare failures. */
const minDays = 30;

/** Describes the forecast; empty if none is known. */
export function describeIssueForecast(forecast: Forecast | null): string {
  const known = (forecast?.horizons ?? []).filter(({ days }) => days >= minDays).filter(isKnown);
  return known.length === 0 ? '' : describeChances(known);
}
