import type { RateComparison } from '@refrain/domain';
import { formatNumber } from '../../text/format-number.ts';

export type RateUnit = 'a week' | 'per 100 changes';

/** Formats a rate, such as "one in 5 weeks" or "4.2 per 100 changes". */
export function formatRate(rate: number, unit: RateUnit): string {
  if (rate === 0) return 'none';
  if (unit === 'a week' && rate < 2 / 3) return `one in ${Math.round(1 / rate)} weeks`;
  return `${formatNumber(rate)} ${unit}`;
}

type Ratio = RateComparison['ratio'];

/** Formats a ratio of rates with its 95 % confidence interval: "down 26 % (95 % CI: down 44 % to down 3 %)". */
export function formatRateChange({ value, low, high }: Ratio): string | null {
  if (value === null) return null;
  return `${formatRatio(value)} (${formatInterval({ low, high })})`;
}

function formatInterval({ low, high }: Pick<Ratio, 'low' | 'high'>): string {
  return `95 % CI: ${formatRatio(low)} to ${high === null ? 'no upper limit' : formatRatio(high)}`;
}

function formatRatio(ratio: number): string {
  if (ratio >= 2) return `${formatNumber(ratio)} times as many`;
  const share = Math.round(Math.abs(1 - ratio) * 100);
  return share === 0 ? 'unchanged' : `${ratio < 1 ? 'down' : 'up'} ${share} %`;
}
