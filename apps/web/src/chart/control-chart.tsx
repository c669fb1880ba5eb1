import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Schemas } from '../api/refrain.ts';
import { count, formatTwoSignificantDigits } from '../labels/format.ts';
import { formatWeek } from '../labels/times.ts';
import { axis, grid, tooltipStyle } from './axis.ts';
import { hideSparseRates, isControlChartSignal } from './hide-sparse-rates.ts';

type Point = Schemas['ControlChart']['points'][number];

/** Draws weekly values, their centre line, the range to expect by chance at a constant rate, and the signals. */
export function ControlChart({ chart }: { readonly chart: Schemas['ControlChart'] }) {
  const points = hideSparseRates(chart.points).map((point) => ({
    ...point,
    band: point.low === null || point.high === null ? null : [point.low, point.high],
    isSignal: isControlChartSignal(point),
  }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart accessibilityLayer={false} data={points} margin={{ top: 8, right: 8, bottom: 0, left: -16 }}>
        <CartesianGrid {...grid} />
        <XAxis
          dataKey="from"
          {...axis}
          tickFormatter={formatWeek}
          interval="equidistantPreserveStart"
          minTickGap={32}
        />
        <YAxis {...axis} width={52} tickFormatter={formatTwoSignificantDigits} />
        <Tooltip
          {...tooltipStyle}
          content={({ payload }) => {
            const point = payload?.[0]?.payload as Point | undefined;
            return (
              point && (
                <div style={{ ...tooltipStyle.contentStyle, padding: 8 }}>
                  {describeControlChartPoint(point, chart.unit).map((line) => (
                    <div key={line}>{line}</div>
                  ))}
                </div>
              )
            );
          }}
        />
        <Area
          dataKey="band"
          name="by chance"
          type="step"
          stroke="none"
          fill="var(--chart-band)"
          isAnimationActive={false}
          connectNulls
        />
        {chart.centre !== null && <ReferenceLine y={chart.centre} stroke="var(--chart-grey)" strokeDasharray="4 4" />}
        <Line
          dataKey="value"
          name="episodes"
          stroke="var(--chart-blue)"
          strokeWidth={2}
          isAnimationActive={false}
          connectNulls
          activeDot={{ r: 5 }}
          dot={({ cx, cy, payload, key }) =>
            payload.value === null ? (
              <g key={key} />
            ) : payload.isSignal ? (
              <circle key={key} cx={cx} cy={cy} r={5} fill="var(--chart-orange)" stroke="var(--mantine-color-body)" />
            ) : (
              <circle key={key} cx={cx} cy={cy} r={2} fill="var(--chart-blue)" />
            )
          }
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function describeControlChartPoint(
  { from, episodes, value, low, high }: Schemas['ControlChart']['points'][number],
  unit: Schemas['ControlChart']['unit'],
): string[] {
  const per = unit === 'week' ? '' : ' per 100 changes';
  const rate =
    value === null
      ? ', too few known changes for a rate'
      : unit === 'week'
        ? ''
        : `, ${formatTwoSignificantDigits(value)}${per}`;
  return [
    `Week of ${formatWeek(from)}`,
    `${count(episodes, 'episode')}${rate}`,
    ...(low === null || high === null
      ? []
      : [`expected by chance: ${formatTwoSignificantDigits(low)} to ${formatTwoSignificantDigits(high)}${per}`]),
  ];
}
