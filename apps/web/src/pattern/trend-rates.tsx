import type { Schemas } from '../api/refrain.ts';
import { ChartFigure, RangesChart } from '../chart/chart-figure.tsx';
import { formatTwoSignificantDigits } from '../labels/format.ts';
import { formatDay } from '../labels/times.ts';

/** Charts a pattern's recent and earlier rates with intervals. Renders nothing without a clear trend. */
export function TrendRates({ trend }: { readonly trend: Schemas['Trend'] | null }) {
  const comparison = trend?.perWeek.comparison ?? null;
  if (trend === null || comparison === null || trend.recentFrom === null) return null;
  if (trend.perWeek.direction === 'no_clear_change' || trend.perWeek.direction === 'too_few') return null;
  const rows = [
    { label: 'before', ...comparison.before },
    { label: 'recent', ...comparison.recent },
  ].map(({ label, value, low, high }) => ({ label, value, low, high }));
  return (
    <ChartFigure
      title="Episodes a week"
      description={`Recent rates are since ${formatDay(trend.recentFrom)}. The ranges are 95 % confidence intervals.`}
      height={110}
      columns={['Period', 'Episodes a week', 'From', 'To']}
      rows={rows.map(({ label, value, low, high }) => [
        label,
        formatTwoSignificantDigits(value),
        formatTwoSignificantDigits(low),
        formatTwoSignificantDigits(high),
      ])}
    >
      <RangesChart chart={{ kind: 'ranges', title: '', rows }} />
    </ChartFigure>
  );
}
