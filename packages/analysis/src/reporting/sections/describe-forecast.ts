import type { Forecast, HorizonForecast, Statement } from '@refrain/domain';
import { formatCount, formatList, formatProbability } from '../../text/format.ts';
import { createStatement } from '../document/section.ts';

/** Describes the forecast; says nothing without one. */
export function describeForecast(forecast: Forecast | null): Statement[] {
  const known = forecast?.horizons.filter(isKnown) ?? [];
  return known.length === 0 ? [] : [createStatement(describeChances(known))];
}

type KnownHorizon = HorizonForecast & { readonly [Key in 'probability' | 'expected' | 'low' | 'high']: number };

export function isKnown(horizon: HorizonForecast): horizon is KnownHorizon {
  return horizon.probability !== null && horizon.expected !== null;
}

/** Says how probable one more episode is within each horizon, and how many episodes are likely within the last. */
export function describeChances(horizons: readonly KnownHorizon[]): string {
  const chances = horizons.map(
    ({ days, probability }) => `${formatProbability(probability)} within ${formatCount(days, 'day')}`,
  );
  const chance = `The probability of at least one more episode is ${formatList(chances)}`;
  const longest = horizons.at(-1);
  // The low probability already says that no episode is likely.
  if (longest === undefined || longest.high === 0) return `${chance}.`;
  const { low, high, days } = longest;
  const range = low === high ? formatCount(low, 'episode') : `${low} to ${high} episodes`;
  return `${chance}. The 90 % range for ${formatCount(days, 'day')} is ${range}.`;
}
