import type { Forecast, HorizonForecast, Statement } from '@refrain/domain';
import { decapitalise, formatCount, formatDay, formatList, formatProbability } from '../../text/format.ts';
import { createStatement } from '../document/section.ts';

/**
 * Describes the forecast; says nothing without one. Says why it expects much less than the recent rate, which would seem a contradiction.
 * @param recentRate episodes a week in the recent window; null if the report does not state it
 */
export function describeForecast(forecast: Forecast | null, recentRate: number | null): Statement[] {
  const known = forecast?.horizons.filter(isKnown) ?? [];
  const longest = known.at(-1);
  if (forecast === null || longest === undefined) return [];
  const isUnlikely = longest.probability < unlikely;
  if (longest.probability < notable && longest.days < minDaysOfUnlikely) return [];
  const isLower = recentRate !== null && longest.expected < maxShareOfRecentRate * recentRate * (longest.days / 7);
  const chances = isUnlikely
    ? `As of ${formatDay(forecast.asOf)}, another episode within ${longest.days} days is unlikely (${formatProbability(longest.probability)}).`
    : `As of ${formatDay(forecast.asOf)}, ${decapitalise(describeChances(known))}`;
  return [createStatement(chances), ...(isLower ? [createStatement(lowerThanRecently)] : [])];
}

const maxShareOfRecentRate = 0.6;
const lowerThanRecently =
  'The forecast is lower than the recent rate, because it also counts the quieter time before and the course of other patterns.';

/** Below this probability, the chances within shorter times tell nothing more. */
const unlikely = 0.1;
/** A smaller chance within fewer days is true of most patterns, so that the report does not mention it. */
const notable = 0.2;
const minDaysOfUnlikely = 90;
/** The report gives no range that ends below this number of episodes, because the probabilities say as much. */
const minHigh = 3;

type KnownHorizon = HorizonForecast & { readonly [Key in 'probability' | 'expected' | 'low' | 'high']: number };

export function isKnown(horizon: HorizonForecast): horizon is KnownHorizon {
  return horizon.probability !== null && horizon.expected !== null;
}

/** Says how probable one more episode is within each horizon, and how many episodes are likely within the last. */
export function describeChances(horizons: readonly KnownHorizon[]): string {
  const [first, ...later] = horizons.map(
    ({ days, probability }) => [formatProbability(probability), formatCount(days, 'day')] as const,
  );
  const longest = horizons.at(-1);
  if (first === undefined || longest === undefined) return '';
  const [chance, period] = first;
  const others = later.map(([probability, days]) => `${probability} in ${days}`);
  const sentence = `The chance of another episode is ${formatList([`${chance} in the next ${period}`, ...others])}.`;
  if (longest.high < minHigh) return sentence;
  const { low, high, days } = longest;
  const range = low === high ? formatCount(low, 'episode') : `${low} to ${high} episodes`;
  return `${sentence} Expect ${range} in ${formatCount(days, 'day')} (90 % interval).`;
}
