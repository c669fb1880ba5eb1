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
import { roundly } from '../words/count.ts';
import { axis, grid, sayFigure, tooltip } from './axis.ts';

/** Values week by week, the centre, and as a band what one constant rate would let them be; signals are marked. */
export function ControlChart({ chart }: { readonly chart: Schemas['ControlChart'] }) {
  const points = chart.points.map(({ week, value, low, high }) => ({
    week,
    value,
    band: low === null || high === null ? null : [low, high],
    isSignal: value !== null && low !== null && high !== null && (value < low || value > high),
  }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart accessibilityLayer={false} data={points} margin={{ top: 8, right: 8, bottom: 0, left: -16 }}>
        <CartesianGrid {...grid} />
        <XAxis dataKey="week" {...axis} minTickGap={48} />
        <YAxis {...axis} width={52} tickFormatter={roundly} />
        <Tooltip {...tooltip} formatter={(value, name) => [sayFigure(value), name]} />
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
