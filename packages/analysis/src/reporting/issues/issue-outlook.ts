import type { Forecast, ForecastHorizon } from '@refrain/domain';
import { sayCount, sayList, sayShare } from '../../text/format.ts';
import { gapWords } from '../sections/describe-forecast.ts';

/** Shorter ones say little of what comes a few times a year. */
const shortestDays = 30;

type Shown = ForecastHorizon & { readonly chance: number; readonly low: number; readonly high: number };

/** How likely it comes again while nothing is done, in a sentence. */
export function describeOutlook(forecast: Forecast | null): string {
  const horizons = (forecast?.horizons ?? []).filter(({ days }) => days >= shortestDays);
  const shown = horizons.filter((horizon): horizon is Shown => horizon.chance !== null);
  const longest = shown.at(-1);
  if (longest === undefined) {
    const gap = horizons.at(-1)?.gap ?? null;
    return gap === null ? 'No forecast was made yet.' : `No forecast is shown: ${gapWords[gap]}.`;
  }
  const chances = shown.map(({ days, chance }) => `${sayShare(chance)} within ${sayCount(days, 'day')}`);
  const chance = `The chance of at least one more episode is ${sayList(chances)}`;
  // That most likely none comes is what the chance says.
  if (longest.high === 0) return `${chance}.`;
  const range = longest.low === longest.high ? `${longest.low}` : `${longest.low} to ${longest.high}`;
  const come = longest.low === 1 && longest.high === 1 ? 'comes' : 'come';
  return `${chance}; in about nine of ten cases ${range} ${come} in ${sayCount(longest.days, 'day')}.`;
}
