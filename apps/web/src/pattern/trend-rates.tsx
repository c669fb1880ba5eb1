import type { Schemas } from '../api/refrain.ts';
import { ChartFigure } from '../chart/chart-figure.tsx';
import { RangesChart } from '../chart/charts.ts';
import { formatTwoSignificantDigits } from '../labels/count.ts';
import { formatDay } from '../labels/times.ts';

/** Charts a pattern's recent and earlier rates with intervals. Renders nothing if data is too scarce for a rate. */
export function TrendRates({ trend }: { readonly trend: Schemas['Trend'] | null }) {
  const comparison = trend?.perWeek.comparison ?? null;
  if (trend === null || comparison === null || trend.recentFrom === null) return null;
  const rows = [
    { label: 'before', ...comparison.before },
    { label: 'lately', ...comparison.recent },
  ].map(({ label, value, low, high }) => ({ label, value, low, high }));
  return (
    <ChartFigure
      title="Episodes a week"
      description={`Lately is since ${formatDay(trend.recentFrom)}. The range is what fits what was seen, with 95 % certainty.`}
      height={110}
      columns={['when', 'a week', 'from', 'to']}
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
