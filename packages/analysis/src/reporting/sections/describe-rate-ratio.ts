import type { RateComparison } from '@refrain/domain';
import { formatCount } from '../../text/format.ts';
import { formatNumber } from '../../text/format-number.ts';

export type RateUnit = 'a week' | 'per 100 changes';

/** Formats a rate as a clause, such as "which is one in 5 weeks" or "which is 4.2 per 100 changes". */
export function formatRateClause(rate: number, unit: RateUnit): string {
  if (rate === 0) return 'which is none';
  if (unit === 'a week' && rate < 2 / 3) return `which is one in ${Math.round(1 / rate)} weeks`;
  return `which is ${formatNumber(Number(rate.toPrecision(2)))} ${unit}`;
}

/** Formats a ratio in words, such as "26 % fewer" or "3.2 times as many". */
export function formatRatio(ratio: number): string {
  if (ratio < 0.005) return 'nearly none';
  if (ratio >= 2) return `${formatNumber(Number(ratio.toPrecision(2)))} times as many`;
  const share = Math.round(Math.abs(1 - ratio) * 100);
  return share === 0 ? 'as many' : `${share} % ${ratio < 1 ? 'fewer' : 'more'}`;
}

type Ratio = RateComparison['ratio'];

/** Describes how much a rate changed, with the 95 % interval; empty if the ratio is unknown. */
export function formatRateChange({ value, low, high }: Ratio): string {
  return value === null ? '' : ` That is ${formatRatio(value)}: ${formatInterval({ low, high })}`;
}

/** @param weeks length of the recent period */
export function describeRateChange(
  { value, low, high }: Ratio,
  per: 'a week' | 'for each change',
  weeks: number,
): string | null {
  if (value === null) return null;
  return `In the last ${formatCount(Math.round(weeks), 'week')}, against the time before, episodes ${per} were ${formatRatio(value)}: ${formatInterval({ low, high })}`;
}

function formatInterval({ low, high }: Pick<Ratio, 'low' | 'high'>): string {
  const upper = high === null ? 'any number more' : formatRatio(high);
  // Writes "between 44 % and 3 % fewer" instead of "between 44 % fewer and 3 % fewer".
  const lower = low > 0.005 && high !== null && high < 1 ? formatRatio(low).replace(/ fewer$/u, '') : formatRatio(low);
  return `with 95 % certainty between ${lower} and ${upper}.`;
}
